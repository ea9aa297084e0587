"""The race runs, on a small share of its enterprises, once all say the same; a difference ends it."""

import pytest

from benchmarks.__main__ import BENCHMARKS
from benchmarks.reads import contenders as who
from benchmarks.reads.contenders import Contender
from benchmarks.reads.page_race import compare, figures, ratios
from benchmarks.reads.rounds import Figures

EVERYBODY = (
    who.OURS, who.PEER_AS_OF, who.PEER_LIST, who.PEER_COUNTED, who.TABLES, who.NESTED, who.DRIVER,
    who.LOADERS,
)  # fmt: skip


class Echo:
    """A client whose answer is the request."""

    def ask(self, request: int) -> int:
        return request

    def close(self) -> None:
        """Nothing is open."""


def contender(name: str, total: int) -> Contender:
    """One whose page says that there are so many."""
    return Contender(name, 1, [total], Echo, lambda answer: {"totalCount": answer, "edges": []})


def test_one_that_answers_otherwise_ends_the_race() -> None:
    compare([contender(who.DRIVER, 5), contender(who.OURS, 5)])
    with pytest.raises(RuntimeError, match=f"{who.OURS} answers otherwise: totalCount: 5 and 6"):
        compare([contender(who.DRIVER, 5), contender(who.OURS, 6)])


def test_ratios_are_of_pages_a_second_beside_the_goals() -> None:
    def at(throughput: float) -> Figures:
        return Figures(throughput, 1.0, 2.0, 3.0, 4.0, 5.0)

    found = {
        (who.OURS, 1): at(30),
        (who.PEER_LIST, 1): at(10),
        (who.OURS, 8): at(60),
        (who.PEER_LIST, 8): at(8),
    }
    assert ratios(found).splitlines()[-1] == f"| {who.PEER_LIST} | 3.0× | 7.5× | ≥5× |"
    assert f"| {who.OURS} | 30.0 | 1.00 | 2.00 | 60.0 | 1.00 | 2.00 | 3.00 | 4.00 | 5 |" in figures(found)


@pytest.mark.long
@pytest.mark.timeout(600)
def test_all_contenders_run_and_say_the_same(capsys: pytest.CaptureFixture[str]) -> None:
    BENCHMARKS["page"](0.002)
    printed = capsys.readouterr().out
    assert "all 8 give the same 2 pages of 200 enterprises" in printed
    for name in EVERYBODY:
        assert f"| {name} |" in printed
