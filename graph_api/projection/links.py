"""Which way a relation field leads: from a type, by its name on that side, over one relationship or two."""

from dataclasses import dataclass
from functools import cache

from schema.catalog import NODE_TYPES, RELATIONS
from schema.fields import Relation, Shortcut
from schema.lifetimes import ending_of, happening_of, is_happening
from schema.text import Text


@dataclass(frozen=True, slots=True)
class Leg:
    """One step over a relationship: from its source to its targets (`onward`), or back from a target."""

    relation: Relation
    onward: bool

    @property
    def back(self) -> "Leg":
        """The same relationship in the other direction."""
        return Leg(self.relation, not self.onward)


@dataclass(frozen=True, slots=True)
class Link:
    """A relation as a field of the type it starts from.

    `legs` are walked one after the other; `targets` are the types it may lead to. `one`: to one node at a
    time; `many`: to more than 20, so that callers page. `dated`: what it leads to can have ended or be to
    come; `tied`: it is one relationship, whose own days can be shown.
    """

    owner: str
    field: str
    label: Text
    legs: tuple[Leg, ...]
    targets: tuple[str, ...]
    one: bool
    many: bool
    published: bool

    @property
    def dated(self) -> bool:
        """Whether callers choose among what is in force, ended or to come."""
        lasting = any(
            not is_happening(NODE_TYPES[name]) or ending_of(NODE_TYPES[name]) for name in self.targets
        )
        return lasting and not self.one and not is_happening(NODE_TYPES[self.owner])

    @property
    def tied(self) -> bool:
        """Whether the relationship's own days can be shown: there is one, and its ends last."""
        return (
            len(self.legs) == 1
            and not is_happening(NODE_TYPES[self.owner])
            and not any(happening_of(NODE_TYPES[name]) for name in self.targets)
        )


@cache
def links_of(type_name: str) -> dict[str, Link]:
    """Every relation field of a type by its name in the catalog, those that are not published included."""
    found: dict[str, Link] = {}
    for each in RELATIONS:
        if each.source == type_name:
            found[each.field] = Link(
                type_name, each.field, each.label, (Leg(each, onward=True),), each.targets,
                each.one, each.many_targets, each.published,
            )  # fmt: skip
        if type_name in each.targets:
            found[each.inverse] = Link(
                type_name, each.inverse, _inverse_label(each), (Leg(each, onward=False),), (each.source,),
                each.inverse_one, not each.inverse_one and each.many_sources, each.published,
            )  # fmt: skip
    for owner, shortcut in _shortcuts():
        legs = _legs(owner, shortcut)
        if owner == type_name:
            found[shortcut.field] = Link(
                owner, shortcut.field, shortcut.label, legs, (shortcut.target,), True, False, True
            )
        if shortcut.target == type_name:
            back = tuple(leg.back for leg in reversed(legs))
            label = NODE_TYPES[owner].about.label
            found[shortcut.inverse] = Link(
                type_name, shortcut.inverse, label, back, (owner,), False, True, True
            )
    return found


def _inverse_label(relation: Relation) -> Text:
    source = NODE_TYPES[relation.source].about.label
    return Text(f"{source.zh}（{relation.label.zh}）", f"{source.en} by {relation.label.en}")


def _shortcuts() -> list[tuple[str, Shortcut]]:
    return [(name, each) for name, node_type in NODE_TYPES.items() for each in node_type.shortcuts]


def _legs(owner: str, shortcut: Shortcut) -> tuple[Leg, ...]:
    legs, at = [], owner
    for step in shortcut.steps:
        relation = NODE_TYPES[at].relation(step)
        legs.append(Leg(relation, onward=True))
        at = relation.targets[0]
    return tuple(legs)
