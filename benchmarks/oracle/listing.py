"""The order of a list, and its pages."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import total_ordering
from typing import Any, Final

from benchmarks.oracle.facts import Node
from benchmarks.oracle.refusals import Refused
from benchmarks.oracle.showing import View
from schema.catalog import NODE_TYPES
from schema.fields import Kind

PAGE: Final = 50
LARGEST: Final = 500


@total_ordering
@dataclass(frozen=True, slots=True)
class Falling:
    """A value in descending order."""

    value: Any

    def __lt__(self, other: "Falling") -> bool:
        return bool(other.value < self.value)


Place = tuple[Any, ...]
"""Where a row stands in its list: what it is ordered by, its code last."""


@dataclass(frozen=True, slots=True)
class Cursor:
    """What a cursor means: a place in one list; how the text looks is the service's own affair."""

    list: object
    place: Place


@dataclass(frozen=True, slots=True)
class Row:
    """One row of a list: a node with its place."""

    node: Node
    place: Place


@dataclass(frozen=True, slots=True)
class Page:
    """What one page shows of a list."""

    rows: Sequence[Row]
    total: int
    has_next: bool
    has_previous: bool


def place_of(view: View, node: Node, order: Sequence[Mapping[str, str]]) -> Place:
    """Where a node stands: unknown values last either way, equal ones by code."""
    keys: list[Any] = []
    for each in order:
        value = _value(view, node, each["field"])
        falling = each["direction"] == "DESC"
        keys.append((1, 0) if value is None else (0, Falling(value) if falling else value))
    return (*keys, node.code)


def _value(view: View, node: Node, name: str) -> Any:
    fields = {each.name.upper(): each for each in NODE_TYPES[node.type].fields}
    field = fields[name]
    value = view.stored(node, field)
    if value is not None and field.kind is Kind.TERM and field.vocabulary:
        return [each.name for each in field.vocabulary].index(value)
    return value


def page_of(
    rows: Sequence[Row], arguments: Mapping[str, Any], bounds: tuple[Cursor | None, Cursor | None]
) -> Page:
    """The page that `first`, `last` and the bounds (after, before) cut out of the ordered rows."""
    first, last = arguments.get("first"), arguments.get("last")
    if first is not None and last is not None:
        raise Refused("BAD_INPUT")
    for size in (first, last):
        if size is not None and size < 1:
            raise Refused("BAD_INPUT")
        if size is not None and size > LARGEST:
            raise Refused("BAD_INPUT", "TOO_COSTLY")
    after, before = bounds
    low = 0 if after is None else sum(each.place <= after.place for each in rows)
    high = len(rows) if before is None else sum(each.place < before.place for each in rows)
    high = max(low, high)
    if last is not None:
        low = max(low, high - last)
    else:
        high = min(high, low + (PAGE if first is None else first))
    return Page(rows[low:high], len(rows), high < len(rows), low > 0)
