"""The picture: everything published, at one revision, as columns. A write makes a new one."""

import threading
from collections import OrderedDict
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any, Final, TypeVar

from graph_api.projection.bonds import Bond, Ties, bonds_of, days_that_matter
from graph_api.projection.columns import Column, Rows
from graph_api.projection.day_view import DayView
from graph_api.projection.observations import Observations, Seen
from graph_api.projection.orders import TextIndex
from graph_api.projection.table import Table
from schema.catalog import NODE_TYPES
from schema.fields import Kind, Relation

_DAYS_KEPT: Final = 8

T = TypeVar("T")
RelationKey = tuple[str, str]
"""A relation by its source type and its field."""


class Derived:
    """What is computed from columns, by a key, with the very objects that it was made from.

    A version begins with what the one before had; of that, what was made from other objects is made anew.
    """

    def __init__(self, before: "Derived | None" = None) -> None:
        """Nothing yet, or all that the version before has by now."""
        made = before.made() if before else []
        self._kept: dict[object, tuple[tuple[object, ...], Any]] = {key: (of, it) for key, of, it in made}

    def get(self, key: object, made_from: tuple[object, ...], make: Callable[[], T]) -> T:
        """What was made from these very objects, or else is made now."""
        found = self._kept.get(key)
        if found and same(found[0], made_from):
            made: T = found[1]
            return made
        made = make()
        self._kept[key] = (made_from, made)
        return made

    def made(self) -> list[tuple[Any, tuple[object, ...], Any]]:
        """Everything there is: key, what it was made from, and what was made."""
        return [(key, *each) for key, each in list(self._kept.items())]

    def keep(self, key: object, made_from: tuple[object, ...], made: object) -> None:
        """Keep what was made elsewhere."""
        self._kept[key] = (made_from, made)

    def drop(self, key: object) -> None:
        """Let go of something."""
        self._kept.pop(key, None)


def same(some: tuple[object, ...], others: tuple[object, ...]) -> bool:
    """Whether both are the very same objects."""
    return len(some) == len(others) and all(one is other for one, other in zip(some, others, strict=True))


@dataclass(frozen=True, slots=True)
class Picture:
    """One version.

    `tables` by type, `ties` by relation, `observations` by the type of their subjects. `mark` tells the
    history that led to the revision from any other of the same length.
    """

    revision: int
    tables: Mapping[str, Table]
    ties: Mapping[RelationKey, Ties]
    observations: Mapping[str, Observations]
    mark: str = ""
    derived: Derived = field(default_factory=Derived, compare=False, repr=False)
    _days: "OrderedDict[int, DayView]" = field(default_factory=OrderedDict, compare=False, repr=False)
    _lock: threading.Lock = field(default_factory=threading.Lock, compare=False, repr=False)

    def bonds(self, relation: Relation) -> Mapping[str, Bond]:
        """The relation's ties by the type of their targets."""
        key = (relation.source, relation.field)

        def make() -> Mapping[str, Bond]:
            return {each.target_type: each for each in bonds_of(self.ties[key], self.tables)}

        return self.derived.get(("bonds", key), self.basis_of_bonds(relation), make)

    def basis_of_bonds(self, relation: Relation) -> tuple[object, ...]:
        """The columns that bonds are made from: the ties, and who is there from when to when."""
        tables = [self.tables[each] for each in (relation.source, *relation.targets)]
        columns = [each for table in tables for each in (table.ids, table.there, *days_that_matter(table))]
        return (self.ties[relation.source, relation.field], *columns)

    def seen(self, type_name: str, field_name: str) -> Seen:
        """What was observed of a field."""
        observations, table = self.observations[type_name], self.tables[type_name]
        field_of = NODE_TYPES[type_name].field(field_name)
        basis = self.basis_of_seen(type_name, field_name)
        return self.derived.get(
            ("seen", type_name, field_name), basis, lambda: observations.of_field(field_of, table)
        )

    def basis_of_seen(self, type_name: str, field_name: str) -> tuple[object, ...]:
        """The columns that sightings are made from: the Observations of the field, and who is there."""
        seen, table = self.observations[type_name], self.tables[type_name]
        bounds = seen.bounds.get(field_name)
        return (seen.subject, seen.day, seen.values[field_name], bounds, table.ids, table.there)

    def index(self, type_name: str, name: str) -> TextIndex:
        """The rows of a type by a column of texts."""
        values = self.tables[type_name].columns[name]
        return self.derived.get(("index", type_name, name), (values,), lambda: TextIndex.of(values))

    def by_code(self, type_name: str, code: str) -> int:
        """The row of the node with that code, stated code or USCC, in this order; -1 where there is none."""
        table = self.tables[type_name]
        usccs = [each.name for each in NODE_TYPES[type_name].stored if each.kind is Kind.USCC]
        for name in ("code", "stated_code", *usccs):
            rows: Rows = self.index(type_name, name).equal(code)
            for row in rows:
                if table.there[row]:
                    return int(row)
        return -1

    def on(self, day: int) -> DayView:
        """The picture as of a day (since 1970-01-01)."""
        with self._lock:
            view = self._days.pop(day, None) or DayView(self, day)
            self._days[day] = view
            while len(self._days) > _DAYS_KEPT:
                self._days.popitem(last=False)
            return view

    def recent(self, count: int) -> list[DayView]:
        """The days that were asked for last, the very last one last."""
        with self._lock:
            return list(self._days.values())[-count:]

    def retire(self) -> None:
        """Let go of the days, which hold the version in turn; whoever still uses one keeps it."""
        with self._lock:
            self._days.clear()

    def column(self, type_name: str, name: str) -> Column:
        """A stored column."""
        return self.tables[type_name].columns[name]
