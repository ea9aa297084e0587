"""Rows as python-calamine gives them, made into plain values."""

from collections.abc import Iterator
from datetime import date, datetime, time, timedelta
from itertools import islice
from typing import Any, Final

import python_calamine

from loaders.errors import Damaged, TooLarge
from loaders.sheets.frames import ROWS_A_FRAME, Chunk
from loaders.sheets.workbook import Merge, Note, Sheet
from schema.text import Text

_WHOLE: Final = 2.0**53
_SERIALS: Final = range(5_000, 70_000)
"""Plain numbers that may be date serials."""

Cell = int | float | str | bool | date | datetime | time | timedelta


def opened(data: Any) -> python_calamine.CalamineWorkbook:
    """The workbook in a stream; raises Damaged where it is none."""
    try:
        return python_calamine.CalamineWorkbook.from_filelike(data)
    except python_calamine.CalamineError:
        raise Damaged from None


def sheet_of(
    workbook: python_calamine.CalamineWorkbook, name: str, cells: int
) -> python_calamine.CalamineSheet:
    """One sheet; raises TooLarge where it has more than `cells` cells, blank ones included."""
    try:
        sheet = workbook.get_sheet_by_name(name)
    except python_calamine.CalamineError:
        raise Damaged(Text(f"工作表“{name}”", f"sheet '{name}'")) from None
    if sheet.end is not None and (sheet.end[0] + 1) * (sheet.end[1] + 1) > cells:
        raise TooLarge(
            Text(
                f"工作表“{name}”有 {sheet.end[0] + 1} 行 × {sheet.end[1] + 1} 列",
                f"sheet '{name}' has {sheet.end[0] + 1} rows × {sheet.end[1] + 1} columns",
            )
        )
    return sheet


def merges_of(sheet: python_calamine.CalamineSheet) -> list[Merge]:
    """The merged ranges of a sheet."""
    return [Merge(*first, *last) for first, last in sheet.merged_cell_ranges or []]


def chunks_of(source: python_calamine.CalamineSheet, sheet: Sheet, since_1904: bool) -> Iterator[Chunk]:  # noqa: FBT001 - a fact of the workbook
    """The rows of a sheet from its first row and column on, blank ones included.

    Whole floats become integers; blank cells None; days and moments go beside the rows; plain
    numbers that may be serials of the system since 1904 get their note on `sheet`.
    """
    if source.end is None or source.start is None:
        return
    # The iterator begins with row 0 but with the first column that has a value.
    before: list[Any] = [None] * source.start[1]
    rows = source.iter_rows()
    first = 0
    while some := list(islice(rows, ROWS_A_FRAME)):
        chunk = Chunk()
        for number, row in enumerate(some):
            chunk.rows.append(before + _plain(row, number, len(before), chunk))
        if since_1904:
            _note_serials(chunk.rows, first, sheet)
        first += len(some)
        yield chunk


def _plain(row: list[Any], number: int, before: int, chunk: Chunk) -> list[Any]:
    cells: list[Any] = []
    for column, cell in enumerate(row, before):
        kind = cell.__class__
        if kind is str:
            cells.append(cell or None)
        elif kind is float:
            cells.append(int(cell) if cell.is_integer() and -_WHOLE < cell < _WHOLE else cell)
        elif kind is date:
            chunk.days.append((number, column, cell.toordinal()))
            cells.append(None)
        elif kind is datetime:
            chunk.moments.append((number, column, cell.isoformat()))
            cells.append(None)
        else:
            cells.append(cell if kind is int or kind is bool else str(cell))
    return cells


def _note_serials(rows: list[list[Any]], first: int, sheet: Sheet) -> None:
    for number, row in enumerate(rows, first):
        for column, cell in enumerate(row):
            if cell.__class__ in (int, float) and _SERIALS.start <= cell < _SERIALS.stop:
                sheet.notes[number, column] = sheet.note(number, column) | Note.SINCE_1904
