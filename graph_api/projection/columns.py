"""One field's values as a column: numpy for days, terms and numbers, Arrow for texts and lists."""

from collections.abc import Mapping, Sequence
from typing import Any, Final, TypeAlias

import numpy as np
import numpy.typing as npt
import pyarrow as pa  # type: ignore[import-untyped] # pyarrow ships no types

from schema.fields import Field, Kind
from schema.observation import Bound

Numbers = npt.NDArray[np.int64]
Rows = npt.NDArray[np.int64]
"""Places of nodes in their type's table."""
Mask = npt.NDArray[np.bool_]
Column: TypeAlias = Any
"""A numpy array or an Arrow array, one value a row."""

UNKNOWN: Final = -1
"""An unknown term, yes or no, or count. No day is stored as 0, an unknown number as NaN, a text as null."""

BOUNDS: Final = tuple(each.name for each in Bound)
"""How exact a count is, by the number that stands in a column of bounds; 0 is exact."""

_NUMBERS: Final[Mapping[Kind, tuple[float, Any]]] = {
    Kind.DATE: (0, np.int32),
    Kind.COUNT: (UNKNOWN, np.int32),
    Kind.YES_NO: (UNKNOWN, np.int8),
    Kind.DECIMAL: (float("nan"), np.float64),
}
"""What an unknown number of a kind is in its column, and the column's type."""


def column(field: Field, values: Sequence[Any]) -> Column:
    """The stored values of one field as a column; None is unknown."""
    if field.is_list:
        of = pa.int32() if field.kind in (Kind.DATE, Kind.COUNT) else pa.string()
        return pa.array(values, pa.list_(pa.int32() if field.kind is Kind.SPANS else of))
    if field.kind is Kind.TERM:
        place: dict[str | None, int] = {each: number for number, each in enumerate(terms_of(field))}
        return np.array([UNKNOWN if each is None else place[each] for each in values], np.int16)
    if field.kind in _NUMBERS:
        unknown, kind = _NUMBERS[field.kind]
        return np.array([unknown if each is None else each for each in values], kind)
    return pa.array(values, pa.string())


def bounds(values: Sequence[str | None]) -> Column:
    """How exact counts are, as a column; what is not said is exact."""
    return np.array([BOUNDS.index(each) if each else 0 for each in values], np.int8)


def terms_of(field: Field) -> tuple[str, ...]:
    """The names of a field's vocabulary, in the order of their numbers in a column."""
    return tuple(each.name for each in field.vocabulary or ())


def taken(values: Column, rows: Rows) -> Column:
    """The column's values at some rows, which all are there."""
    if isinstance(values, np.ndarray):
        return values[rows]
    return values.take(pa.array(rows))


def known(values: Column, field: Field) -> Mask:
    """Which rows of a column have a value. A list without members is known where it is not null."""
    if not isinstance(values, np.ndarray):
        found: Mask = values.is_valid().to_numpy(zero_copy_only=False)
        return found
    if field.kind is Kind.DATE:
        return np.asarray(values != 0)
    return ~np.isnan(values) if field.kind is Kind.DECIMAL else np.asarray(values >= 0)


def joined(*parts: Column) -> Column:
    """Several columns, one after the other; one alone is itself."""
    if len(parts) == 1:
        return parts[0]
    return np.concatenate(parts) if isinstance(parts[0], np.ndarray) else pa.concat_arrays(parts)
