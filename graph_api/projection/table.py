"""One type's nodes as columns: read in bulk, a row a node, in the order of their ids."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final, LiteralString, TypeAlias

import neo4j
import numpy as np
import numpy.typing as npt
import pyarrow as pa  # type: ignore[import-untyped] # pyarrow ships no types

from schema.catalog import NodeType
from schema.fields import Field, Kind
from schema.terms import Term

Numbers = npt.NDArray[np.int64]
Column: TypeAlias = Any
"""A numpy array or an Arrow array, one value a row."""

UNKNOWN: Final = -1
"""An unknown term, yes or no, or count. No day is stored as 0, an unknown number as NaN, a text as null."""

_NUMBERS: Final[Mapping[Kind, tuple[float, Any]]] = {
    Kind.DATE: (0, np.int32),
    Kind.COUNT: (UNKNOWN, np.int32),
    Kind.YES_NO: (UNKNOWN, np.int8),
    Kind.DECIMAL: (float("nan"), np.float64),
}
"""What an unknown number of a kind is in its column, and the column's type."""

_READ: Final[LiteralString] = """
    MATCH (n:$($label)) WHERE $low <= n.id < $high
    WITH n ORDER BY n.id
    WITH collect(n) AS nodes
    RETURN [n IN nodes | n.id], [name IN $names | [n IN nodes | n[name]]]
"""


@dataclass(frozen=True, slots=True)
class Table:
    """All nodes of one type: `ids` ascending, and a column for `code`, `stated_code` and each stored field.

    Days are int32 (0 unknown), counts int32, terms int16 by their place in the vocabulary, yes and no int8
    (all -1 unknown), numbers float64; texts and lists are Arrow arrays.
    """

    type: str
    ids: Numbers
    columns: Mapping[str, Column]

    def rows(self, ids: Numbers) -> Numbers:
        """The row of each id; -1 where the type has no such node."""
        if not len(self.ids):
            return np.full(len(ids), -1, np.int64)
        place = np.minimum(np.searchsorted(self.ids, ids), len(self.ids) - 1)
        return np.where(self.ids[place] == ids, place, -1)


def read_table(session: neo4j.Session, node_type: NodeType, low: int = 0, high: int = 2**62) -> Table:
    """The nodes of the type whose id lies in `[low, high)`, but never a hash of an identity number."""
    fields = [each for each in node_type.stored if each.kind is not Kind.ID_NUMBER and each.name != "code"]
    names = ["code", "stated_code", *(each.name for each in fields)]
    record = session.run(_READ, label=node_type.name, low=low, high=high, names=names).single(strict=True)
    ids, lists = record
    texts = {name: pa.array(values, pa.string()) for name, values in zip(names[:2], lists[:2], strict=True)}
    stored = {each.name: column(each, values) for each, values in zip(fields, lists[2:], strict=True)}
    return Table(node_type.name, np.array(ids, np.int64), {**texts, **stored})


def column(field: Field, values: Sequence[Any]) -> Column:
    """The stored values of one field as a column; None is unknown."""
    if field.is_list:
        of = pa.int32() if field.kind in (Kind.DATE, Kind.COUNT) else pa.string()
        return pa.array(values, pa.list_(pa.int32() if field.kind is Kind.SPANS else of))
    if field.kind is Kind.TERM:
        place = {each.name: number for number, each in enumerate(_terms(field))}
        return _numbers([None if each is None else place[each] for each in values], UNKNOWN, np.int16)
    if field.kind in _NUMBERS:
        return _numbers(values, *_NUMBERS[field.kind])
    return pa.array(values, pa.string())


def _numbers(values: Sequence[Any], unknown: float, kind: Any) -> npt.NDArray[Any]:
    return np.array([unknown if each is None else each for each in values], kind)


def _terms(field: Field) -> Sequence[Term]:
    return list(field.vocabulary or ())
