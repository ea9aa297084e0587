"""The picture as of one day: which ties hold, what was last observed, who is in public office."""

from collections import OrderedDict
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from enum import Enum
from typing import TYPE_CHECKING, Any, Final

import numpy as np

from graph_api.projection.bonds import Bond
from graph_api.projection.columns import Column, Mask, Rows
from graph_api.projection.epoch_days import ALWAYS, NEVER, Days, days_after, last_days
from graph_api.projection.links import Leg, Link, links_of
from graph_api.projection.neighbours import Reached
from schema.catalog import NODE_TYPES
from schema.fields import Relation
from schema.lifetimes import ending_of, happening_of

if TYPE_CHECKING:
    from graph_api.projection.picture import Picture


_ORDERS_KEPT: Final = 32


class When(Enum):
    """Which ties of a dated relation are asked for."""

    IN_FORCE = "certainly holding on the day"
    ENDED = "over by the day"
    COMING = "not yet begun"
    ALL = "all on record"


@dataclass(frozen=True, slots=True)
class DayView:
    """One version on one day, `day` since 1970-01-01."""

    picture: "Picture"
    day: int
    kept: dict[object, Any] = field(default_factory=dict, compare=False, repr=False)
    orders: "OrderedDict[object, Rows]" = field(default_factory=OrderedDict, compare=False, repr=False)
    older: "OrderedDict[object, tuple[Rows, Rows]]" = field(
        default_factory=OrderedDict, compare=False, repr=False
    )
    """Orders of an earlier version by key, each with the rows that became others since."""

    def observed(self, type_name: str, field_name: str) -> tuple[Column, Column | None]:
        """The column of an observed field, and how exact each count is (None where that is no question)."""
        key = ("observed", type_name, field_name)
        if key not in self.kept:
            self.kept[key] = self.picture.seen(type_name, field_name).on(self.day)
        found: tuple[Column, Column | None] = self.kept[key]
        return found

    def column(self, type_name: str, field_name: str) -> Column:
        """A field's column, stored or observed."""
        if any(each.name == field_name for each in NODE_TYPES[type_name].observed):
            return self.observed(type_name, field_name)[0]
        return self.picture.column(type_name, field_name)

    def bonds(self, relation: Relation) -> Mapping[str, Bond]:
        """The relation's ties by the type of their targets."""
        found: Mapping[str, Bond] | None = self.kept.get(relation)
        if found is None:
            self.kept[relation] = found = self.picture.bonds(relation)
        return found

    def reached(self, link: Link, rows: Rows, when: When = When.IN_FORCE) -> list[tuple[str, Reached]]:
        """What the rows of the link's owner lead to, by the type of what is there.

        The ties of a row are in the order of their begin, `ties` those of the last leg.
        """
        *before, last = link.legs
        offsets = np.arange(len(rows) + 1)
        for leg in before:
            ((_, step),) = self._stepped(leg, rows)
            offsets, rows = step.offsets[offsets], step.rows
        steps = self._stepped(last, rows, owner=link.owner, when=when, with_life=not link.one)
        return [(name, Reached(each.offsets[offsets], each.rows, each.ties)) for name, each in steps]

    def _stepped(
        self,
        leg: Leg,
        rows: Rows,
        *,
        owner: str = "",
        when: When = When.IN_FORCE,
        with_life: bool = False,
    ) -> list[tuple[str, Reached]]:
        """One leg; `owner` is the type of the rows, where a relation has targets of several."""
        bonds = self.bonds(leg.relation)
        if leg.onward:
            return [
                (name, bond.onward.reached(rows, self.holding(bond, leg, when, with_life=with_life)))
                for name, bond in bonds.items()
            ]
        bond = bonds[owner if owner in bonds else leg.relation.targets[0]]
        holding = self.holding(bond, leg, when, with_life=with_life)
        return [(leg.relation.source, bond.backward.reached(rows, holding))]

    def holding(self, bond: Bond, leg: Leg, when: When, *, with_life: bool) -> Mask | None:
        """Which ties answer `when`; None for all. `with_life`: the life of what they lead to counts too."""
        if when is When.ALL:
            return None
        relation = (leg.relation.source, leg.relation.field)
        key = ("holding", relation, bond.target_type, leg.onward, when, with_life)
        if key not in self.kept:
            begin, possible, end = bond.intervals.begin, bond.intervals.begin_possible, bond.intervals.end
            if with_life:
                life = self._life(bond, leg)
                begin, possible = np.maximum(begin, life[0]), np.maximum(possible, life[0])
                end = np.minimum(end, life[1])
            self.kept[key] = {
                When.IN_FORCE: (begin <= self.day) & (self.day < end),
                When.ENDED: end <= self.day,
                When.COMING: (possible > self.day) & (self.day < end),
            }[when]
        mask: Mask = self.kept[key]
        return mask

    def _life(self, bond: Bond, leg: Leg) -> tuple[Days, Days]:
        """From when to when what each tie leads to is there, as far as its own fields say so.

        What happened on an unknown day had happened by the day of the roster that told of it.
        """
        far = bond.target_type if leg.onward else bond.ties.relation.source
        rows = bond.targets if leg.onward else bond.sources
        begin: Days = np.full(len(rows), ALWAYS, np.int32)
        end: Days = np.full(len(rows), NEVER, np.int32)
        happening, ending = happening_of(NODE_TYPES[far]), ending_of(NODE_TYPES[far])
        if happening:
            told = last_days(bond.ties.seen, ALWAYS)
            stated = self.picture.column(far, happening)[rows]
            begin = np.where(stated > 0, last_days(stated, ALWAYS), told).astype(np.int32)
        if ending:
            end = days_after(self.picture.column(far, ending)[rows], NEVER)
        return begin, end

    def ordered(
        self, key: object, make: Callable[[], Rows], patch: Callable[[Rows, Rows], Rows] | None = None
    ) -> Rows:
        """All rows of a type in an order, made once for as long as it is among those asked for of late.

        `key` begins with the type. `patch` makes it of an older one and the rows that became others since.
        """
        found = self.orders.pop(key, None)
        if found is None:
            older = self.older.pop(key, None)
            if older is None or (len(older[1]) and patch is None):
                found = make()
            else:
                found = patch(*older) if patch is not None and len(older[1]) else older[0]
        self.orders[key] = found
        while len(self.orders) > _ORDERS_KEPT:
            self.orders.popitem(last=False)
        return found

    def one(self, link: Link, rows: Rows) -> list[tuple[str, Rows]]:
        """Where a to-one relation leads, by type: a row for each of those given, -1 where there is none."""
        found = []
        for name, reached in self.reached(link, rows):
            far = np.full(len(rows), -1, np.int64)
            having = np.diff(reached.offsets) > 0
            far[having] = reached.rows[reached.offsets[1:][having] - 1]
            found.append((name, far))
        return found

    def in_public_post(self) -> Mask:
        """Which people bear a full name: cadres, and those who lead a branch or a union on the day."""
        if "public" not in self.kept:
            public = np.zeros(len(self.picture.tables["Person"]), np.bool_)
            for field_name in ("cadre", "secretary_of", "chair_of"):
                link = links_of("Person")[field_name]
                ((_, reached),) = self.reached(link, np.arange(len(public)))
                public |= np.diff(reached.offsets) > 0
            self.kept["public"] = public
        found: Mask = self.kept["public"]
        return found
