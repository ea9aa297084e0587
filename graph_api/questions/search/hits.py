"""Which nodes a search finds, in the order of relevance and then of their codes.

How well the best of a node's texts answers decides (it is just that, begins so, contains it, has all the
words), then which field it stands in (name, short name, former name, code, guide), and whether it lasts or
happens. Nothing else counts, so that an order can be explained, and a cursor goes on after a row whatever was
written meanwhile.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np
import numpy.typing as npt
import pyarrow as pa  # type: ignore[import-untyped] # pyarrow ships no types
import pyarrow.compute as pc  # type: ignore[import-untyped] # pyarrow ships no types

from graph_api.projection.columns import Rows
from graph_api.projection.day_view import DayView
from graph_api.questions.search.searched import searched
from graph_api.questions.search.wanted import How, Wanted

Points = npt.NDArray[np.int16]

MOST_POINTS: Final = 1000
POINTS: Final[Mapping[int, int]] = {
    How.EXACT: MOST_POINTS,
    How.BEGINS: 750,
    How.CONTAINS: 500,
    How.WORDS: 250,
}
"""What an answer is worth in a field that counts full."""
_WORTH: Final = np.array([0, *(POINTS[each] for each in sorted(How))], np.int32)


@dataclass(frozen=True, slots=True)
class Place:
    """Where a hit stands in the order: the more points the earlier, then by code, then by type."""

    points: int
    code: str
    type: str


@dataclass(frozen=True, slots=True)
class Match:
    """A text that answers: its field as the catalog names it, and the text as stored."""

    field: str
    text: str


@dataclass(frozen=True, slots=True)
class Hit:
    """A node that was found."""

    place: Place
    row: int
    matches: Sequence[Match]


@dataclass(frozen=True, slots=True)
class Hits:
    """Everything that was found, by type; `types` in the order in which equals are told apart."""

    view: DayView
    wanted: Wanted
    masking: bool
    types: Sequence[str]
    rows: Mapping[str, Rows]
    points: Mapping[str, Points]

    @property
    def total(self) -> int:
        """How many nodes were found."""
        return sum(len(each) for each in self.rows.values())

    def page(self, first: int, after: Place | None) -> tuple[list[Hit], int]:
        """The first so many after a place, and how many come before them."""
        many = np.zeros(MOST_POINTS + 1, np.int64)
        for points in self.points.values():
            many += np.bincount(points, minlength=len(many))
        found: list[tuple[Place, int]] = []
        before = 0
        for level in np.flatnonzero(many)[::-1].tolist():
            if after is not None and level > after.points:
                before += int(many[level])
            elif len(found) < first:
                several, passed = self._level(level, first - len(found), after)
                found += several
                before += passed
        return self._told(found), before

    def _level(self, points: int, most: int, after: Place | None) -> tuple[list[tuple[Place, int]], int]:
        """The first hits of equal points after a place, by code and type; how many stand before them."""
        rows = [self.rows[name][self.points[name] == points] for name in self.types]
        of_type = np.repeat(np.arange(len(self.types)), [len(each) for each in rows])
        codes = pa.chunked_array(
            [
                self.view.picture.column(name, "code").take(pa.array(each))
                for name, each in zip(self.types, rows, strict=True)
            ],
            pa.string(),
        )
        table = pa.table({"code": codes, "type": of_type, "row": np.concatenate(rows)})
        count = len(table)
        if after is not None and points == after.points:
            number = self.types.index(after.type)
            later = pc.or_(
                pc.greater(table["code"], after.code),
                pc.and_(pc.equal(table["code"], after.code), pc.greater(table["type"], number)),
            )
            table = table.filter(later)
        keys = [("code", "ascending"), ("type", "ascending")]
        chosen = table.take(pc.select_k_unstable(table, min(most, len(table)), sort_keys=keys)).to_pylist()
        return [
            (Place(points, each["code"], self.types[each["type"]]), each["row"]) for each in chosen
        ], count - len(table)

    def _told(self, found: Sequence[tuple[Place, int]]) -> list[Hit]:
        """The hits with the texts that answer, the best first; a code that is stated twice stands once."""
        matches: list[dict[tuple[str, bool], Match]] = [{} for _ in found]
        for name in {place.type for place, _ in found}:
            at = [number for number, (place, _) in enumerate(found) if place.type == name]
            rows = np.array([found[number][1] for number in at], np.int64)
            told = [
                (POINTS[how] * field.weight, at[place], field, text)
                for field in searched(self.view, name, masking=self.masking)
                for place, how, text in field.matched(self.wanted, rows)
            ]
            for _, number, field, text in sorted(told, key=lambda each: -each[0]):
                once = text if field.codes else f"{field.field} {text}"
                matches[number].setdefault((once, field.codes is not None), Match(field.field, text))
        return [
            Hit(place, row, list(several.values()))
            for (place, row), several in zip(found, matches, strict=True)
        ]


def search(view: DayView, wanted: Wanted, types: Sequence[str], *, masking: bool) -> Hits:
    """All nodes of some types that answer, as a caller may see them on the day."""
    names = sorted(types)
    best = {name: _best(view, wanted, name, masking=masking) for name in names}
    rows = {name: np.flatnonzero(each) for name, each in best.items()}
    points = {name: each[rows[name]] for name, each in best.items()}
    return Hits(view, wanted, masking, names, rows, points)


def _best(view: DayView, wanted: Wanted, type_name: str, *, masking: bool) -> Points:
    """What the best text of each row is worth; 0 where none answers. Empty where nobody's does."""
    table = view.picture.tables[type_name]
    best: Points = np.zeros(0, np.int16)
    for field in searched(view, type_name, masking=masking):
        rows, hows = field.found(wanted)
        if len(rows):
            best = best if len(best) else np.zeros(len(table), np.int16)
            np.maximum.at(best, rows, (_WORTH[hows] * field.weight // 100).astype(np.int16))
    return np.where(table.there, best, 0).astype(np.int16) if len(best) else best
