"""What the bulk writer leaves is what a commit of rosters leaves."""

from examples.district.bulk_writer import BulkWriter
from graph_api.database.connection import Database


def test_nodes_ties_and_observations_come_with_provenance_and_a_change(database: Database) -> None:
    writer = BulkWriter(database.driver, database.name, by="test")
    place = writer.node("Division", "甲镇", {"stated_code": "450903999", "name": "甲镇"})
    firm = writer.node("Enterprise", "甲", {"name": "甲", "closed": None}, day=20220720)
    writer.tie("LOCATED_IN", firm, place, start=20220101, until=None)
    writer.observation(firm, 20220720, {"employees": 5})
    revision = writer.commit()
    records, _, _ = database.driver.execute_query(
        """
        MATCH (e:Enterprise:Entity {id: $firm})-[l:LOCATED_IN]->(d:Division {code: '450903999'})
        MATCH (e)-[f:FROM_BATCH]->(b:ImportBatch {state: 'COMMITTED'})
        MATCH (o:Observation)-[:OF]->(e)
        MATCH (c:Change {batch: b.code})
        RETURN e.code, l.from, l.key, f.row, f.day, f.fields, o.employees, o.match, b.rows_read,
               c.revision, c.by
        """,
        firm=firm,
        database_=database.name,
    )
    code, since, key, row, day, fields, employees, match, rows, changed, by = records[0].values()
    assert (code, since, row, day, fields) == (f"ENT-{firm}", 20220101, 2, 20220720, ["closed", "name"])
    assert (employees, match, rows, changed, by) == (5, f"#{firm}|20220720", 2, revision, "test")
    assert key > firm
