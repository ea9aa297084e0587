"""What the comparison is worth: each planted fault is found, and nothing is where none is planted."""

from typing import Final

import pytest

from benchmarks.oracle.examination import Finding
from benchmarks.soak.differential import examined
from graph_api.database.connection import Database
from graph_api.settings import Settings
from tests.differential.planted_bugs import PLANTS, Plant

DOCUMENTS: Final = 120
SEED: Final = 20220802

pytestmark = pytest.mark.timeout(400)


@pytest.fixture(scope="module")
def unplanted(settings: Settings, server: Database) -> list[Finding]:
    """What the documents that are to find the faults find without them."""
    return examined(settings, server, DOCUMENTS, SEED).findings


@pytest.mark.parametrize("plant", PLANTS, ids=lambda each: each.__name__)
def test_each_is_found(
    unplanted: list[Finding],
    settings: Settings,
    server: Database,
    monkeypatch: pytest.MonkeyPatch,
    plant: Plant,
) -> None:
    assert unplanted == []
    plant(monkeypatch)
    assert len(examined(settings, server, DOCUMENTS, SEED, enough=1).findings) >= 1
