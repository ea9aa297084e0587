"""The whole graph of one revision in dictionaries, read by three statements."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Final, LiteralString

import neo4j

from benchmarks.oracle.identity import read_id
from schema.catalog import NODE_TYPES

_REVISION: Final[LiteralString] = "OPTIONAL MATCH (c:Counter {name: 'revision'}) RETURN coalesce(c.value, 0)"
_NODES: Final[LiteralString] = """
MATCH (n:Entity) RETURN [l IN labels(n) WHERE l <> 'Entity'][0] AS type, properties(n) AS properties
"""
_TIES: Final[LiteralString] = """
MATCH (a:Entity)-[r]->(b:Entity) WHERE type(r) <> 'FROM_BATCH'
RETURN type(r) AS kind, a.id AS source, b.id AS target, properties(r) AS properties
"""


@dataclass(frozen=True, slots=True, eq=False)
class Node:
    """One node as stored."""

    type: str
    id: int
    properties: Mapping[str, Any]

    @property
    def code(self) -> str:
        """Its code."""
        return str(self.properties["code"])


@dataclass(frozen=True, slots=True, eq=False)
class Tie:
    """One relationship as stored, between two nodes."""

    kind: str
    source: Node
    target: Node
    properties: Mapping[str, Any]

    @property
    def key(self) -> int:
        """What tells it from others of its kind; 0 where it bears none."""
        return int(self.properties.get("key") or 0)


@dataclass(frozen=True, slots=True)
class Graph:
    """Everything that was stored at one revision."""

    revision: int
    nodes: Mapping[int, Node]
    ties: Sequence[Tie]
    by_type: Mapping[str, Sequence[Node]]
    out: Mapping[tuple[int, str], Sequence[Tie]]
    into: Mapping[tuple[int, str], Sequence[Tie]]
    observations: Mapping[int, Sequence[Node]]
    remembered: dict[object, Any] = field(default_factory=dict)
    """What was worked out of it once; lives as long as the graph."""

    @classmethod
    def of(cls, revision: int, nodes: Iterable[Node], ties: Iterable[Tie]) -> "Graph":
        """The graph of these nodes and ties."""
        by_id = {each.id: each for each in nodes}
        by_type: dict[str, list[Node]] = defaultdict(list)
        out: dict[tuple[int, str], list[Tie]] = defaultdict(list)
        into: dict[tuple[int, str], list[Tie]] = defaultdict(list)
        observations: dict[int, list[Node]] = defaultdict(list)
        for node in sorted(by_id.values(), key=lambda each: each.code):
            by_type[node.type].append(node)
        kept = sorted(ties, key=lambda each: (each.kind, each.key))
        for tie in kept:
            out[tie.source.id, tie.kind].append(tie)
            into[tie.target.id, tie.kind].append(tie)
            if tie.kind == "OF" and tie.source.type == "Observation":
                observations[tie.target.id].append(tie.source)
        return cls(revision, by_id, kept, by_type, out, into, observations)

    def found(self, type_name: str, code: str) -> Node | None:
        """The node of that type with that code, or with that id."""
        named = read_id(code)
        if named is None:
            return self.by_code(type_name, code)
        node = self.nodes.get(named[1])
        return node if node and node.type == named[0] == type_name else None

    def by_code(self, type_name: str, code: str) -> Node | None:
        """The node of that type with that code, else with that office's code, else with that USCC."""
        for name in ("code", "stated_code", "uscc"):
            if name == "stated_code" and not NODE_TYPES[type_name].field("code").headers:
                continue
            for node in self.by_type.get(type_name, ()):
                if node.properties.get(name) == code:
                    return node
        return None


def read(driver: neo4j.Driver, database: str) -> Graph:
    """The graph as it is; reads again where a write came in between."""
    with driver.session(database=database, default_access_mode=neo4j.READ_ACCESS) as session:
        while True:
            revision = session.run(_REVISION).single(strict=True)[0]
            nodes = {
                each["properties"]["id"]: Node(each["type"], each["properties"]["id"], each["properties"])
                for each in session.run(_NODES)
            }
            ties = [
                Tie(each["kind"], nodes[each["source"]], nodes[each["target"]], each["properties"])
                for each in session.run(_TIES)
                if each["source"] in nodes and each["target"] in nodes
            ]
            if session.run(_REVISION).single(strict=True)[0] == revision:
                return Graph.of(revision, nodes.values(), ties)
