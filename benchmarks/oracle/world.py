"""A small random store of what makes answers go wrong: vague days, open ends, equal keys, corrupted rows."""

import calendar
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Final, LiteralString

import neo4j

from benchmarks.oracle.chance import Chance
from schema.catalog import NODE_TYPES, NodeType
from schema.fields import Field, Kind, Relation

_WRITE_NODES: Final[LiteralString] = """
UNWIND $rows AS r CREATE (n:Entity:$(r[0])) SET n = r[1]
"""
_WRITE_TIES: Final[LiteralString] = """
UNWIND $rows AS r MATCH (a:Entity {id: r[1]}) MATCH (b:Entity {id: r[2]})
CREATE (a)-[t:$(r[0])]->(b) SET t = r[3]
"""
_WRITE_REVISION: Final[LiteralString] = """
MERGE (c:Counter {name: 'revision'}) SET c.value = coalesce(c.value, 0) + 1
"""
_EMPTY: Final[LiteralString] = "MATCH (n) WHERE n:Entity OR n:Counter DETACH DELETE n"

_NAMES: Final = ("张三", "李四", "王小五", "赵六", "欧阳娜娜", "张三丰")
_TEXTS: Final = ("甲厂", "乙厂", "福绵水洗厂", "第一支部", "厂", "A-1", "ａ１", "Ω", "福绵 洗水", "a1")
_TOWNS: Final = ("450903107", "450903108")
_PHONES: Final = ("13812345678", "0775-2345678", "110", " 13900001111 ")
_INDUSTRIES: Final = ("8030", "1713", "18", "C", "99999")
_VALUES: Final[Mapping[Kind, Sequence[Any]]] = {
    Kind.COUNT: (0, 1, 2, 3, 49, 50, 50, 100),
    Kind.DECIMAL: (0.5, 1.0, 60.0, 99.5),
    Kind.YES_NO: (True, False),
    Kind.PHONES: _PHONES,
}
_DAYS: Final = (1, 2, 15, 28, 30)
_YEARS: Final = (2020, 2021, 2022, 2023)
_SIZES: Final = {
    "Enterprise": 40,
    "Person": 30,
    "Division": 9,
    "Dispatch": 25,
    "PartyBranch": 20,
    "Union": 15,
}
_SIZE: Final = 10


@dataclass(slots=True)
class World:
    """Nodes and ties, drawn from a seed; nothing is written yet."""

    draw: Chance
    nodes: list[tuple[str, dict[str, Any]]] = field(default_factory=list)
    ties: list[tuple[str, int, int, dict[str, Any]]] = field(default_factory=list)
    ids: dict[str, list[int]] = field(default_factory=dict)
    last: int = 1000

    @classmethod
    def of(cls, seed: int, share: float = 1.0) -> "World":
        """A world; `share` makes it smaller or larger."""
        made = cls(Chance(seed))
        for name, node_type in NODE_TYPES.items():
            if name not in ("Change", "Observation"):
                count = max(2, int(_SIZES.get(name, _SIZE) * share))
                made.ids[name] = [made.node(node_type, number) for number in range(count)]
        for name, node_type in NODE_TYPES.items():
            for relation in node_type.relations if name != "Observation" else ():
                for source in made.ids[name]:
                    made.tie_all(relation, source)
        for name, node_type in NODE_TYPES.items():
            for subject in made.ids.get(name, ()) if node_type.observed else ():
                made.observe(node_type, subject)
        return made

    def write(self, driver: neo4j.Driver, database: str) -> None:
        """Put the world in place of whatever the store holds, as its next revision."""
        with driver.session(database=database, notifications_min_severity="OFF") as session:
            session.run(_EMPTY).consume()
            session.run(_WRITE_NODES, rows=self.nodes).consume()
            session.run(_WRITE_TIES, rows=self.ties).consume()
            session.run(_WRITE_REVISION).consume()

    def next(self) -> int:
        """An id or a key that nothing bears."""
        self.last += 1
        return self.last

    def node(self, node_type: NodeType, number: int) -> int:
        """One node of a type."""
        made = self.next()
        values = {each.name: self.value(node_type, each) for each in node_type.stored if each.name != "code"}
        values |= {"id": made, "code": f"{node_type.about.prefix}-{made}"}
        if node_type.name == "Division":
            values |= _division(number)
        elif node_type.field("code").headers and self.draw.happens(0.5):
            values["stated_code"] = f"S{made}"
            if self.draw.happens(0.5):
                values["code"] = values["stated_code"]
        self.nodes.append((node_type.name, {name: each for name, each in values.items() if each is not None}))
        return made

    def value(self, node_type: NodeType, declared: Field) -> Any:
        """A value of a field, as stored; None where it is unknown."""
        if self.draw.happens(0.1 if declared.name == "name" else 0.3):
            return [] if declared.is_list and self.draw.happens(0.5) else None
        if declared.kind in (Kind.USCC, Kind.ID_NUMBER):
            return f"{declared.begins_with or '91'}{self.next():016}"
        if declared.kind is Kind.SPANS:
            return [each for _ in range(self.draw.choice((1, 2))) for each in (self.day(), self.day() or 0)]
        drawn = [self._scalar(node_type, declared) for _ in range(self.draw.choice((1, 2, 3)))]
        return drawn if declared.is_list else drawn[0]

    def _scalar(self, node_type: NodeType, declared: Field) -> Any:
        if declared.kind is Kind.DATE:
            return self.day()
        choices: Sequence[Any] = _VALUES.get(declared.kind, _NAMES if declared.personal else _TEXTS)
        if declared.vocabulary:
            choices = [each.name for each in declared.vocabulary]
        elif declared.name == "industry" and node_type.name == "Enterprise":
            choices = _INDUSTRIES
        return self.draw.choice(choices)

    def day(self) -> int:
        """A recorded day, month or year."""
        year, month, day = (
            self.draw.choice(_YEARS),
            self.draw.choice((1, 2, 6, 8, 12)),
            self.draw.choice(_DAYS),
        )
        if self.draw.happens(0.15):
            return year * 10000
        if self.draw.happens(0.3):
            return year * 10000 + month * 100
        return year * 10000 + month * 100 + min(day, calendar.monthrange(year, month)[1])

    def tie_all(self, relation: Relation, source: int) -> None:
        """The ties of one node by one relation: none, one, several; to what was before, again."""
        if relation.source == "Division":
            self._place(source)
            return
        if relation.kind == "IS":
            place = self.ids[relation.source].index(source)
            self.tie(relation, source, self.ids["Person"][place % len(self.ids["Person"])], {})
            return
        found = [
            self.draw.choice(self.ids[self.draw.choice(relation.targets)])
            for _ in range(self._degree(relation))
        ]
        found[2:3] = found[:1] if found[2:] else []  # back to where it was before
        if self.draw.happens(0.02):
            found.append(self.draw.choice(self.ids["Topic"]))  # corrupted: no such relation leads to a topic
        for target in found:
            self.tie(relation, source, target, self._days())

    def _degree(self, relation: Relation) -> int:
        if relation.many_targets:
            return self.draw.choice((0, 1, 3, 6))
        return self.draw.choice((0, 1, 1, 2, 3)) if relation.one else self.draw.choice((0, 1, 2, 3))

    def _place(self, source: int) -> None:
        place = self.ids["Division"].index(source)
        if place:
            parent = 0 if place <= len(_TOWNS) else 1 + place % len(_TOWNS)
            self.tie(NODE_TYPES["Division"].relations[0], source, self.ids["Division"][parent], {})

    def _days(self) -> dict[str, int]:
        made = {}
        if self.draw.happens(0.55):
            made["from"] = self.day()
        elif self.draw.happens(0.9):
            made["seen"] = self.day()
        if self.draw.happens(0.4):
            made["until"] = self.day()
        return made

    def tie(self, relation: Relation, source: int, target: int, days: dict[str, int]) -> None:
        """One tie."""
        own = {}
        for declared in relation.properties:
            own[declared.name] = self._scalar(NODE_TYPES[relation.source], declared)
        self.ties.append((relation.kind, source, target, {**days, **own, "key": self.next()}))

    def observe(self, node_type: NodeType, subject: int, known: Collection[int] = ()) -> None:
        """What was seen of one node, on several days but for those that are known: there is one a day."""
        for day in {self.day() for _ in range(self.draw.choice((0, 1, 2, 3, 4)))} - set(known):
            made = self.next()
            values: dict[str, Any] = {"day": day, **dict(self._seen(node_type))}
            self.nodes.append(("Observation", {"id": made, "code": f"OBS-{made}", **values}))
            self.ties.append(("OF", made, subject, {"key": self.next()}))

    def _seen(self, node_type: NodeType) -> Iterator[tuple[str, Any]]:
        for declared in node_type.observed:
            if self.draw.happens(0.6):
                yield declared.name, self._scalar(node_type, declared)
                if declared.kind is Kind.COUNT and self.draw.happens(0.5):
                    yield f"{declared.name}_bound", self.draw.choice(("ABOUT", "AT_LEAST", "EXACT"))


def _division(number: int) -> dict[str, str]:
    """A county, two towns, then villages of the two, with codes that say so."""
    if number == 0:
        return {"code": "450903", "level": "COUNTY"}
    if number <= len(_TOWNS):
        return {"code": _TOWNS[number - 1], "level": "TOWNSHIP"}
    return {"code": f"{_TOWNS[number % len(_TOWNS)]}{200 + number}", "level": "VILLAGE"}
