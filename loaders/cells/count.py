"""Counts, with how exactly they are known (R10, R12, R13)."""

import re
from dataclasses import dataclass
from typing import Final

from loaders.cells.findings import COUNT_RANGE, COUNT_UNREADABLE, COUNT_UPPER_BOUND, COUNT_WOMEN_EXCEED
from loaders.cells.numerals import with_digits
from loaders.cells.reading import UNKNOWN, Reading, rejected, unknown
from loaders.cells.remembered import remembered
from loaders.cells.text import is_blank, plain, says_none
from loaders.sheets.workbook import Note, Value
from schema.observation import Bound

_LARGEST: Final = 10**9
_LONGEST: Final = 60
_UNIT: Final = "(?:人次|学时|小时|个月|[人名个家户位件次场条天年元分项套])?"
_NUMBER: Final = rf"(\d{{1,12}})(?:\.0+)?{_UNIT}"
_ABOUT: Final = re.compile(rf"(?:大约|大概|约为|约|近|将近|≈|~)?{_NUMBER}(?:左右|上下)?")
_AT_LEAST: Final = re.compile(
    rf"(?:不少于|不低于|至少|超过|超|>=|≥|>)?{_NUMBER}(?:余|多|\+|及?以上|以上)?{_UNIT}(?:以上)?"
)
_RANGE: Final = re.compile(rf"\d+{_UNIT}(?:[-~–—]+|至|到)\d+{_UNIT}")
_UPPER: Final = re.compile(
    rf"(?:不足|不到|不超过|少于|低于|<=|≤|<)\d+{_UNIT}|\d+{_UNIT}(?:及?以下|以内){_UNIT}"
)
_WOMEN: Final = re.compile(
    r"(.*?)[(,;:]?(?:其中|含|包括)?:?女(?:性|工|职工|会员|党员)*:?(\d{1,9})[人名个位]?\)?", re.DOTALL
)
_EXACT: Final = re.compile(_NUMBER)


@dataclass(frozen=True, slots=True)
class Counted:
    """A count: its number, whether that is exact, about or at least, and how many are women if said."""

    value: int
    bound: Bound = Bound.EXACT
    women: int | None = None


@remembered
def _read(text: str) -> Reading:
    if is_blank(text):
        return UNKNOWN
    if len(text) > _LONGEST:
        return rejected(COUNT_UNREADABLE)
    if says_none(text):
        return Reading(Counted(0))
    if (found := _EXACT.fullmatch(text)) is not None:
        return _counted(int(found[1]), Bound.EXACT)
    text = text.replace(",", "") if re.fullmatch(r"[^\d]*\d{1,3}(?:,\d{3})+(?!\d).*", text) else text
    text = with_digits(text)
    if (parts := _WOMEN.fullmatch(text)) is not None and parts[1]:
        return _with_women(_number(parts[1]), int(parts[2]))
    return _number(text)


def _number(text: str) -> Reading:
    if (found := _EXACT.fullmatch(text)) is not None:
        return _counted(int(found[1]), Bound.EXACT)
    if (found := _ABOUT.fullmatch(text)) is not None:
        return _counted(int(found[1]), Bound.ABOUT)
    if (found := _AT_LEAST.fullmatch(text)) is not None:
        return _counted(int(found[1]), Bound.AT_LEAST)
    if _RANGE.fullmatch(text):
        return unknown(COUNT_RANGE)
    if _UPPER.fullmatch(text):
        return unknown(COUNT_UPPER_BOUND)
    return rejected(COUNT_UNREADABLE)


def _counted(number: int, bound: Bound) -> Reading:
    return Reading(Counted(number, bound)) if number <= _LARGEST else rejected(COUNT_UNREADABLE)


def _with_women(total: Reading, women: int) -> Reading:
    if not isinstance(total.value, Counted):
        return total
    if women > total.value.value and total.value.bound is Bound.EXACT:
        return rejected(COUNT_WOMEN_EXCEED)
    return Reading(Counted(total.value.value, total.value.bound, women))


def read_count(value: Value, note: Note = Note.NONE) -> Reading:
    """A Counted: 50, "50人", "1,200", "约50", "100余", "30（含女12）"; 无 is 0."""
    del note
    if isinstance(value, bool) or (isinstance(value, float) and not value.is_integer()):
        return rejected(COUNT_UNREADABLE)
    if isinstance(value, int | float):
        return _counted(int(value), Bound.EXACT) if value >= 0 else rejected(COUNT_UNREADABLE)
    return _read(plain(value))
