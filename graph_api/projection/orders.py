"""Columns of texts in their order: where a value stands, and which rank each row has."""

from dataclasses import dataclass

import numpy as np
import pyarrow as pa  # type: ignore[import-untyped] # pyarrow ships no types
import pyarrow.compute as pc  # type: ignore[import-untyped] # pyarrow ships no types

from graph_api.projection.columns import Column, Numbers, Rows, known
from graph_api.projection.splice import Splice
from schema.fields import Field

_ASCENDING = [("", "ascending", "at_end")]
LAST_RANK = 2**31 - 1
"""The rank of an unknown value."""


@dataclass(frozen=True, slots=True)
class TextIndex:
    """The rows that have a text, ordered by it (by code point)."""

    values: Column
    rows: Rows

    @classmethod
    def of(cls, values: Column) -> "TextIndex":
        """The index of a column of texts."""
        order = pc.sort_indices(values, sort_keys=_ASCENDING).to_numpy()
        return cls(values, order[: len(values) - values.null_count].astype(np.int64))

    def patched(self, values: Column, changed: Rows) -> "TextIndex":
        """The index of a column that differs in some rows, or has more of them."""
        kept = TextIndex(values, self.rows[~np.isin(self.rows, changed)])
        texts = values.take(pa.array(changed)).to_pylist()
        coming = sorted(
            (text.encode(), text, row) for text, row in zip(texts, changed, strict=True) if text is not None
        )
        cuts = []
        for number, (_, text, row) in enumerate(coming):
            place = kept._place(text)
            while place < len(kept.rows) and kept.rows[place] < row and kept._at(place) == text:
                place += 1
            cuts.append((place, place, number, number + 1))
        fresh = np.array([row for *_, row in coming], np.int64)
        return TextIndex(values, Splice.of(len(kept.rows), cuts).apply(kept.rows, fresh))

    def equal(self, text: str) -> Rows:
        """The rows with that very text."""
        first = self._place(text)
        last = first
        while last < len(self.rows) and self._at(last) == text:
            last += 1
        return self.rows[first:last]

    def _at(self, place: int) -> str:
        text: str = self.values[int(self.rows[place])].as_py()
        return text

    def _place(self, text: str) -> int:
        """The first place whose text is not below."""
        wanted = text.encode()
        low, high = 0, len(self.rows)
        while low < high:
            middle = (low + high) // 2
            if self._at(middle).encode() < wanted:
                low = middle + 1
            else:
                high = middle
        return low


def ranks(values: Column, field: Field) -> Numbers:
    """The rank of each row's value among the distinct values, from 0; LAST_RANK where it is unknown."""
    having = known(values, field)
    array = values if not isinstance(values, np.ndarray) else pa.array(values)
    dense = pc.rank(array, sort_keys=_ASCENDING, tiebreaker="dense").to_numpy()
    return np.where(having, dense.astype(np.int64), LAST_RANK)
