"""What documents ask with: ids, codes, days and values that the graph has, and others near them."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Any, Final

from benchmarks.oracle.chance import Chance
from benchmarks.oracle.days import Span, after
from benchmarks.oracle.facts import Graph, Node
from benchmarks.oracle.identity import write_id
from benchmarks.oracle.showing import fields_of
from schema.catalog import NODE_TYPES
from schema.fields import Field, Kind

EARLIEST: Final = date(1900, 1, 1)
LATEST: Final = date(2036, 1, 1)
_TEXTS: Final = ("", "厂", "福绵", "不存在", "%", "'", "A", "第一")
_NEAR: Final = {Kind.COUNT: (-1, 0, 0, 0, 1), Kind.DECIMAL: (-0.5, 0.0, 0.0, 0.5)}


@dataclass(slots=True)
class Pool:
    """Draws from one graph."""

    graph: Graph
    draw: Chance
    days: Sequence[date] = field(init=False)
    ends: Sequence[date] = field(init=False)
    shown: Sequence[Node] = field(init=False)

    def __post_init__(self) -> None:
        """Find the days on which something changes, those after some tie's end, and the nodes shown."""
        self.days = sorted(set(_changing(self.graph)))
        untils = {each.properties["until"] for each in self.graph.ties if each.properties.get("until")}
        self.ends = sorted(after(each) for each in untils)
        self.shown = [each for each in self.graph.nodes.values() if NODE_TYPES[each.type].about.in_graph]

    def day(self) -> str:
        """A day, mostly one on which something changes, or the one before or after."""
        draw = self.draw
        if self.ends and draw.happens(0.15):
            found = draw.choice(self.ends)
        elif self.days and draw.happens(0.85):
            found = draw.choice(self.days) + timedelta(days=draw.choice((-1, 0, 0, 1)))
        else:
            found = date(draw.randint(1990, 2035), draw.randint(1, 12), draw.randint(1, 28))
        return min(max(found, EARLIEST), LATEST).isoformat()

    def code(self, type_name: str) -> str:
        """What finds a node of a type: a code, an office's code, a USCC, an id; now and then nothing does."""
        nodes = self.graph.by_type.get(type_name, ())
        if not nodes or self.draw.happens(0.05):
            return self.draw.choice(("XX-0", "0", "厂", self.id()))
        node = self.draw.choice(nodes)
        codes = [node.properties.get(name) for name in ("code", "stated_code", "uscc")]
        stated = [each for each in codes if each]
        return self.id_of(node) if self.draw.happens(0.15) else str(self.draw.choice(stated))

    def place(self) -> str:
        """The code or the id of a division."""
        node = self.draw.choice(self.graph.by_type["Division"])
        return write_id(node.type, node.id) if self.draw.happens(0.2) else node.code

    def id(self) -> str:
        """A global id; now and then one that nothing bears."""
        if self.draw.happens(0.05):
            return self.draw.choice(
                (write_id("Enterprise", 1), write_id("Person", 999999999), "x", "Enterprise:1")
            )
        return self.id_of(self.draw.choice(self.shown))

    def id_of(self, node: Node) -> str:
        """A node's id, one in four with a day."""
        return write_id(node.type, node.id, self.day() if self.draw.happens(0.25) else None)

    def value(self, type_name: str, field_name: str, operand: str) -> Any:
        """A value to compare a field with: one that some node has, or one near it."""
        declared = fields_of(type_name)[field_name]
        if operand == "isUnknown" or declared.kind is Kind.YES_NO:
            return self.draw.happens(0.5)
        value = self._stored(type_name, declared)
        if declared.vocabulary and not declared.is_list:
            return value or self.draw.choice([each.name for each in declared.vocabulary])
        if declared.kind is Kind.DATE:
            return self._near_day(value)
        if declared.kind in _NEAR:
            return (value or 0) + self.draw.choice(_NEAR[declared.kind])
        return self._near_text(str(value or ""), operand)

    def _stored(self, type_name: str, declared: Field) -> Any:
        nodes = self.graph.by_type.get(type_name, ())
        if declared.observed:
            nodes = [seen for each in nodes for seen in self.graph.observations.get(each.id, ())]
        known = [
            each.properties[declared.name] for each in nodes if each.properties.get(declared.name) is not None
        ]
        value = self.draw.choice(known) if known else None
        return self.draw.choice(value) if isinstance(value, list) and value else value

    def _near_text(self, text: str, operand: str) -> str:
        if self.draw.happens(0.15):
            return self.draw.choice(_TEXTS)
        if operand == "startsWith":
            return text[: self.draw.randint(1, max(1, len(text)))]
        if operand == "contains" and text:
            begin = self.draw.randrange(len(text))
            return text[begin : begin + self.draw.randint(1, 3)]
        return text

    def _near_day(self, stored: Any) -> str:
        span = Span.stored(stored if isinstance(stored, int) and stored else 20220800)
        day = self.draw.choice((span.first, span.last)) + timedelta(days=self.draw.choice((-1, 0, 0, 1)))
        return day.isoformat()[: self.draw.choice((4, 7, 10))]


def _changing(graph: Graph) -> Iterator[date]:
    """The first and last days of everything recorded, and the days after."""
    numbers = [each.properties.get(name) for each in graph.ties for name in ("from", "until", "seen")]
    for node in graph.nodes.values():
        numbers += [
            node.properties.get(each.name) for each in NODE_TYPES[node.type].fields if each.kind is Kind.DATE
        ]
    for number in numbers:
        if isinstance(number, int) and number:
            span = Span.stored(number)
            yield from (span.first, span.last, span.last + timedelta(days=1))
