"""What a number format shows of a date (R15): the day, only the month, or only the year."""

import re
from typing import Final

from loaders.sheets.workbook import Note

_LITERAL: Final = re.compile(r'"[^"]*"|\\.|_.|\*.|\[[^\]]*\]')

BUILT_IN: Final = {
    17: Note.NO_DAY,
    27: Note.NO_DAY,
    36: Note.NO_DAY,
    50: Note.NO_DAY,
    52: Note.NO_DAY,
    57: Note.NO_DAY,
}
"""Formats without a code of their own: mmm-yy, and yyyy年m月 as a Chinese Excel numbers it."""


def note_of(code: str) -> Note:
    """What a date in the format `code` does not show; NONE for whatever is no date of a year."""
    shown = _LITERAL.sub("", code.split(";", maxsplit=1)[0]).lower()
    if "y" not in shown or "d" in shown:
        return Note.NONE
    return Note.NO_DAY if "m" in shown else Note.NO_MONTH
