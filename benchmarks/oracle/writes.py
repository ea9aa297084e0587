"""Further writes to a random store, each with its Change: what follows the Changes can be examined so."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any, Final, LiteralString

import neo4j

from benchmarks.oracle.facts import Graph, Node, Tie
from benchmarks.oracle.world import World
from schema.catalog import NODE_TYPES
from schema.fields import Kind

_LASTING: Final = ("IS", "PART_OF")
"""The kinds of ties that no write takes apart: who a role is of, which division lies in which."""
_SET_NODES: Final[LiteralString] = """
UNWIND $rows AS r MATCH (n:Entity {id: r[0]}) SET n = r[1]
"""
_SET_TIES: Final[LiteralString] = """
UNWIND $rows AS r MATCH (:Entity {id: r[0]})-[t:$any($kinds) {key: r[1]}]->() SET t = r[2]
"""
_CREATE_NODES: Final[LiteralString] = """
UNWIND $rows AS r CREATE (n:Entity:$(r[0])) SET n = r[1]
"""
_CREATE_TIES: Final[LiteralString] = """
UNWIND $rows AS r MATCH (a:Entity {id: r[1]}) MATCH (b:Entity {id: r[2]})
CREATE (a)-[t:$(r[0])]->(b) SET t = r[3]
"""
_DELETE_TIES: Final[LiteralString] = """
UNWIND $rows AS r MATCH (:Entity {id: r[0]})-[t:$any($kinds) {key: r[1]}]->() DELETE t
"""
_DELETE_NODES: Final[LiteralString] = "MATCH (n:Entity) WHERE n.id IN $ids DETACH DELETE n"
_CHANGE: Final[LiteralString] = """
MERGE (c:Counter {name: 'revision'}) SET c.value = coalesce(c.value, 0) + 1
CREATE (:Entity:Change {id: $id, code: 'CHG-' + toString($id), revision: c.value, at: $at, by: 'soak',
                        operations: $operations})
"""


@dataclass(slots=True)
class Write:
    """One write: what it does, and the operations that its Change names."""

    world: World
    graph: Graph
    operations: list[str] = field(default_factory=list)
    nodes: list[list[Any]] = field(default_factory=list)
    ties: list[list[Any]] = field(default_factory=list)
    gone_nodes: list[int] = field(default_factory=list)
    gone_ties: list[list[Any]] = field(default_factory=list)
    observed: set[int] = field(default_factory=set)
    created: tuple[list[Any], list[Any]] = ([], [])

    @classmethod
    def of(cls, world: World, graph: Graph, facts: int) -> "Write":
        """A write of so many changed, new and removed facts of the graph."""
        made = cls(world, graph)
        begun = len(world.nodes), len(world.ties)
        kinds: tuple[Callable[[], None], ...] = (
            made._change_node, made._change_node, made._change_tie, made._change_tie, made._add_ties,
            made._remove_tie, made._add_node, made._observe, made._observe, made._remove_node,
        )  # fmt: skip
        for _ in range(facts):
            world.draw.choice(kinds)()
        made.operations += [f"+{name}:{values['id']}" for name, values in world.nodes[begun[0] :]]
        made.operations += [f"+{kind}:{values['key']}" for kind, _, _, values in world.ties[begun[1] :]]
        made.created = world.nodes[begun[0] :], world.ties[begun[1] :]
        return made

    def commit(self, driver: neo4j.Driver, database: str) -> None:
        """Write it in one transaction that takes the next revision."""
        kinds = sorted({each.kind for each in self.graph.ties})
        nodes, ties = ([list(each) for each in some] for some in self.created)
        with (
            driver.session(database=database, notifications_min_severity="OFF") as session,
            session.begin_transaction() as transaction,
        ):
            transaction.run(_SET_NODES, rows=self.nodes).consume()
            transaction.run(_SET_TIES, rows=self.ties, kinds=kinds).consume()
            transaction.run(_DELETE_TIES, rows=self.gone_ties, kinds=kinds).consume()
            transaction.run(_CREATE_NODES, rows=nodes).consume()
            transaction.run(_CREATE_TIES, rows=ties).consume()
            transaction.run(_DELETE_NODES, ids=self.gone_nodes).consume()
            at = datetime.now(UTC).isoformat(timespec="milliseconds")
            transaction.run(_CHANGE, id=self.world.next(), at=at, operations=self.operations).consume()
            transaction.commit()

    def _node(self) -> Node:
        """A node that is still there and as the graph has it."""
        touched = {each[0] for each in self.nodes} | set(self.gone_nodes)
        nodes = [
            each
            for each in self.graph.nodes.values()
            if each.id not in touched
            and each.type not in ("Division", "Change", "ImportBatch", "Observation")
        ]
        return self.world.draw.choice(nodes)

    def _tie(self) -> Tie:
        touched = {each[1] for each in (*self.ties, *self.gone_ties)}
        ties = [
            each
            for each in self.graph.ties
            if each.key not in touched and each.source.type in self.world.ids and each.kind not in _LASTING
        ]
        return self.world.draw.choice(ties)

    def _change_node(self) -> None:
        node = self._node()
        node_type = NODE_TYPES[node.type]
        values = dict(node.properties)
        fixed = (Kind.USCC, Kind.ID_NUMBER)
        for declared in self.world.draw.sample(node_type.stored, min(3, len(node_type.stored))):
            if declared.name != "code" and declared.kind not in fixed:
                values[declared.name] = self.world.value(node_type, declared)
        known = {name: each for name, each in values.items() if each is not None}
        self.nodes.append([node.id, known])
        self.operations.append(f"~{node.type}:{node.id}")

    def _change_tie(self) -> None:
        tie = self._tie()
        values = {name: each for name, each in tie.properties.items() if name not in ("from", "until")}
        for name in ("from", "until"):
            if self.world.draw.happens(0.6):
                values[name] = self.world.day()
        self.ties.append([tie.source.id, tie.key, values])
        self.operations.append(f"~{tie.kind}:{tie.key}")

    def _remove_tie(self) -> None:
        tie = self._tie()
        self.gone_ties.append([tie.source.id, tie.key])
        self.operations.append(f"-{tie.kind}:{tie.key}")

    def _add_ties(self) -> None:
        node = self._node()
        relations = NODE_TYPES[node.type].relations
        if relations and (relation := self.world.draw.choice(relations)).kind != "IS":
            self.world.tie_all(relation, node.id)

    def _add_node(self) -> None:
        name = self.world.draw.choice(("Enterprise", "PartyBranch", "Union", "Dispatch", "Activity", "Topic"))
        made = self.world.node(NODE_TYPES[name], 0)
        self.world.ids[name].append(made)
        for relation in NODE_TYPES[name].relations:
            self.world.tie_all(relation, made)
        if NODE_TYPES[name].observed:
            self.world.observe(NODE_TYPES[name], made)

    def _observe(self) -> None:
        node = self._node()
        if NODE_TYPES[node.type].observed and node.id not in self.observed:
            self.observed.add(node.id)
            known = {each.properties["day"] for each in self.graph.observations.get(node.id, ())}
            self.world.observe(NODE_TYPES[node.type], node.id, known)

    def _remove_node(self) -> None:
        """A node with its ties and what was observed of it."""
        node = self._node()
        seen = self.graph.observations.get(node.id, ())
        going = {node.id, *(each.id for each in seen)}
        self.gone_nodes += going
        self.world.ids[node.type].remove(node.id)
        self.operations += [f"-{each.type}:{each.id}" for each in (node, *seen)]
        self.operations += [
            f"-{each.kind}:{each.key}" for each in self.graph.ties if {each.source.id, each.target.id} & going
        ]
