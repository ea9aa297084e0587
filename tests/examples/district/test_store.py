"""Districts straight into a store."""

from examples.district.store import write_district
from graph_api.database.connection import Database

A_THOUSAND = {
    "Enterprise": 1000, "PartyBranch": 306, "Union": 200, "Cadre": 60, "Dispatch": 120, "PartyMember": 400,
    "Activist": 500, "StageEvent": 2500, "ServiceRequest": 1000, "Activity": 1000, "Change": 1,
    "ImportBatch": 1,
}  # fmt: skip


def count(database: Database, statement: str) -> int:
    records, _, _ = database.driver.execute_query(statement, database_=database.name)
    number: int = records[0][0]
    return number


def test_a_thousand_enterprises_come_with_all_that_belongs_to_them(database: Database) -> None:
    told: list[int] = []
    revision = write_district(database.driver, database.name, 1000, told.append)
    found = {label: count(database, f"MATCH (n:{label}) RETURN count(n)") for label in A_THOUSAND}
    assert found == A_THOUSAND
    assert told == [1000]
    assert revision == count(database, "MATCH (c:Counter {name: 'revision'}) RETURN c.value") == 1
    seen = "MATCH (e:Enterprise)<-[:OF]-(:Observation) RETURN count(*)"
    assert count(database, seen) == 2000
    assert count(database, "MATCH (:Person)-[a:ATTENDED]->(:Activity) RETURN count(a)") == 2000
    ids = "MATCH (n:Entity) RETURN count(n.id) - count(DISTINCT n.id)"
    keys = "MATCH ()-[r]->() RETURN count(r.key) - count(DISTINCT r.key)"
    assert count(database, ids) == count(database, keys) == 0
    unexplained = (
        "MATCH (n:Entity) WHERE n.match IS NULL OR n.code IS NULL RETURN collect(DISTINCT labels(n))"
    )
    records, _, _ = database.driver.execute_query(unexplained, database_=database.name)
    assert records[0][0] in ([], [["Change", "Entity"]])
