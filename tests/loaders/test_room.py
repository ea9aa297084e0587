import pytest

from loaders import room
from loaders.refusals import BatchTooLarge
from tests.loaders.office import PLACES, Office


def test_the_database_says_how_much_it_gives_to_transactions(office: Office) -> None:
    with office.database.driver.session(database=office.database.name) as session:
        limit = room.transaction_memory(session)
    assert limit is not None
    assert 256 << 20 <= limit <= 16 << 30


def test_a_batch_that_the_heap_cannot_hold_is_refused_before_anything_is_written(
    office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(room, "_BYTES_A_FACT", 1 << 30)
    with pytest.raises(BatchTooLarge, match="GRAPH_API_HEAP"):
        office.load(PLACES)
    assert office.one("MATCH (n:Entity) RETURN count(n)") == 0
    assert office.revision() == 0
