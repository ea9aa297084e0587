"""One sheet as a clerk fills it: lines of text, headers, rows of data, merged and hidden ones among them."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Generic, TypeVar

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Dated:
    """A date cell; `whole` says whether its format shows the day."""

    day: date
    whole: bool = True


@dataclass(frozen=True, slots=True)
class Struck:
    """A text that is struck through."""

    text: str


Cell = str | int | float | Dated | Struck | None


@dataclass(frozen=True, slots=True)
class Column(Generic[T]):
    """A header, with the part of it that stands above others, and what the column says of an item."""

    header: str
    cell: Callable[[T], Cell]
    above: str = ""


@dataclass(frozen=True, slots=True)
class Refusal:
    """A row that is meant to be rejected: its number as a spreadsheet shows it, and the finding's code."""

    row: int
    code: str


@dataclass(slots=True)
class Page:
    """A sheet; rows and columns of `merged` and `hidden` count from 0."""

    name: str
    rows: list[list[Cell]] = field(default_factory=list)
    merged: list[tuple[int, int, int, int]] = field(default_factory=list)
    hidden_rows: set[int] = field(default_factory=set)
    hidden: bool = False
    data: list[int] = field(default_factory=list)
    refusals: list[Refusal] = field(default_factory=list)

    def line(self, *texts: str, wide: int = 0) -> None:
        """A line that is no data: a title, a remark; merged over `wide` columns."""
        self.rows.append(list(texts))
        if wide > 1:
            last = len(self.rows) - 1
            self.merged.append((last, 0, last, wide - 1))

    def blank(self) -> None:
        """An empty row."""
        self.rows.append([])

    def header(self, columns: Sequence[Column[T]], first: str = "序号") -> None:
        """The header: one line, or two where a column stands under another text."""
        top: list[Cell] = [first] if first else []
        shift = len(top)
        if not any(column.above for column in columns):
            self.rows.append([*top, *(column.header for column in columns)])
            return
        row = len(self.rows)
        below: list[Cell] = [None] * shift
        for index in range(shift):
            self.merged.append((row, index, row + 1, index))
        start = 0
        while start < len(columns):
            end = start
            while (
                end + 1 < len(columns)
                and columns[start].above
                and columns[end + 1].above == columns[start].above
            ):
                end += 1
            if columns[start].above:
                top += [columns[start].above, *([None] * (end - start))]
                below += [column.header for column in columns[start : end + 1]]
                if end > start:
                    self.merged.append((row, start + shift, row, end + shift))
            else:
                top.append(columns[start].header)
                below.append(None)
                self.merged.append((row, start + shift, row + 1, start + shift))
            start = end + 1
        self.rows += [top, below]

    def fill(self, columns: Sequence[Column[T]], items: Iterable[T], *, numbered: bool = True) -> None:
        """A row for each item."""
        for number, item in enumerate(items, start=1):
            cells = [column.cell(item) for column in columns]
            self.row([number, *cells] if numbered else cells)

    def row(self, cells: Sequence[Cell], refused: str = "") -> None:
        """A row of data; `refused` is the code of the finding that is meant to reject it."""
        self.data.append(len(self.rows))
        self.rows.append(list(cells))
        if refused:
            self.refusals.append(Refusal(len(self.rows), refused))

    def merge_down(self, *columns: int) -> None:
        """Merge what is repeated down a column of text or references, within consecutive rows of data."""
        for column in columns:
            start = 0
            while start < len(self.data):
                end = start
                first = self.data[start]
                value = _at(self.rows[first], column)
                while (
                    end + 1 < len(self.data)
                    and self.data[end + 1] == self.data[end] + 1
                    and value not in (None, "")
                    and _at(self.rows[self.data[end + 1]], column) == value
                ):
                    end += 1
                if end > start:
                    for row in self.data[start + 1 : end + 1]:
                        self.rows[row][column] = None
                    self.merged.append((first, column, self.data[end], column))
                start = end + 1

    def ditto(self, column: int, word: str = "同上") -> None:
        """Write 同上 where a row of data repeats the one above it."""
        above: Cell = None
        for row in self.data:
            value = _at(self.rows[row], column)
            if value not in (None, "") and value == above:
                self.rows[row][column] = word
            else:
                above = value


def _at(row: list[Cell], column: int) -> Cell:
    return row[column] if column < len(row) else None
