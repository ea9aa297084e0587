"""同上 and 〃: the cell above, in text and reference columns (R8)."""

from collections.abc import Iterable
from typing import Final

from loaders.cells.text import is_blank, plain
from loaders.sheets.workbook import Value

_WORDS: Final = frozenset({"同上", "〃", '"', "″", "''", "”", "“", "〞", "同前", "上同"})


def says_ditto(value: Value) -> bool:
    """Whether a cell only repeats the one above it."""
    return isinstance(value, str) and plain(value) in _WORDS


def repeated(column: Iterable[Value]) -> list[Value]:
    """The cells of one column with each 同上 replaced by what it repeats.

    Blank cells stay blank and are skipped over; a 同上 under nothing stays as it is, so that the
    reader of the cell meets it.
    """
    above: Value = None
    cells: list[Value] = []
    for each in column:
        cell = above if says_ditto(each) and above is not None else each
        if not says_ditto(cell) and not is_blank(plain(cell)):
            above = cell
        cells.append(cell)
    return cells
