"""One node as of one day, as it is shown: its values, its ties to one node, its name."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from graph_api.graphql.identity import GlobalId
from graph_api.graphql.masking import masked
from graph_api.graphql.reading import POSTS, Facts, Key, Reader
from graph_api.questions.ties import Tie, current, observed, start, starts, stored
from schema.catalog import NODE_TYPES, RELATIONS, NodeType
from schema.fields import Field, Kind, Personal, Relation
from schema.masking import masked_name
from schema.observation import Bound
from schema.partial_date import PartialDate


@dataclass(frozen=True, slots=True)
class Shown:
    """A node as of `day`; `explicit` says that the caller named the day, which its id then carries.

    `masking` hides personal data; without it the operator has turned that off.
    """

    facts: Facts
    day: date
    explicit: bool
    reader: Reader
    masking: bool = True

    @property
    def type_name(self) -> str:
        """The name of its type."""
        return self.facts.node_type.name

    @property
    def global_id(self) -> str:
        """Its opaque id."""
        return str(GlobalId(self.type_name, self.facts.number, self.day if self.explicit else None))

    def value(self, field: Field) -> Any:
        """The value of a field on the day, masked where it is personal, None or empty where unknown."""
        value = self._source(field).get(field.name)
        if field.personal and field.personal is not Personal.WITHHELD and self.masking:
            value = masked(value, field.personal)
        if value is None:
            return [] if field.is_list and not field.personal else None
        if field.kind is Kind.DATE:
            return PartialDate(value)
        return value

    def bound(self, field: Field) -> str | None:
        """How exact an observed count is; None where it is unknown."""
        source = self._source(field)
        if source.get(field.name) is None:
            return None
        return str(source.get(f"{field.name}_bound") or Bound.EXACT.name)

    def _source(self, field: Field) -> dict[str, Any]:
        if not field.observed:
            return dict(self.facts.properties)
        return dict(observed(self.facts.observations, field.name, stored(self.day)))

    async def related(self, field: str) -> "Shown | None":
        """The node that a to-one relation of that name, or a shortcut, leads to on the day."""
        for shortcut in self.facts.node_type.shortcuts:
            if shortcut.field == field:
                return await self._along(shortcut.steps)
        ties = self._ties(field)
        tie = current(ties, stored(self.day))
        return await self._at(tie) if tie else None

    async def _along(self, steps: tuple[str, ...]) -> "Shown | None":
        at: Shown | None = self
        for step in steps:
            at = await at.related(step) if at else None
        return at

    async def _at(self, tie: Tie) -> "Shown | None":
        facts = await self.reader.node(Key(tie.other_type, tie.other_id))
        return Shown(facts, self.day, self.explicit, self.reader, self.masking) if facts else None

    def _ties(self, field: str) -> list[tuple[Tie, int]]:
        """The ties of a relation, by its name on this side, each with its first certain day."""
        found: list[tuple[Tie, int]] = []
        for relation in relations_named(self.facts.node_type, field):
            if relation.source == self.type_name and relation.field == field:
                ties = [
                    tie
                    for tie in self.facts.outward
                    if tie.kind == relation.kind and tie.other_type in relation.targets
                ]
                found += starts(ties, relation, self.facts.properties)
            else:
                found += [
                    (tie, start(tie, relation, self.type_name, None))
                    for tie in self.facts.inward
                    if tie.kind == relation.kind and tie.other_type == relation.source
                ]
        return found

    async def name(self) -> str | None:
        """Its own name, or one composed of what its type declares; None where nothing is known."""
        node_type = self.facts.node_type
        if node_type.about.name_parts == ("name",):
            return await self._own_name(node_type)
        if node_type.about.name_parts == ("person.name",):
            person = await self.related("person")
            name = person.facts.properties.get("name") if person else None
            return masked_name(name) if name and node_type.about.personal_name and self.masking else name
        parts = [await self._part(part) for part in node_type.about.name_parts]
        return " · ".join(part for part in parts if part) or None

    async def _own_name(self, node_type: NodeType) -> str | None:
        name = self.facts.properties.get("name")
        if not name or not self.masking or not node_type.field("name").personal:
            return name
        return name if await self._in_public_post() else masked_name(name)

    async def _part(self, part: str) -> str | None:
        relation, _, name = part.rpartition(".")
        if relation:
            other = await self.related(relation)
            if other is None:
                return None
            return await other.name() if name == "name" else str(other.facts.properties.get(name) or "")
        field = self.facts.node_type.field(name)
        value = self.value(field)
        if value is not None and field.vocabulary:
            terms = {term.name: term.zh for term in field.vocabulary}
            return terms.get(value, str(value))
        return None if value is None else str(value)

    async def _in_public_post(self) -> bool:
        """Whether this person is a cadre, or a branch's secretary or a union's chair on the day."""
        for tie in self.facts.inward:
            if tie.kind == "IS" and not NODE_TYPES[tie.other_type].about.personal_name:
                return True
            if tie.kind in POSTS:
                organisation = await self._at(tie)
                relation = NODE_TYPES[tie.other_type].relations
                field = next(each.field for each in relation if each.kind == tie.kind)
                holder = await organisation.related(field) if organisation else None
                if holder and holder.facts.number == self.facts.number:
                    return True
        return False


def relations_named(node_type: NodeType, field: str) -> tuple[Relation, ...]:
    """The relations that lead from this type to one node at a time under that name, from either side."""
    return tuple(
        each
        for each in RELATIONS
        if (each.source == node_type.name and each.one and each.field == field)
        or (node_type.name in each.targets and each.inverse_one and each.inverse == field)
    )
