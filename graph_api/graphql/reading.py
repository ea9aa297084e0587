"""Where resolvers get nodes from: Neo4j, a statement a type and level, however many nodes are asked for.

Nothing else of GraphQL knows the database.
"""

import asyncio
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, LiteralString, NamedTuple, cast

from neo4j import READ_ACCESS, AsyncDriver, Record
from neo4j.exceptions import ServiceUnavailable, SessionExpired
from strawberry.dataloader import DataLoader

from graph_api.questions.ties import Tie
from loaders.statements import about_label
from schema.catalog import NODE_TYPES, RELATIONS, NodeType
from schema.fields import Kind

REVISION: LiteralString = (
    "OPTIONAL MATCH (c:Counter {name: 'revision'}) RETURN coalesce(c.value, 0) AS revision"
)

NODES: LiteralString = """
MATCH (n:Entity) WHERE n.id IN $ids AND $label IN labels(n)
RETURN n.id AS id, properties(n) AS properties,
  COLLECT {
    MATCH (n)-[r:$any($outward)]->(m:Entity)
    RETURN [type(r), r.key, [l IN labels(m) WHERE l <> 'Entity'][0], m.id, r.from, r.until, r.seen]
  } AS outward,
  COLLECT {
    MATCH (n)<-[:OF]-(o:Observation) WHERE $observed
    RETURN properties(o)
  } AS observations
"""

TIES_INTO: LiteralString = """
MATCH (n:Entity) WHERE n.id IN $ids
RETURN n.id AS id,
  COLLECT {
    MATCH (n)<-[r:$any($inward)]-(m:Entity)
    RETURN [type(r), r.key, [l IN labels(m) WHERE l <> 'Entity'][0], m.id, r.from, r.until, r.seen]
  } AS inward
"""

OUTWARD: Mapping[str, list[str]] = {
    name: sorted({each.kind for each in node_type.relations if each.one})
    for name, node_type in NODE_TYPES.items()
}
"""For each type the kinds of the ties that lead from it to one node at a time."""

UNIQUE: LiteralString = "MATCH (n:LABEL) WHERE n.P0 = $code RETURN n.id AS id"

BY_CODE: Mapping[str, tuple[LiteralString, ...]] = {
    name: tuple(
        about_label(UNIQUE, name, field)
        for field in (
            "code",
            *(["stated_code"] if node_type.field("code").headers else []),
            *(each.name for each in node_type.stored if each.kind is Kind.USCC),
        )
    )
    for name, node_type in NODE_TYPES.items()
}
"""For each type how a node is found: by its code, the office's own, its unified social credit code."""

POSTS = ("SECRETARY", "CHAIRED_BY")
"""The ties that lead to the holder of a public post."""

INWARD: Mapping[str, list[str]] = {
    name: sorted(
        {each.kind for each in RELATIONS if name in each.targets and (each.inverse_one or each.kind in POSTS)}
    )
    for name in NODE_TYPES
}
"""For each type the kinds of the ties that lead to it from one node at a time, or from an organisation."""


class Key(NamedTuple):
    """Which node: its type and its number."""

    type_name: str
    number: int


@dataclass(frozen=True, slots=True)
class Facts:
    """Everything that one node shows of itself: properties, ties to one node at a time, Observations."""

    node_type: NodeType
    number: int
    properties: Mapping[str, Any]
    outward: tuple[Tie, ...] = ()
    inward: tuple[Tie, ...] = ()
    observations: Sequence[Mapping[str, Any]] = field(default=())


class Reader:
    """Reads for one request. Nodes asked for together are fetched together, each once."""

    def __init__(self, driver: AsyncDriver, database: str) -> None:
        """Read from `database` through `driver`."""
        self._driver = driver
        self._database = database
        self.statements = 0
        self._nodes: DataLoader[Key, Facts | None] = DataLoader(load_fn=self._load)

    async def run(self, statement: LiteralString, **parameters: object) -> list[Record]:
        """The records of a reading statement; `statements` counts them."""
        self.statements += 1
        try:
            return await self._run(statement, parameters)
        except (ServiceUnavailable, SessionExpired):  # a connection that had idled while Neo4j started anew
            return await self._run(statement, parameters)

    async def _run(self, statement: LiteralString, parameters: dict[str, object]) -> list[Record]:
        """Without the driver's own retries: a caller is told at once that the database is away."""
        async with self._driver.session(database=self._database, default_access_mode=READ_ACCESS) as session:
            result = await session.run(statement, parameters)
            return [each async for each in result]

    async def revision(self) -> int:
        """The revision of the last write."""
        return int((await self.run(REVISION))[0]["revision"])

    async def node(self, key: Key) -> Facts | None:
        """The facts of one node; None where there is none such."""
        return await self._nodes.load(key)

    async def by_code(self, type_name: str, code: str) -> Facts | None:
        """The node of that type with that code, or else with that unified social credit code."""
        for statement in BY_CODE[type_name]:
            found = await self.run(statement, code=code)
            if found:
                return await self.node(Key(type_name, found[0]["id"]))
        return None

    async def _load(self, keys: list[Key]) -> Sequence[Facts | None]:
        by_type: dict[str, list[int]] = defaultdict(list)
        for key in keys:
            by_type[key.type_name].append(key.number)
        found: dict[Key, Facts] = {}
        for one in await asyncio.gather(*(self._load_type(name, ids) for name, ids in by_type.items())):
            found |= one
        return [found.get(key) for key in keys]

    async def _load_type(self, name: str, ids: list[int]) -> dict[Key, Facts]:
        node_type = NODE_TYPES[name]
        outward, inward = OUTWARD[name], INWARD[name]
        nodes, into = await asyncio.gather(
            self.run(NODES, ids=ids, label=name, outward=outward, observed=bool(node_type.observed)),
            self.run(TIES_INTO, ids=ids, inward=inward) if inward else _nothing(),
        )
        ties_into = {each["id"]: _ties(each["inward"]) for each in into}
        return {
            Key(name, each["id"]): Facts(
                node_type,
                each["id"],
                each["properties"],
                _ties(each["outward"]),
                ties_into.get(each["id"], ()),
                each["observations"],
            )
            for each in nodes
        }


async def _nothing() -> list[Record]:
    return []


def _ties(rows: list[list[object]]) -> tuple[Tie, ...]:
    return tuple(
        Tie(
            kind=cast("str", kind),
            key=cast("int", key) or 0,
            other_type=cast("str", other_type),
            other_id=cast("int", other_id),
            from_=cast("int | None", from_),
            until=cast("int | None", until),
            seen=cast("int | None", seen),
        )
        for kind, key, other_type, other_id, from_, until, seen in rows
    )
