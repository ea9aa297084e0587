"""Connections: a page of the rows of a list, its cursors, and how many there are."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from graph_api.graphql.failures import BadInput
from graph_api.graphql.plans.conditions import condition
from graph_api.graphql.plans.cursors import Cursor, binding
from graph_api.graphql.plans.ordering import Order
from graph_api.graphql.plans.reading import Reading
from graph_api.projection.columns import Mask, Rows
from schema.text import Text

PAGE = 50
"""How many nodes a page has where nothing is asked for."""


@dataclass(frozen=True, slots=True)
class Window:
    """Which part of a list is asked for; at most one of `first` and `last`."""

    first: int | None
    last: int | None
    after: str | None
    before: str | None

    @classmethod
    def of(cls, arguments: Mapping[str, Any], largest: int) -> "Window":
        """The arguments of a connection. Raises BadInput where they contradict or are out of range."""
        first, last = arguments.get("first"), arguments.get("last")
        after, before = arguments.get("after"), arguments.get("before")
        if first is not None and last is not None:
            raise BadInput(
                Text("first 与 last 不能同时给", "first and last cannot both be given"),
                Text("只给一个", "give one of them"),
                where="first",
            )
        for name, number in (("first", first), ("last", last)):
            if number is not None and not 1 <= number <= largest:
                raise BadInput(
                    Text(f"{name} 是 {number}", f"{name} is {number}"),
                    Text(f"写 1 至 {largest}", f"give 1 to {largest}"),
                    where=name,
                )
        return cls(PAGE if first is None and last is None else first, last, after, before)


@dataclass(frozen=True, slots=True)
class Page:
    """The rows of a page in their order, of `total` in all."""

    rows: Rows
    total: int
    has_next: bool
    has_previous: bool
    order: Order
    bound_to: bytes

    def cursors(self, rows: Rows) -> list[str]:
        """The cursors of some of the rows."""
        reading = self.order.reading
        return [
            Cursor(reading.day, key, reading.explicit).written(reading.asked.key, self.bound_to)
            for key in self.order.places(rows)
        ]


def bound_to(path: Sequence[object], arguments: Mapping[str, Any], *, masking: bool) -> bytes:
    """What the cursors of a list are bound to: its name, whose it is, its filter, order and scope."""
    facts = {name: arguments.get(name) for name in ("where", "orderBy", "when")}
    return binding(tuple(path), _plain(facts), masking)


def day_of_cursor(arguments: Mapping[str, Any], secret: bytes, bound: bytes) -> date | None:
    """The day that a page goes on with where nobody names one; None where none is to be kept."""
    for name in ("after", "before"):
        if (text := arguments.get(name)) is not None:
            cursor = Cursor.read(text, secret, bound, name)
            return None if cursor.explicit else cursor.day
    return None


def selected_rows(reading: Reading, type_name: str, where: Mapping[str, Any] | None) -> Mask | None:
    """Which rows of a type a condition selects; None for all."""
    return condition(reading, type_name, where).true if where else None


def page(order: Order, rows: Rows, window: Window, bound: bytes) -> Page:
    """The page of the rows, which are in the order. Raises BadInput for a cursor of another list or day."""
    low, high = 0, len(rows)
    if window.after is not None:
        low = order.before(rows, _key(order, window.after, bound, "after"), inclusive=True)
    if window.before is not None:
        high = max(low, order.before(rows, _key(order, window.before, bound, "before"), inclusive=False))
    begin, end = low, high
    if window.first is not None:
        end = min(high, low + window.first)
    elif window.last is not None:
        begin = max(low, high - window.last)
    return Page(rows[begin:end], len(rows), end < len(rows), begin > 0, order, bound)


def _key(order: Order, text: str, bound: bytes, where: str) -> tuple[Any, ...]:
    cursor = Cursor.read(text, order.reading.asked.key, bound, where)
    if cursor.day != order.reading.day:
        raise BadInput(
            Text(
                f"游标属于 {cursor.day}，此处是 {order.reading.day}",
                f"the cursor is of {cursor.day}, this list of {order.reading.day}",
            ),
            Text(f"写 asOf: {cursor.day}", f"give asOf: {cursor.day}"),
            where=where,
        )
    return cursor.key


def ordered(order: Order, selected: Mask | None) -> Rows:
    """All selected rows of the order's type, in the order."""
    rows = order.all()
    kept = order.reading.picture.tables[order.type_name].there
    if selected is not None:
        kept = kept & selected
    return rows if kept.all() else rows[kept[rows]]


def _plain(value: Any) -> Any:
    """The value in a form whose text is the same for equal values."""
    if isinstance(value, Mapping):
        return tuple(sorted((name, _plain(each)) for name, each in value.items() if each is not None))
    if isinstance(value, list | tuple):
        return tuple(_plain(each) for each in value)
    return str(getattr(value, "value", value))
