"""What a file holds once it is read: sheets of plain values, with notes on the few cells that need one.

A sheet is lists of plain values, never an object a cell: a roster may have a million cells. What a
cell looks like matters only where it changes how it is read, so that stands beside, in `notes`.
"""

from dataclasses import dataclass, field
from datetime import date, datetime
from enum import Enum, IntFlag

Value = str | int | float | bool | datetime | date | None
"""What a cell holds. None is an empty cell; a day without a time is a `date`."""


class Format(Enum):
    """What the content of a file is, whatever its name says."""

    CSV = "CSV"
    XLSX = "XLSX"
    XLS = "XLS"
    HTML = "HTML"


class Note(IntFlag):
    """What stands beside a cell's value; several may hold."""

    NONE = 0
    NO_DAY = 1
    """A date whose number format shows no day (2022年8月)."""
    NO_MONTH = 2
    """A date whose number format shows the year only."""
    STRUCK = 4
    """Struck through, the whole cell or a part of its text."""
    COMMENT = 8
    """Bears a comment."""
    ERROR = 16
    """A formula's error value; the cell's value is its word, such as `#N/A`."""
    NO_RESULT = 32
    """A formula without a cached result; nothing is ever evaluated."""
    SINCE_1904 = 64
    """A plain number in a workbook whose date serials count from 1904."""


@dataclass(frozen=True, slots=True)
class Merge:
    """A merged range; rows and columns count from 0, the last ones belong to it."""

    first_row: int
    first_column: int
    last_row: int
    last_column: int


@dataclass(slots=True)
class Sheet:
    """One sheet. `rows[i]` is the row that a spreadsheet numbers i + 1, blank rows included.

    Rows may be shorter than the widest one. `notes`, `merged` and the hidden sets count rows and
    columns from 0. Only the first cell of a merged range has a value. Hidden rows and columns are
    data like any other; a hidden sheet is named, and its reader decides.
    """

    name: str
    hidden: bool = False
    rows: list[list[Value]] = field(default_factory=list, repr=False)
    notes: dict[tuple[int, int], Note] = field(default_factory=dict, repr=False)
    merged: list[Merge] = field(default_factory=list, repr=False)
    hidden_rows: frozenset[int] = frozenset()
    hidden_columns: frozenset[int] = frozenset()

    def note(self, row: int, column: int) -> Note:
        """What stands beside the cell; rows and columns count from 0."""
        return self.notes.get((row, column), Note.NONE)


@dataclass(frozen=True, slots=True)
class Workbook:
    """A file that was read: its name without folders, the hash of its bytes, its sheets in order."""

    file: str
    sha256: str
    format: Format
    sheets: tuple[Sheet, ...]
