"""A share of the soak: every answer equals the oracle's, and each planted fault is found by that.

Documents walk the live schema over random stores, with writes in between.
"""

from typing import Final

import pytest

from benchmarks.oracle.examination import Examination
from benchmarks.soak.differential import examined
from graph_api.database.connection import Database
from graph_api.settings import Settings
from tests.differential.planted_bugs import PLANTS, Plant

DOCUMENTS: Final = 200
UNTIL_FOUND: Final = 400
"""Documents after which a fault that was not found is not found; few take more than `DOCUMENTS`."""
SEED: Final = 20220802

pytestmark = pytest.mark.timeout(600)


@pytest.fixture(scope="module")
def unplanted(settings: Settings, server: Database) -> Examination:
    """What the documents that are to find the faults find without them."""
    return examined(settings, server, DOCUMENTS, SEED)


def right(examination: Examination, documents: int) -> bool:
    """Whether so many documents were examined and all answers were right."""
    assert "\n".join(map(str, examination.findings)) == ""
    return examination.documents == documents and examination.followed > documents


def test_every_answer_is_the_oracles(unplanted: Examination) -> None:
    assert right(unplanted, DOCUMENTS)
    assert len(unplanted.walker.seen) > 600


def test_every_answer_is_the_oracles_on_another_store(settings: Settings, server: Database) -> None:
    assert right(examined(settings, server, 60, 1), 60)


@pytest.mark.parametrize("plant", PLANTS, ids=lambda each: each.__name__)
def test_each_planted_bug_is_found(
    unplanted: Examination,
    settings: Settings,
    server: Database,
    monkeypatch: pytest.MonkeyPatch,
    plant: Plant,
) -> None:
    assert unplanted.findings == []
    plant(monkeypatch)
    assert len(examined(settings, server, UNTIL_FOUND, SEED, enough=1).findings) >= 1
