"""Neo4j restarted once under fifty clients; the soak does it many times."""

import contextlib
from pathlib import Path

import pytest

from benchmarks.soak.restarts import DOCUMENTS, Watch, run
from benchmarks.wire import Wire
from graph_api.settings import Settings


@pytest.mark.long
def test_answers_are_right_or_unavailable_and_come_back(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    settings = Settings(data=tmp_path, sample=False, heap=512 << 20)
    with contextlib.closing(Wire()) as wire:
        held = run(settings, wire, 1, 20220802)
    told = capsys.readouterr().out
    assert held, told
    assert "'unavailable'" in told


def test_an_answer_that_is_neither_right_nor_unavailable_is_wrong() -> None:
    watch = Watch(lambda *_: {"data": {"enterprises": None}})
    watch.expected = {text: {} for text in DOCUMENTS}
    watch.ask_once(0)
    assert watch.seen == {"wrong": 1}
