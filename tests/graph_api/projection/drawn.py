"""A small graph of every type and relation, drawn by chance, as the database would answer about it."""

from dataclasses import dataclass, field
from random import Random
from typing import Any

import numpy as np

from graph_api.projection.bonds import Ties
from graph_api.projection.bulk import HELD
from graph_api.projection.columns import bounds, column
from graph_api.projection.following import Facts
from graph_api.projection.observations import Observations, observed_fields
from graph_api.projection.picture import Picture
from graph_api.projection.table import Table, fields_held
from graph_api.projection.touched import Touched
from schema.catalog import NODE_TYPES, RELATIONS
from schema.fields import Field, Kind, Relation
from schema.observation import Bound

DAYS = (None, 20210000, 20220800, 20220815, 20220831, 20230000, 20230105)
SUBJECT = NODE_TYPES["Observation"].relation("subject")
CODE = Field("code", Kind.CODE, NODE_TYPES["Enterprise"].field("code").label)


@dataclass(slots=True)
class Tie:
    relation: Relation
    source: int
    target: int
    values: dict[str, Any]


@dataclass(slots=True)
class Graph:
    """Nodes by id, ties by key, what was touched since somebody last asked."""

    draw: Random
    nodes: dict[int, tuple[str, dict[str, Any]]] = field(default_factory=dict)
    ties: dict[int, Tie] = field(default_factory=dict)
    touched: Touched = field(default_factory=lambda: Touched(0, ""))
    last: int = 0

    def some(self, *types: str) -> int | None:
        """A node of one of the types, if there is any."""
        found = [each for each, (name, _) in self.nodes.items() if name in types]
        return self.draw.choice(found) if found else None

    def add_node(self, name: str, **values: Any) -> int:
        self.last += 1
        number = self.last if self.draw.random() < 0.8 else self.draw.randrange(10**6, 10**9)
        fields = fields_held(NODE_TYPES[name])
        drawn = {each.name: self._value(each) for each in fields} | {
            "code": f"C{number}",
            "stated_code": None,
        }
        self.nodes[number] = name, drawn | values
        self.touched.nodes[name].add(number)
        return number

    def add_tie(self, relation: Relation) -> None:
        source, target = self.some(relation.source), self.some(*relation.targets)
        if source is not None and target is not None:
            self._tie(relation, source, target)

    def observe(self) -> None:
        """An Observation with its tie, which a Change does not name."""
        subject = self.some(*SUBJECT.targets)
        if subject is not None:
            fields = observed_fields(self.nodes[subject][0])
            seen = {each.name: self._value(each) for each in fields}
            limits = {
                f"{each.name}_bound": self.draw.choice([None, *(one.name for one in Bound)])
                for each in fields
            }
            number = self.add_node("Observation", day=self.draw.choice(DAYS[1:]), **seen, **limits)
            self._tie(SUBJECT, number, subject)

    def change(self) -> None:
        """Other values of some nodes and ties."""
        for number in self.draw.sample(sorted(self.nodes), min(len(self.nodes), 3)):
            name, values = self.nodes[number]
            for each in fields_held(NODE_TYPES[name]):
                if self.draw.random() < 0.3:
                    values[each.name] = self._value(each)
            self.touched.nodes[name].add(number)
        for key in self.draw.sample(sorted(self.ties), min(len(self.ties), 3)):
            self.ties[key].values |= self._days()
            self.touched.ties[self.ties[key].relation.kind].add(key)

    def remove(self) -> None:
        """A node with its ties, of which only the node is named; and a tie."""
        number = self.draw.choice(sorted(self.nodes))
        name, _ = self.nodes.pop(number)
        self.touched.nodes[name].add(number)
        for key in [key for key, tie in self.ties.items() if number in (tie.source, tie.target)]:
            del self.ties[key]
        named = [key for key, tie in self.ties.items() if tie.relation.source != "Observation"]
        if named:
            key = self.draw.choice(named)
            self.touched.ties[self.ties.pop(key).relation.kind].add(key)

    def picture(self, revision: int) -> Picture:
        """Everything, read afresh."""
        found = self._facts({each.name: None for each in HELD}, None, None)
        return Picture(revision, found.tables, found.ties, found.observations, f"mark {revision}")

    def facts(self, revision: int) -> tuple[Touched, Facts]:
        """What was touched since last time, and how it is now."""
        touched, self.touched = self.touched, Touched(revision, f"mark {revision}")
        touched.revision, touched.mark = revision, f"mark {revision}"
        seen = touched.nodes["Observation"]
        keys = {key for of_kind in touched.ties.values() for key in of_kind}
        keys |= {key for key, tie in self.ties.items() if tie.source in seen and tie.relation == SUBJECT}
        return touched, self._facts({name: ids for name, ids in touched.nodes.items() if ids}, keys, seen)

    def _tie(self, relation: Relation, source: int, target: int) -> None:
        self.last += 1
        own = {each.name: self._value(each) for each in relation.properties}
        self.ties[self.last] = Tie(relation, source, target, self._days() | own)
        if relation != SUBJECT:
            self.touched.ties[relation.kind].add(self.last)

    def _days(self) -> dict[str, Any]:
        return {name: self.draw.choice(DAYS) for name in ("from", "until", "seen")}

    def _value(self, of: Field) -> Any:
        if self.draw.random() < 0.3:
            return None
        one: Any = self.draw.choice(["甲", "乙厂", "丙", "A1", "", "厂\U0001f600"])
        if of.kind in (Kind.DATE, Kind.SPANS):
            one = self.draw.choice(DAYS[1:])
        elif of.kind is Kind.COUNT:
            one = self.draw.randrange(100)
        elif of.kind in (Kind.YES_NO, Kind.DECIMAL):
            one = self.draw.random() if of.kind is Kind.DECIMAL else self.draw.random() < 0.5
        elif of.kind is Kind.TERM:
            one = self.draw.choice([each.name for each in of.vocabulary or ()])
        return [one] * self.draw.randrange(3) if of.is_list else one

    def _facts(
        self, nodes: dict[str, set[int] | None], keys: set[int] | None, seen: set[int] | None
    ) -> Facts:
        tables = {name: self._table(name, ids) for name, ids in nodes.items()}
        ties = {(each.source, each.field): self._ties(each, keys) for each in RELATIONS}
        watched = [each.name for each in HELD if observed_fields(each.name)]
        return Facts(tables, ties, {name: self._observations(name, seen) for name in watched})

    def _table(self, name: str, ids: set[int] | None) -> Table:
        found = [each for each, (of, _) in self.nodes.items() if of == name and (ids is None or each in ids)]
        self.draw.shuffle(found)
        fields = [CODE, CODE, *fields_held(NODE_TYPES[name])]
        names = ["code", "stated_code", *(each.name for each in fields[2:])]
        columns = {
            stored: column(each, [self.nodes[number][1].get(stored) for number in found])
            for stored, each in zip(names, fields, strict=True)
        }
        return Table.of(name, np.array(found, np.int64), columns)

    def _ties(self, relation: Relation, keys: set[int] | None) -> Ties:
        found = sorted(
            key
            for key, tie in self.ties.items()
            if tie.relation == relation and (keys is None or key in keys)
        )
        some = [self.ties[key] for key in found]
        begun, until, seen = (
            np.array([tie.values[name] or 0 for tie in some], np.int32) for name in ("from", "until", "seen")
        )
        return Ties(
            relation,
            np.array([tie.source for tie in some], np.int64),
            np.array([tie.target for tie in some], np.int64),
            np.array(found, np.int64),
            begun,
            until,
            seen,
            {
                each.name: column(each, [tie.values[each.name] for tie in some])
                for each in relation.properties
            },
        )

    def _observations(self, name: str, seen: set[int] | None) -> Observations:
        found = [
            (tie.source, tie.target, self.nodes[tie.source][1])
            for tie in self.ties.values()
            if tie.relation == SUBJECT
            and self.nodes[tie.target][0] == name
            and (seen is None or tie.source in seen)
        ]
        fields = observed_fields(name)
        counts = [each for each in fields if each.kind is Kind.COUNT]
        return Observations(
            name,
            np.array([number for number, _, _ in found], np.int64),
            np.array([subject for _, subject, _ in found], np.int64),
            np.array([values["day"] or 0 for _, _, values in found], np.int32),
            {each.name: column(each, [values.get(each.name) for *_, values in found]) for each in fields},
            {
                each.name: bounds([values.get(f"{each.name}_bound") for *_, values in found])
                for each in counts
            },
        )


def drawn(seed: int) -> Graph:
    """A graph with some nodes of every type and some ties of every relation."""
    graph = Graph(Random(seed))  # noqa: S311 - cases, not secrets
    for node_type in HELD:
        for _ in range(0 if node_type.name == "Observation" else 4):
            graph.add_node(node_type.name)
    for relation in RELATIONS:
        for _ in range(0 if relation == SUBJECT else 5):
            graph.add_tie(relation)
    for _ in range(12):
        graph.observe()
    graph.facts(0)
    return graph
