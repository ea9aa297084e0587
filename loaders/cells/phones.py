"""Phone numbers, several in a cell (R18). They are personal: nothing here keeps or repeats one."""

import re
from collections.abc import Iterator
from typing import Final

from loaders.cells.findings import PHONE_LENGTH, PHONE_UNREADABLE, Finding
from loaders.cells.reading import NOTHING, UNKNOWN, Reading, rejected
from loaders.cells.text import half_width, is_blank, says_none, shown
from loaders.sheets.workbook import Note, Value

_SEVERAL: Final = re.compile(r"[、;；,，/／\n]+|或")
_COUNTRY: Final = re.compile(r"^(?:\+|00)86-?")
_MOBILE: Final = re.compile(r"1[3-9]\d{9}", re.ASCII)
_MISTYPED: Final = re.compile(r"1[3-9]\d{8}|1[3-9]\d{10}", re.ASCII)
_LANDLINE: Final = re.compile(r"\(?(0\d{2,3})\)?-?(\d{7,8})(?:转|-|x|ext\.?)?(\d{1,5})?", re.ASCII)
_LOCAL: Final = re.compile(r"\d{7,8}", re.ASCII)
_SERVICE: Final = re.compile(r"(?:[48]00\d{7}|1[02]\d{1,3}|12[35]\d{2,3}|95\d{3,4})", re.ASCII)


def _one(text: str) -> tuple[str, Finding | None] | None:
    number = _COUNTRY.sub("", half_width(text))
    digits = number.replace("-", "")
    if _MOBILE.fullmatch(digits) or _SERVICE.fullmatch(digits):
        return digits, None
    if _MISTYPED.fullmatch(digits):
        return digits, PHONE_LENGTH
    if (found := _LANDLINE.fullmatch(number.lower())) is not None:
        return f"{found[1]}-{found[2]}" + (f"-{found[3]}" if found[3] else ""), None
    return (digits, None) if _LOCAL.fullmatch(digits) else None


def _parts(text: str) -> Iterator[str]:
    """The numbers of a cell; blanks are inside a number (138 0000 1234) where that makes one."""
    for part in _SEVERAL.split(text):
        if _one(part) is not None:
            yield part
        else:
            yield from part.split()


def read_phones(value: Value, note: Note = Note.NONE) -> Reading:
    """A tuple of numbers: mobiles in 11 digits, landlines as 0775-1234567; a wrong length warns."""
    del note
    text = shown(value)
    if _MOBILE.fullmatch(text):
        return Reading((text,))
    if is_blank(half_width(text)):
        return UNKNOWN
    if says_none(half_width(text)):
        return Reading(NOTHING)
    numbers: dict[str, None] = {}
    warnings: list[Finding] = []
    for part in _parts(text):
        found = _one(part)
        if found is None:
            return rejected(PHONE_UNREADABLE)
        numbers[found[0]] = None
        warnings += [found[1]] if found[1] is not None else []
    return Reading(tuple(numbers), tuple(warnings)) if numbers else rejected(PHONE_UNREADABLE)
