"""The benchmark runs and compares like with like, on a small share of its rows."""

import pytest

from benchmarks.__main__ import BENCHMARKS
from benchmarks.roster_loading import HEADER, rows


@pytest.mark.timeout(300)
def test_it_prints_a_ratio_for_each_format(capsys: pytest.CaptureFixture[str]) -> None:
    BENCHMARKS["roster_loading"](0.01)
    printed = capsys.readouterr().out
    for line in (
        "csv: 200 rows in",
        "xlsx: 200 rows in",
        "LOAD CSV of the same facts",
        "the speed of LOAD CSV",
    ):
        assert line in printed


def test_every_row_has_a_cell_for_each_column() -> None:
    assert {len(row) for row in rows(50)} == {len(HEADER)}
