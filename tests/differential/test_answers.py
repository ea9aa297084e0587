"""A share of the soak: every answer of documents that walk the live schema equals the oracle's."""

import pytest

from benchmarks.soak.differential import examined
from graph_api.database.connection import Database
from graph_api.settings import Settings


@pytest.mark.timeout(400)
@pytest.mark.parametrize("seed", [1, 2, 3])
def test_every_answer_is_the_oracles(settings: Settings, server: Database, seed: int) -> None:
    examination = examined(settings, server, 100, seed)
    assert "\n".join(map(str, examination.findings)) == ""
    assert examination.documents == 100
    assert examination.followed > 100
