"""Unified social credit codes 统一社会信用代码, GB 32100-2015 (R21)."""

import re
from typing import Final

from loaders.cells.findings import (
    CODE_DIGITS_LOST,
    USCC_CHECK,
    USCC_NOT_A_UNION,
    USCC_REPAIRED,
    USCC_UNREADABLE,
)
from loaders.cells.reading import UNKNOWN, Reading, rejected
from loaders.cells.remembered import remembered
from loaders.cells.text import EXACT_BELOW, is_blank, plain, says_none
from loaders.sheets.workbook import Note, Value

_ALPHABET: Final = "0123456789ABCDEFGHJKLMNPQRTUWXY"
_VALUES: Final = {character: value for value, character in enumerate(_ALPHABET)}
_WEIGHTS: Final = tuple(pow(3, i, 31) for i in range(17))
_LENGTH: Final = 18
_LOOKALIKES: Final = str.maketrans("OI", "01")
_LOST: Final = re.compile(r"\d(?:\.\d+)?E\+?\d+")


def check_character(first_17: str) -> str:
    """The 18th character that GB 32100 gives to the first 17; raises KeyError outside its alphabet."""
    total = sum(_VALUES[each] * weight for each, weight in zip(first_17, _WEIGHTS, strict=True))
    return _ALPHABET[-total % 31]


def is_valid(code: str) -> bool:
    """Whether a code has 18 characters of the alphabet and the right check character."""
    return (
        len(code) == _LENGTH
        and all(each in _VALUES for each in code)
        and check_character(code[:-1]) == code[-1]
    )


@remembered
def _read(text: str) -> Reading:
    if is_blank(text) or says_none(text):
        return UNKNOWN
    code = text.upper().replace("-", "")
    if is_valid(code):
        return Reading(code)
    if _LOST.fullmatch(code):
        return rejected(CODE_DIGITS_LOST)
    repaired = code.translate(_LOOKALIKES)
    if repaired != code and is_valid(repaired):
        return Reading(repaired, (USCC_REPAIRED,))
    if len(repaired) == _LENGTH and all(each in _VALUES for each in repaired):
        return rejected(USCC_CHECK)
    return rejected(USCC_UNREADABLE)


def read_uscc(value: Value, note: Note = Note.NONE) -> Reading:
    """A valid code of 18 characters; letters O and I become digits only where the check then passes.

    One stored as a number has lost digits and is rejected. 无 is no code: None.
    """
    del note
    if isinstance(value, int | float) and not isinstance(value, bool):
        return rejected(CODE_DIGITS_LOST if value >= EXACT_BELOW else USCC_UNREADABLE)
    return _read(plain(value))


def read_union_uscc(value: Value, note: Note = Note.NONE) -> Reading:
    """A union's own code, which begins with 81; another body's code is rejected."""
    reading = read_uscc(value, note)
    if isinstance(reading.value, str) and not reading.value.startswith("81"):
        return rejected(USCC_NOT_A_UNION)
    return reading
