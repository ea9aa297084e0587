"""The graph as it is read, and how a node is found in it."""

from typing import Final, LiteralString

import neo4j

from benchmarks.oracle.facts import read
from benchmarks.oracle.identity import write_id
from tests.benchmarks.oracle.small_graph import graph

STORED: Final[LiteralString] = """
CREATE (:Counter {name: 'revision', value: 3})
CREATE (e:Entity:Enterprise {id: 1, code: 'E1', name: '甲厂'})
CREATE (:Entity:Observation {id: 2, code: 'O2', day: 20220801, employees: 5})-[:OF {key: 9}]->(e)
CREATE (e)-[:FROM_BATCH {key: 4}]->(:Entity:ImportBatch {id: 3, code: 'B3'})
"""


def test_everything_is_read_but_where_it_came_from(driver: neo4j.Driver) -> None:
    with driver.session(database="neo4j", notifications_min_severity="OFF") as session:
        session.run(STORED).consume()
    found = read(driver, "neo4j")
    assert found.revision == 3
    assert {number: each.type for number, each in found.nodes.items()} == {
        1: "Enterprise",
        2: "Observation",
        3: "ImportBatch",
    }
    assert [(each.kind, each.key, each.source.id, each.target.id) for each in found.ties] == [("OF", 9, 2, 1)]
    assert [each.properties["employees"] for each in found.observations[1]] == [5]


def test_a_node_is_found_by_its_code_before_the_offices_before_its_uscc() -> None:
    whole = graph(
        [
            ("Agency", 1, {"code": "A"}),
            ("Agency", 2, {"code": "B", "stated_code": "A"}),
            ("Union", 3, {"uscc": "81"}),
        ],
        [],
    )
    assert [whole.found("Agency", each) for each in ("A", "B", "C")] == [whole.nodes[1], whole.nodes[2], None]
    assert whole.by_code("Union", "81") is whole.nodes[3]
    assert whole.found("Agency", write_id("Agency", 2)) is whole.nodes[2]
    assert whole.found("Agency", write_id("Union", 3)) is None
