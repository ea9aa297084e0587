"""One node as of one day, as an answer shows it: values, name, mask, id, and where its relations lead."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Any, Final

from benchmarks.oracle.days import last_of, written
from benchmarks.oracle.facts import Graph, Node
from benchmarks.oracle.holding import Stay, lived, stays_from, stays_into
from benchmarks.oracle.identity import write_id
from schema.catalog import NODE_TYPES, RELATIONS
from schema.fields import Field, Kind, Personal, Relation, Shortcut

_LONG: Final = 10
"""Characters of a phone number that shows more than its first."""


def camel(name: str) -> str:
    """`full_members` as answers name it: `fullMembers`."""
    return name[:1] + name.title().replace("_", "")[1:]


@dataclass(frozen=True, slots=True)
class Way:
    """A relation as one type sees it: the relationships to walk, forwards or backwards; to one or many."""

    legs: tuple[tuple[Relation, bool], ...]
    one: bool


@cache
def ways_of(type_name: str) -> dict[str, Way]:
    """Where a type leads, by the catalog's name of the relation, those that are not published included."""
    found: dict[str, Way] = {}
    for each in RELATIONS:
        if each.source == type_name:
            found[each.field] = Way(((each, True),), each.one)
        if type_name in each.targets:
            found[each.inverse] = Way(((each, False),), each.inverse_one)
    for name, node_type in NODE_TYPES.items():
        for shortcut in node_type.shortcuts:
            legs = _legs(name, shortcut)
            if name == type_name:
                found[shortcut.field] = Way(legs, one=True)
            if shortcut.target == type_name:
                found[shortcut.inverse] = Way(tuple((each, False) for each, _ in reversed(legs)), one=False)
    return found


def _legs(type_name: str, shortcut: Shortcut) -> tuple[tuple[Relation, bool], ...]:
    first = next(each for each in NODE_TYPES[type_name].relations if each.field == shortcut.steps[0])
    second = next(each for each in NODE_TYPES[first.targets[0]].relations if each.field == shortcut.steps[1])
    return (first, True), (second, True)


@dataclass(frozen=True, slots=True)
class View:
    """The graph on one day; `explicit` says that the caller named it, `masking` hides personal data."""

    graph: Graph
    day: date
    explicit: bool
    masking: bool = True

    def global_id(self, node: Node) -> str:
        """Its opaque id."""
        return write_id(node.type, node.id, self.day.isoformat() if self.explicit else None)

    def stored(self, node: Node, field: Field) -> Any:
        """The value of a field on the day as stored; None where it is unknown."""
        return self._bearer(node, field).properties.get(field.name)

    def bound(self, node: Node, field: Field) -> str | None:
        """How exact an observed count is; None where it is unknown."""
        bearer = self._bearer(node, field)
        if bearer.properties.get(field.name) is None:
            return None
        return str(bearer.properties.get(f"{field.name}_bound") or "EXACT")

    def _bearer(self, node: Node, field: Field) -> Node:
        """The node that bears the field's value: itself, or the last Observation that has the field."""
        if not field.observed:
            return node
        told = [
            (last_of(each.properties.get("day"), date.max), each.properties.get("day") or 0, -number, each)
            for number, each in enumerate(self.graph.observations.get(node.id, ()))
            if each.properties.get(field.name) is not None
        ]
        begun = [each for each in told if each[0] <= self.day and each[1]]
        return max(begin for begin in begun)[3] if begun else Node(node.type, node.id, {})

    def shown(self, node: Node, field: Field) -> Any:
        """The value of a field as an answer shows it."""
        value = self.stored(node, field)
        hidden = field.personal and self.masking
        if value is None:
            return [] if field.is_list and not field.personal else None
        if field.kind is Kind.SPANS:
            return [
                {"from": written(first) if first else None, "until": written(last) if last else None}
                for first, last in zip(value[::2], value[1::2], strict=True)
            ]
        if field.kind is Kind.DATE:
            return written(value // 10000 * 10000 if hidden else value)
        if hidden and isinstance(value, list):
            return [_hidden(each, field) for each in value]
        return _hidden(value, field) if hidden else value

    def led(self, node: Node, name: str, when: str = "IN_FORCE") -> list[tuple[Node, Stay]]:
        """Where a relation leads on the day, with the tie of its last step: by type, then by begin."""
        way = ways_of(node.type)[name]
        at: list[tuple[Node, Stay]] = []
        near: Sequence[Node] = [node]
        for number, (relation, onward) in enumerate(way.legs):
            last = number == len(way.legs) - 1
            at = []
            for each in near:
                stays = (stays_from if onward else stays_into)(self.graph, each, relation)
                found = [(stay.tie.target if onward else stay.tie.source, stay) for stay in stays]
                if last and not way.one:
                    found = [(other, lived(stay, other)) for other, stay in found]
                asked = when if last else "IN_FORCE"
                at += [(other, stay) for other, stay in found if stay.answers(asked, self.day)]
            near = [other for other, _ in at]
        targets = way.legs[-1][0].targets
        if way.legs[-1][1]:
            at.sort(key=lambda each: targets.index(each[0].type))
        return at

    def one(self, node: Node, name: str) -> Node | None:
        """The node that a to-one relation leads to on the day."""
        found = self.led(node, name)
        return found[-1][0] if found else None

    def name(self, node: Node) -> str | None:
        """Its own name, or one composed of what its type declares; None where nothing is known."""
        about = NODE_TYPES[node.type].about
        if about.name_parts == ("name",):
            name: str | None = node.properties.get("name")
            personal = NODE_TYPES[node.type].field("name").personal
            return _first_character(name) if personal and self.masking and not self._public(node) else name
        if about.name_parts == ("person.name",):
            person = self.one(node, "person")
            bare = person.properties.get("name") if person else None
            return _first_character(bare) if about.personal_name and self.masking else bare
        parts = [self._part(node, part) for part in about.name_parts]
        return " · ".join(part for part in parts if part) or None

    def _part(self, node: Node, part: str) -> str | None:
        relation, _, last = part.rpartition(".")
        if relation:
            other = self.one(node, relation)
            if other is None:
                return None
            return self.name(other) if last == "name" else str(other.properties.get(last) or "")
        field = NODE_TYPES[node.type].field(part)
        value = self.shown(node, field)
        if value is not None and field.vocabulary:
            return next((each.zh for each in field.vocabulary if each.name == value), str(value))
        return None if value is None else str(value)

    def _public(self, person: Node) -> bool:
        """Whether a person is a cadre, or leads a branch or a union on the day."""
        return any(self.led(person, name) for name in ("cadre", "secretary_of", "chair_of"))


def _hidden(value: Any, field: Field) -> Any:
    if field.personal is Personal.NAME:
        return _first_character(str(value)) or None
    if field.personal is Personal.PHONE:
        digits = str(value).strip()
        return digits[:3] + "****" + digits[-4:] if len(digits) >= _LONG else digits[:1] + "****"
    return None


def _first_character(name: str | None) -> str | None:
    if name is None:
        return None
    return name.strip()[:1] + "*" if name.strip() else ""


def is_public(field: Field) -> bool:
    """Whether answers show a field at all."""
    return field.published and field.personal is not Personal.WITHHELD


@cache
def fields_of(type_name: str) -> dict[str, Field]:
    """The fields of a type that answers may show, by their names there."""
    shown = [each for each in NODE_TYPES[type_name].fields if is_public(each)]
    return {camel(each.name): each for each in shown}


@cache
def relations_of(type_name: str) -> dict[str, str]:
    """The catalog's names of a type's relations, by their names in answers."""
    return {camel(each): each for each in ways_of(type_name)}
