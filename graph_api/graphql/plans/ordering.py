"""`orderBy`: the rows of a type in the order that a caller wants, unknown values last, equal ones by code."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cmp_to_key
from typing import Any

import numpy as np

from graph_api.graphql.naming import fields_ordered
from graph_api.graphql.plans.reading import Reading
from graph_api.projection.columns import Column, Numbers, Rows, known, taken
from graph_api.projection.orders import LAST_RANK, ranks
from graph_api.projection.splice import Splice
from schema.catalog import NODE_TYPES
from schema.fields import Field

Key = tuple[Any, ...]
"""A row's place in an order: the values of the keys, None where unknown, and at last its code."""


@dataclass(frozen=True, slots=True)
class Order:
    """An order of the rows of a type; `keys` are fields and whether they descend."""

    reading: Reading
    type_name: str
    keys: tuple[tuple[str, bool], ...]

    @classmethod
    def of(cls, reading: Reading, type_name: str, order_by: Sequence[Any] | None) -> "Order":
        """The order of the argument; by code where nothing is asked for."""
        keys = tuple((_name(each["field"]), _name(each["direction"]) == "DESC") for each in order_by or ())
        return cls(reading, type_name, keys)

    def sorted(self, rows: Rows) -> Rows:
        """The rows in this order."""
        table = self.reading.picture.tables[self.type_name]
        if len(rows) * 8 > len(table):
            place = self._whole()
            return rows[np.argsort(place[rows], kind="stable")]
        return rows[np.lexsort([each[rows] for each in self._columns()])]

    def all(self) -> Rows:
        """Every row of the table in this order."""
        key = (self.type_name, self.keys)
        return self.reading.view.ordered(key, lambda: np.lexsort(self._columns()), self._patched)

    def _patched(self, older: Rows, others: Rows) -> Rows:
        """The order of an earlier version, with the rows that became others or came where they belong."""
        kept = older[~np.isin(older, others)]
        keys = {row: self.key(row) for row in others.tolist()}
        coming = sorted(keys, key=cmp_to_key(lambda one, other: self._compare(keys[one], keys[other])))
        places = [self.before(kept, keys[row], inclusive=False) for row in coming]
        cuts = ((place, place, number, number + 1) for number, place in enumerate(places))
        order: Rows = Splice.of(len(kept), cuts).apply(kept, np.array(coming, np.int64))
        return order

    def _whole(self) -> Numbers:
        """The place of each row of the table."""
        order = self.all()
        place = np.empty(len(order), np.int64)
        place[order] = np.arange(len(order))
        return place

    def _columns(self) -> list[Numbers]:
        """What `lexsort` sorts by, the first key last."""
        made = [self._ranks("code")]
        for name, descending in reversed(self.keys):
            rank = self._ranks(fields_ordered(self.type_name)[name].name)
            made.append(np.where(rank == LAST_RANK, LAST_RANK, -rank) if descending else rank)
        return made

    def _ranks(self, name: str) -> Numbers:
        field, column = self._field(name)
        if field.observed:
            kept, key = self.reading.view.kept, ("ranks", self.type_name, name)
            if key not in kept:
                kept[key] = ranks(column, field)
            found: Numbers = kept[key]
            return found
        derived = self.reading.picture.derived
        return derived.get(("ranks", self.type_name, name), (column,), lambda: ranks(column, field))

    def _field(self, name: str) -> tuple[Field, Column]:
        return NODE_TYPES[self.type_name].field(name), self.reading.view.column(self.type_name, name)

    def key(self, row: int) -> Key:
        """The place of a row, as a cursor carries it."""
        return self.places(np.array([row]))[0]

    def places(self, rows: Rows) -> list[Key]:
        """The places of rows, as cursors carry them."""
        columns: list[list[Any]] = []
        for name, _ in (*self.keys, ("CODE", False)):
            field, column = self._field(fields_ordered(self.type_name)[name].name)
            values = taken(column, rows)
            plain = values.tolist() if isinstance(values, np.ndarray) else values.to_pylist()
            having = known(values, field).tolist()
            columns.append([each if one else None for each, one in zip(plain, having, strict=True)])
        return list(zip(*columns, strict=True))

    def before(self, rows: Rows, key: Key, *, inclusive: bool) -> int:
        """How many of the rows, which are in this order, stand before the key, or at it if inclusive."""
        wanted = cmp_to_key(self._compare)(key)
        low, high = 0, len(rows)
        while low < high:
            middle = (low + high) // 2
            here = cmp_to_key(self._compare)(self.key(int(rows[middle])))
            if here < wanted or (inclusive and here == wanted):
                low = middle + 1
            else:
                high = middle
        return low

    def _compare(self, one: Key, other: Key) -> int:
        descends = (*(descending for _, descending in self.keys), False)
        for left, right, descending in zip(one, other, descends, strict=True):
            if left == right:
                continue
            if left is None or right is None:
                return 1 if left is None else -1
            if isinstance(left, str):
                left, right = left.encode(), right.encode()  # noqa: PLW2901  texts are in the order of their code points, as Arrow's
            return (1 if left > right else -1) * (-1 if descending else 1)
        return 0


def _name(value: Any) -> str:
    """The name of an enum's value, however the schema hands it over."""
    return str(getattr(value, "value", value))
