"""What is read in parts is what is read whole."""

import pytest

from examples.district.store import write_district
from graph_api.database.connection import Database
from graph_api.projection import bulk
from graph_api.projection.bulk import HELD, read_picture
from graph_api.projection.differences import differences
from schema.catalog import RELATIONS
from schema.text import Text


def test_the_district_read_in_small_parts_is_the_one_read_whole(
    database: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    revision, said = write_district(database.driver, database.name, 40), list[Text]()
    whole = read_picture(database.driver, database.name, said.append)
    monkeypatch.setattr(bulk, "_NODES_A_PART", 15)
    parts = read_picture(database.driver, database.name)
    assert [str(each) for each in differences(parts, whole)] == []
    assert whole.revision == revision
    assert [each.en for each in said] == [f"reading the graph {tenth}0%" for tenth in range(1, 11)]
    assert whole.tables.keys() == {each.name for each in HELD}
    assert whole.ties.keys() == {
        (each.source, each.field) for each in RELATIONS if each.source in whole.tables
    }
    records, _, _ = database.driver.execute_query(
        "MATCH (n:Entity) WHERE NOT n:Change RETURN count(n)", database_=database.name
    )
    assert sum(int(table.there.sum()) for table in whole.tables.values()) == records[0][0]
