"""How a column becomes that of a later version: pieces of the old one and of fresh values, one after another.

Copying whole pieces costs what copying memory costs, however long the column is; nothing is sorted again.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Self

import numpy as np
import pyarrow as pa  # type: ignore[import-untyped] # pyarrow ships no types

from graph_api.projection.columns import Column, Numbers, Rows, taken

Cut = tuple[int, int, int, int]
"""`old[0:1]`, from and to, gives way to `fresh[2:3]`, from and to; either may be empty."""


@dataclass(frozen=True, slots=True)
class Splice:
    """The cuts, ascending, of an old column of `length`."""

    length: int
    cuts: tuple[Cut, ...]

    @classmethod
    def of(cls, length: int, cuts: Iterable[Cut]) -> Self:
        """Adjoining cuts are made one."""
        joined: list[Cut] = []
        for start, stop, first, last in cuts:
            if start == stop and first == last:
                continue
            if joined and joined[-1][1] == start and joined[-1][3] == first:
                joined[-1] = (joined[-1][0], stop, joined[-1][2], last)
            else:
                joined.append((start, stop, first, last))
        return cls(length, tuple(joined))

    @classmethod
    def by_key(cls, keys: Numbers, fresh: Numbers, touched: Numbers) -> Self:
        """What is touched gives way to what is fresh; all three ascend, and what is fresh is touched."""
        places, found = _looked_up(keys, touched)
        first, is_fresh = _looked_up(fresh, touched)
        cuts = np.stack((places, places + found, first, first + is_fresh), axis=1)
        return cls.of(len(keys), map(tuple, cuts.tolist()))

    @property
    def new_length(self) -> int:
        """The length of the new column."""
        return self.length + sum(last - first - stop + start for start, stop, first, last in self.cuts)

    @property
    def shifts(self) -> bool:
        """Whether what is not touched comes to stand elsewhere."""
        return any(
            stop - start != last - first for start, stop, first, last in self.cuts if stop < self.length
        )

    def apply(self, old: Column, fresh: Column) -> Column:
        """The new column; the old one itself where there is no cut."""
        if not self.cuts:
            return old
        pieces, place = [], 0
        for start, stop, first, last in self.cuts:
            pieces += [old[place:start], fresh[first:last]]
            place = stop
        pieces.append(old[place:])
        if isinstance(old, np.ndarray):
            return np.concatenate(pieces, dtype=old.dtype, casting="same_kind")
        return pa.concat_arrays([each for each in pieces if len(each)] or [old[:0]])

    def moved(self, places: Rows) -> Rows:
        """Where what stood at these places, none of them cut, stands now."""
        if not self.shifts:
            return places
        ends = np.array([stop for _, stop, _, _ in self.cuts], np.int64)
        grown = np.array([last - first - stop + start for start, stop, first, last in self.cuts], np.int64)
        by = np.concatenate((np.zeros(1, np.int64), np.cumsum(grown)))
        moved: Rows = places + by[np.searchsorted(ends, places, side="right")]
        return moved


def with_values(values: Column, rows: Rows, by: Column) -> Column:
    """The column with other values at some rows, ascending; the column itself where nothing differs."""
    if isinstance(values, np.ndarray):
        if np.array_equal(values[rows], by, equal_nan=values.dtype == np.float64):
            return values
        changed = values.copy()
        changed[rows] = by
        return changed
    if taken(values, rows).equals(by):
        return values
    cuts = ((row, row + 1, number, number + 1) for number, row in enumerate(rows.tolist()))
    return Splice.of(len(values), cuts).apply(values, by)


def _looked_up(keys: Numbers, wanted: Numbers) -> tuple[Rows, Numbers]:
    """Where each stands or would stand, and 1 where it is there."""
    places = np.searchsorted(keys, wanted)
    there = np.zeros(len(wanted), np.int64)
    within = places < len(keys)
    there[within] = keys[places[within]] == wanted[within]
    return places, there
