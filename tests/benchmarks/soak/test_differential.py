"""A share of the soak, with what it tells."""

import pytest

from benchmarks.soak.differential import run
from graph_api.database.connection import Database
from graph_api.settings import Settings


@pytest.mark.timeout(400)
def test_it_tells_each_store_and_whether_all_was_right(settings: Settings, server: Database) -> None:
    lines: list[str] = []
    assert run(settings, server, 25, 11, lines.append)
    assert len(lines) == 1
    assert lines[0].startswith("store 11: 25 documents, ")
    assert lines[0].endswith(": 0 wrong")
