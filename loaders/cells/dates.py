"""Days, months and years as rosters write them (R14 to R17)."""

import re
from datetime import date, datetime, timedelta
from typing import Final

from loaders.cells.findings import (
    DATE_CENTURY_ASSUMED,
    DATE_FROM_SERIAL,
    DATE_MONTH_AMBIGUOUS,
    DATE_UNREADABLE,
    DATE_VAGUE,
)
from loaders.cells.numerals import with_year_digits
from loaders.cells.reading import UNKNOWN, Reading, rejected
from loaders.cells.remembered import remembered
from loaders.cells.text import is_blank, plain, says_none, shown
from loaders.sheets.workbook import Note, Value
from schema.partial_date import NotADate, PartialDate

OPEN_ENDS: Final = frozenset({"至今", "现任", "目前", "现在", "今", "在任", "迄今", "在职", "长期"})
"""Words for an end that has not come (R17)."""

_YEARS: Final = range(1900, 2101)
_LAST_SHORT_YEAR: Final = 50
"""Two-digit years up to this one belong to the 2000s, later ones to the 1900s, with a warning."""

_LONGEST: Final = 40
_TIME_OF_DAY: Final = re.compile(r"(?:(?<=[\d日号])T|\s+|(?<=[日号]))\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?Z?$")
_FORMS: Final = tuple(
    re.compile(form, re.ASCII)
    for form in (
        r"(?P<y>\d{4})年?",
        r"(?P<y>\d{4})(?P<m>\d{2})",
        r"(?P<y>\d{4})(?P<m>\d{2})(?P<d>\d{2})",
        r"(?P<y>\d{4})年(?P<m>\d{1,2})月?份?",
        r"(?P<y>\d{4})年(?P<m>\d{1,2})月(?P<d>\d{1,2})[日号]?",
        r"(?P<y>\d{4})[./-](?P<m>\d{1,2})[.月]?",
        r"(?P<y>\d{4})(?P<s>[./-])(?P<m>\d{1,2})(?P=s)(?P<d>\d{1,2})\.?",
        r"'?(?P<short>\d{2})[.年](?P<m>\d{1,2})月?份?",
        r"'?(?P<short>\d{2})\.(?P<m>\d{1,2})\.(?P<d>\d{1,2})",
        r"'?(?P<short>\d{2})年(?P<m>\d{1,2})月(?P<d>\d{1,2})[日号]?",
    )
)
_VAGUE: Final = re.compile(
    r"(?:约|大约)?(.*?)(?:[上中下]旬|月初|月中|月底|年初|年底|年末|初|底|末|左右|许|前后)?"
)
_SERIAL_TEXT: Final = re.compile(r"(\d{5})(?:\.\d+)?", re.ASCII)
_SERIALS: Final = range(7_306, 69_000)
"""Serials that are taken for days: 1920 to 2088 in the system since 1900."""
_EPOCH_1900: Final = date(1899, 12, 30)
_EPOCH_1904: Final = date(1904, 1, 1)


def _of_parts(parts: dict[str, str | None]) -> Reading | None:
    short = parts.get("short")
    year = int(parts.get("y") or 0) if short is None else int(short) + 2000
    assumed = short is not None and int(short) > _LAST_SHORT_YEAR
    year -= 100 if assumed else 0
    month, day = parts.get("m"), parts.get("d")
    if year not in _YEARS or (month and not int(month)) or (day and not int(day)):
        return None
    try:
        made = PartialDate.of(year, int(month or 0), int(day or 0))
    except NotADate:
        return None
    return Reading(made, (DATE_CENTURY_ASSUMED.about(read=year),) if assumed else ())


def _written(text: str) -> Reading | None:
    for form in _FORMS:
        found = form.fullmatch(text)
        if found is not None and (reading := _of_parts(found.groupdict())) is not None:
            return reading
    return None


def _of_serial(serial: float, epoch: date) -> PartialDate | None:
    if not _SERIALS.start <= serial < _SERIALS.stop:
        return None
    return PartialDate.on(epoch + timedelta(days=int(serial)))


@remembered
def read_written(text: str) -> Reading | None:
    """What a text says as a date, or None if it is none; blanks and open ends are none."""
    if len(text) > _LONGEST:
        return None
    text = with_year_digits(plain(_TIME_OF_DAY.sub("", text)))
    if (reading := _written(text)) is not None:
        return reading
    if _SERIAL_TEXT.fullmatch(text):
        day = _of_serial(float(text), _EPOCH_1900)
        return None if day is None else Reading(day, (DATE_FROM_SERIAL.about(read=day),))
    stem = _VAGUE.fullmatch(text)
    if stem is None or stem[1] == text or (reading := _written(stem[1])) is None:
        return None
    return Reading(reading.value, (*reading.warnings, DATE_VAGUE.about(read=reading.value)))


def _of_number(number: float, note: Note) -> Reading:
    epoch = _EPOCH_1904 if Note.SINCE_1904 in note else _EPOCH_1900
    if (day := _of_serial(number, epoch)) is not None:
        return Reading(day)
    text = str(int(number)) if float(number).is_integer() else repr(float(number))
    reading = _written(text)
    if reading is None or not isinstance(reading.value, PartialDate):
        return rejected(DATE_UNREADABLE)
    if not text.endswith(".1"):
        return reading
    other = f"{reading.value.first.year}-10"
    doubt = DATE_MONTH_AMBIGUOUS.about(read=reading.value, other=other)
    return Reading(reading.value, (*reading.warnings, doubt))


def _of_day(day: date, note: Note) -> Reading:
    if day.year not in _YEARS:
        return rejected(DATE_UNREADABLE)
    if note is Note.NONE:
        return Reading(PartialDate.on(day))
    if Note.NO_MONTH in note:
        return Reading(PartialDate.of(day.year))
    if Note.NO_DAY in note:
        return Reading(PartialDate.of(day.year, day.month))
    return Reading(PartialDate.on(day))


def read_date(value: Value, note: Note = Note.NONE) -> Reading:
    """A PartialDate, as precise as what is written, or as the cell's number format shows.

    Numbers are years, months (2022.8), days (20220815) or serials in the workbook's date system.
    至今 is an open end and, like 无, gives None.
    """
    if isinstance(value, datetime):
        return _of_day(value.date(), note)
    if isinstance(value, date):
        return _of_day(value, note)
    if isinstance(value, bool):
        return rejected(DATE_UNREADABLE)
    if isinstance(value, int | float):
        return _of_number(value, note)
    text = plain(value)
    if is_blank(text) or says_none(text) or text in OPEN_ENDS:
        return UNKNOWN
    return read_written(shown(value)) or rejected(DATE_UNREADABLE)
