"""Citizen identity numbers 公民身份号码, GB 11643-1999 (R19, R20).

Nothing here keeps a number: no cache, no message that repeats a digit.
"""

import re
from datetime import date
from typing import Final

from loaders.cells.findings import (
    ID_NUMBER_15,
    ID_NUMBER_BIRTH,
    ID_NUMBER_CHECK,
    ID_NUMBER_DIGITS_LOST,
    ID_NUMBER_PLACE,
    ID_NUMBER_UNREADABLE,
    Finding,
)
from loaders.cells.reading import UNKNOWN, Reading, rejected
from loaders.cells.text import half_width, is_blank, says_none, shown
from loaders.sheets.workbook import Note, Value

_WEIGHTS: Final = tuple(pow(2, 17 - i, 11) for i in range(17))
_CHECKS: Final = "10X98765432"
_NUMBER: Final = re.compile(r"\d{17}[\dX]", re.ASCII)
_OLD_NUMBER: Final = re.compile(r"\d{15}", re.ASCII)
_LOST: Final = re.compile(r"\d(?:\.\d+)?E\+?\d+", re.ASCII)
_SMALLEST_OLD: Final = 10**14
_LARGEST_OLD: Final = 10**15
_FIRST_YEAR: Final = 1900
# GB/T 2260 by its first two digits; 81 to 83 are residence permits of Hong Kong, Macao and Taiwan.
_PROVINCES: Final = frozenset(
    f"{each}"
    for some in (range(11, 16), range(21, 24), range(31, 38), range(41, 47), range(50, 55), range(61, 66))
    for each in some
) | {"71", "81", "82", "83"}


def check_character(first_17: str) -> str:
    """The 18th character that belongs to the first 17 digits (mod 11-2)."""
    total = sum(int(digit) * weight for digit, weight in zip(first_17, _WEIGHTS, strict=True))
    return _CHECKS[total % 11]


def _born(digits: str) -> bool:
    try:
        born = date(int(digits[:4]), int(digits[4:6]), int(digits[6:]))
    except ValueError:
        return False
    return born.year >= _FIRST_YEAR


def _judged(number: str, warnings: tuple[Finding, ...] = ()) -> Reading:
    if check_character(number[:17]) != number[17]:
        return rejected(ID_NUMBER_CHECK)
    if not _born(number[6:14]):
        return rejected(ID_NUMBER_BIRTH)
    if number[:2] not in _PROVINCES:
        warnings = (*warnings, ID_NUMBER_PLACE)
    return Reading(number, warnings)


def _widened(old: str) -> Reading:
    first_17 = f"{old[:6]}19{old[6:]}"
    return _judged(first_17 + check_character(first_17), (ID_NUMBER_15,))


def read_id_number(value: Value, note: Note = Note.NONE) -> Reading:
    """A number of 18 characters that passes its check; 15 digits are converted, with a warning.

    One stored as a number has lost its last digits and is rejected, never repaired (15 digits
    are all kept). The place code only warns.
    """
    del note
    if isinstance(value, int | float) and not isinstance(value, bool):
        if _SMALLEST_OLD <= value < _LARGEST_OLD and value == int(value):
            return _widened(str(int(value)))
        lost = value >= _LARGEST_OLD
        return rejected(ID_NUMBER_DIGITS_LOST if lost else ID_NUMBER_UNREADABLE)
    text = half_width(shown(value)).upper().removeprefix("'")
    if is_blank(text) or says_none(text):
        return UNKNOWN
    if _NUMBER.fullmatch(text):
        return _judged(text)
    if _OLD_NUMBER.fullmatch(text):
        return _widened(text)
    return rejected(ID_NUMBER_DIGITS_LOST if _LOST.fullmatch(text) else ID_NUMBER_UNREADABLE)
