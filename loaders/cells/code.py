"""Codes that an office gives itself: 单位编码, 平台编码, 编号."""

from datetime import date
from typing import Final

from loaders.cells.findings import CODE_DIGITS_LOST, CODE_UNREADABLE
from loaders.cells.reading import UNKNOWN, Reading, rejected
from loaders.cells.remembered import remembered
from loaders.cells.text import EXACT_BELOW, is_blank, plain, says_none
from loaders.sheets.workbook import Note, Value

_LONGEST: Final = 200


@remembered
def _read(text: str) -> Reading:
    if is_blank(text) or says_none(text):
        return UNKNOWN
    return Reading(text) if len(text) <= _LONGEST else rejected(CODE_UNREADABLE)


def read_code(value: Value, note: Note = Note.NONE) -> Reading:
    """A code in half-width characters without blanks, case kept; a number gives its digits."""
    del note
    if isinstance(value, bool | date):
        return rejected(CODE_UNREADABLE)
    if isinstance(value, int | float):
        if abs(value) >= EXACT_BELOW:
            return rejected(CODE_DIGITS_LOST)
        if not float(value).is_integer() or value < 0:
            return rejected(CODE_UNREADABLE)
        return Reading(str(int(value)))
    return _read(plain(value))
