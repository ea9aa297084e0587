"""Each write is one revision whose Change names what it touched."""

from typing import Final, LiteralString

import neo4j

from benchmarks.oracle.facts import Graph, read
from benchmarks.oracle.world import World
from benchmarks.oracle.writes import Write

CHANGES: Final[LiteralString] = (
    "MATCH (c:Change) RETURN c.revision AS revision, c.operations AS operations ORDER BY revision"
)


def states(graph: Graph) -> dict[str, object]:
    nodes = {
        f"{each.type}:{each.id}": dict(each.properties)
        for each in graph.nodes.values()
        if each.type != "Change"
    }
    ties = {
        f"{each.kind}:{each.key}": (each.source.id, each.target.id, dict(each.properties))
        for each in graph.ties
    }
    return {**nodes, **ties}


def test_what_differs_is_what_the_change_names(driver: neo4j.Driver) -> None:
    world = World.of(3)
    world.write(driver, "neo4j")
    before = read(driver, "neo4j")
    for _ in range(3):
        Write.of(world, before, 40).commit(driver, "neo4j")
        now = read(driver, "neo4j")
        old, new = states(before), states(now)
        differing = {name for name in old.keys() | new.keys() if old.get(name) != new.get(name)}
        records, _, _ = driver.execute_query(CHANGES, database_="neo4j")
        assert now.revision == before.revision + 1 == records[-1]["revision"]
        assert differing <= {each[1:] for each in records[-1]["operations"]}
        assert len(differing) > 20
        assert {each[0] for each in records[-1]["operations"]} == {"+", "~", "-"}
        before = now
