"""What a filter says of a column: `{gte: 25}`, `{contains: "厂"}`, `{isUnknown: true}`."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import reduce
from operator import or_
from typing import Any

import numpy as np
import pyarrow.compute as pc  # type: ignore[import-untyped] # pyarrow ships no types

from graph_api.graphql.failures import BadInput
from graph_api.graphql.plans.truth import Truth
from graph_api.projection.columns import BOUNDS, Column, Mask, known, terms_of
from graph_api.projection.epoch_days import Days, first_days, last_days
from schema.fields import Field, Kind
from schema.partial_date import PartialDate
from schema.text import Text

AT_LEAST = BOUNDS.index("AT_LEAST")


@dataclass(frozen=True, slots=True)
class Values:
    """A column and what is known of it: `having` are the rows with a value, `bounds` how exact counts are."""

    field: Field
    column: Column
    bounds: Column | None
    having: Mask

    @classmethod
    def of(cls, field: Field, column: Column, bounds: Column | None = None) -> "Values":
        """The values of a field; an empty list has none."""
        having = known(column, field)
        if field.is_list:
            having &= pc.fill_null(pc.list_value_length(column), 0).to_numpy(zero_copy_only=False) > 0
        return cls(field, column, bounds, having)


def compared(values: Values, filter_: Mapping[str, Any]) -> Truth:
    """Where the filter holds; its members are and-ed. Raises BadInput for a null."""
    count = len(values.column)
    truth = Truth.certain(np.ones(count, np.bool_))
    for name, operand in filter_.items():
        if operand is None:
            raise BadInput(
                Text(f"{name} 不能是 null", f"{name} cannot be null"),
                Text("查未知值用 isUnknown: true", "to find unknown values, use isUnknown: true"),
                where=name,
            )
        if name == "isUnknown":
            truth &= Truth.certain(values.having != operand)
        elif name == "ne":
            truth &= ~_holds(values, "eq", operand)
        elif name == "in":
            nothing = Truth.where_known(np.zeros(count, np.bool_), values.having)
            truth &= reduce(or_, (_holds(values, "eq", each) for each in operand), nothing)
        else:
            truth &= _holds(values, name, operand)
    return truth


def _holds(values: Values, name: str, operand: Any) -> Truth:
    """One comparison."""
    field, column, having = values.field, values.column, values.having
    if field.is_list:
        return Truth.where_known(_any_of(column, name, str(operand)), having)
    if field.kind is Kind.DATE:
        return _days(column, name, operand, having)
    if field.kind is Kind.TERM:
        return Truth.where_known(column == terms_of(field).index(getattr(operand, "value", operand)), having)
    if not isinstance(column, np.ndarray):
        found = pc.fill_null(_TEXTS[name](column, operand), fill_value=False)
        return Truth.where_known(found.to_numpy(zero_copy_only=False), having)
    exact = Truth.where_known(_NUMBERS[name](column, operand), having)
    if values.bounds is None or not (values.bounds == AT_LEAST).any():
        return exact
    return _at_least(column, values.bounds == AT_LEAST, name, operand, exact)


def _at_least(column: Column, lower: Mask, name: str, operand: Any, exact: Truth) -> Truth:
    """Counts of which some are lower bounds: what a higher value could change is unknown of those."""
    above = column >= operand if name in ("gte", "lt") else column > operand
    true = np.where(lower, above if name in ("gt", "gte") else False, exact.true)
    false = np.where(lower, above if name in ("lt", "lte", "eq") else False, exact.false)
    return Truth(true, ~(true | false))


def _days(column: Column, name: str, operand: PartialDate, having: Mask) -> Truth:
    """Recorded days: true where every day that it can be satisfies, false where none does, else unknown."""
    first, last = first_days(column, 0), last_days(column, 0)
    stored: Days = np.array([operand.stored], np.int32)
    begin, end = int(first_days(stored, 0)[0]), int(last_days(stored, 0)[0])
    if name == "eq":
        true, false = (first >= begin) & (last <= end), (last < begin) | (first > end)
    elif name == "lt":
        true, false = last < begin, first >= begin
    elif name == "lte":
        true, false = last <= end, first > end
    elif name == "gt":
        true, false = first > end, last <= end
    else:
        true, false = first >= begin, last < begin
    return Truth(true & having, ~having | ~(true | false))


def _any_of(column: Column, name: str, text: str) -> Mask:
    """Which lists have a member that is the text (`has`), or that contains it."""
    members = pc.list_flatten(column)
    hits = pc.equal(members, text) if name == "has" else pc.match_substring(members, text)
    found = np.zeros(len(column), np.bool_)
    found[pc.list_parent_indices(column).to_numpy()[hits.to_numpy(zero_copy_only=False)]] = True
    return found


_NUMBERS: Mapping[str, Callable[[Any, Any], Any]] = {
    "eq": np.equal,
    "lt": np.less,
    "lte": np.less_equal,
    "gt": np.greater,
    "gte": np.greater_equal,
}
_TEXTS: Mapping[str, Callable[[Any, Any], Any]] = {
    "eq": pc.equal,
    "lt": pc.less,
    "lte": pc.less_equal,
    "gt": pc.greater,
    "gte": pc.greater_equal,
    "contains": pc.match_substring,
    "startsWith": pc.starts_with,
}
