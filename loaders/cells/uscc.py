"""Unified social credit codes 统一社会信用代码, GB 32100-2015 (R21)."""

import re
from operator import mul
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
_NO_VALUE: Final = 255
_VALUES: Final = bytes(_ALPHABET.find(chr(byte)) % 256 for byte in range(256))
"""The value of each character of the alphabet, 255 for every other."""
_WEIGHTS: Final = tuple(pow(3, i, 31) for i in range(17))
_LENGTH: Final = 18
_LOOKALIKES: Final = str.maketrans("OI", "01")
_LOST: Final = re.compile(r"\d(?:\.\d+)?E\+?\d+")
UNION_BEGINS_WITH: Final = "81"
"""What every union's own code begins with."""


def check_character(first_17: str) -> str:
    """The 18th character that GB 32100 gives to the first 17, which must be of its alphabet."""
    return _ALPHABET[-sum(map(mul, _values(first_17), _WEIGHTS)) % 31]


def _values(code: str) -> bytes:
    return code.encode("latin-1", "replace").translate(_VALUES)


def _is_written_right(code: str) -> bool:
    return len(code) == _LENGTH and _NO_VALUE not in _values(code)


def is_valid(code: str) -> bool:
    """Whether a code has 18 characters of the alphabet and the right check character."""
    return _is_written_right(code) and check_character(code[:-1]) == code[-1]


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
    return rejected(USCC_CHECK if _is_written_right(repaired) else USCC_UNREADABLE)


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
    if isinstance(reading.value, str) and not reading.value.startswith(UNION_BEGINS_WITH):
        return rejected(USCC_NOT_A_UNION)
    return reading
