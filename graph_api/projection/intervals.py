"""When ties hold: computed half-open intervals `[begin, end)` of a whole relation at once.

All days here are days since 1970-01-01; see `epoch_days` for the sentinels ALWAYS and NEVER.
"""

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from graph_api.projection.epoch_days import ALWAYS, NEVER, Days, days_after, first_days, last_days

Numbers = npt.NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Recorded:
    """The ties of one relation as stored: ends, keys and PartialDates (0 where none), row by row."""

    source: Numbers
    target: Numbers
    key: Numbers
    from_: Days
    until: Days
    seen: Days

    def at(self, places: Numbers) -> "Recorded":
        """Some of them."""
        return Recorded(
            self.source[places], self.target[places], self.key[places],
            self.from_[places], self.until[places], self.seen[places],
        )  # fmt: skip


@dataclass(frozen=True, slots=True)
class Intervals:
    """From when each tie certainly and possibly holds, and the day from which it no longer does."""

    begin: Days
    begin_possible: Days
    end: Days

    def in_force(self, day: int) -> npt.NDArray[np.bool_]:
        """The ties that certainly hold on the day."""
        return (self.begin <= day) & (day < self.end)

    def at(self, places: Numbers) -> "Intervals":
        """Some of them."""
        return Intervals(self.begin[places], self.begin_possible[places], self.end[places])

    def replaced(self, places: Numbers, by: "Intervals") -> "Intervals":
        """The same, with others in some places."""
        begin, possible, end = self.begin.copy(), self.begin_possible.copy(), self.end.copy()
        begin[places], possible[places], end[places] = by.begin, by.begin_possible, by.end
        return Intervals(begin, possible, end)

    def ended_by(self, end: Days) -> "Intervals":
        """The same, none lasting longer than `end`, exclusive."""
        return Intervals(self.begin, self.begin_possible, np.minimum(self.end, end))


def from_established(ties: Recorded, established: Days, *, one: bool) -> Intervals:
    """Ties that without a `from` hold since their subject began, `established` as stored (0 unknown).

    Of a place that changed without a recorded day (`one`), the first holds since the subject began, each
    later one since the roster that first told of it.
    """
    begin = np.where(established > 0, last_days(established, 0), last_days(ties.seen, ALWAYS))
    found = _recorded_first(ties, begin, first_days(established, ALWAYS))
    return later_as_told(found, ties) if one else found


def later_as_told(intervals: Intervals, ties: Recorded) -> Intervals:
    """The same, but of several ties of one source only the first that was told of may hold from before.

    Each later one without a `from` holds since the roster that first told of it.
    """
    told = np.where(ties.from_ > 0, last_days(ties.from_, 0), last_days(ties.seen, ALWAYS))
    later = ~_first_of(ties.source, told, ties.key) & (ties.from_ == 0)
    begin = np.where(later, np.maximum(intervals.begin, told), intervals.begin).astype(np.int32)
    return Intervals(begin, intervals.begin_possible, intervals.end)


def from_seen(ties: Recorded, both_exist: Days) -> Intervals:
    """Ties that without a `from` hold certainly from the roster's day, possibly since both ends exist.

    `both_exist` is the first possible such day of each tie, ALWAYS where it is unknown.
    """
    begin = last_days(ties.seen, ALWAYS)
    return _recorded_first(ties, begin, np.minimum(begin, both_exist))


def from_always(ties: Recorded) -> Intervals:
    """Ties of what happens, or of a role to its person: without days of their own they hold always."""
    always = np.full(len(ties.key), ALWAYS, np.int32)
    return _recorded_first(ties, always, always)


def succeeded(intervals: Intervals, of: Numbers, keys: Numbers) -> Intervals:
    """The same ties one at a time for each node of `of`: the start of the next ends the one before."""
    order = np.lexsort((keys, intervals.begin, of))
    same = of[order][1:] == of[order][:-1]
    following = np.full(len(order), NEVER, np.int32)
    following[:-1] = np.where(same, intervals.begin[order][1:], NEVER)
    end = intervals.end.copy()
    end[order] = np.minimum(end[order], following)
    return Intervals(intervals.begin, intervals.begin_possible, end)


def _recorded_first(ties: Recorded, begin: Days, possible: Days) -> Intervals:
    """What is recorded decides; the given days serve where there is no `from`."""
    known = ties.from_ > 0
    return Intervals(
        np.where(known, last_days(ties.from_, 0), begin).astype(np.int32),
        np.where(known, first_days(ties.from_, 0), possible).astype(np.int32),
        days_after(ties.until, NEVER),
    )


def _first_of(source: Numbers, told: Days, key: Numbers) -> npt.NDArray[np.bool_]:
    """Whether each tie is the first that was told of its source."""
    order = np.lexsort((key, told, source))
    first = np.ones(len(order), np.bool_)
    first[order[1:]] = source[order][1:] != source[order][:-1]
    return first
