"""Terms and periods: "2022.08-2024.08", "2022年8月至今"; several in one cell (R17)."""

import re
from dataclasses import dataclass
from datetime import date
from typing import Final

from loaders.cells.dates import OPEN_ENDS, read_date, read_written
from loaders.cells.findings import SPAN_REVERSED, SPAN_UNREADABLE, Finding
from loaders.cells.reading import UNKNOWN, Reading, rejected
from loaders.cells.remembered import remembered
from loaders.cells.text import is_blank, plain, says_none, shown
from loaders.sheets.workbook import Note, Value
from schema.partial_date import PartialDate

_SEVERAL: Final = re.compile(r"[、;；,，\n]+")
_LONGEST: Final = 60
_SEPARATORS: Final = re.compile(r"至(?!今)|到|[-~–—−―－～]+|起至")
_BEGINNING: Final = re.compile(r"(.*?)(?:起|开始|以来|[-~–—−至]+)")


@dataclass(frozen=True, slots=True)
class Span:
    """From `start` to the last day, month or year in it; None where that end is open or unknown."""

    start: PartialDate | None
    until: PartialDate | None = None


def _end(text: str) -> tuple[PartialDate | None, tuple[Finding, ...]] | None:
    if text in OPEN_ENDS:
        return None, ()
    reading = read_written(text)
    if reading is None or not isinstance(reading.value, PartialDate):
        return None
    return reading.value, reading.warnings


def _one(text: str) -> Reading:
    if len(text) > _LONGEST:
        return rejected(SPAN_UNREADABLE)
    for mark in _SEPARATORS.finditer(text):
        start, until = _end(text[: mark.start()]), _end(text[mark.end() :])
        if start is not None and until is not None and start[0] is not None:
            if until[0] is not None and until[0].last < start[0].first:
                return rejected(SPAN_REVERSED)
            return Reading(Span(start[0], until[0]), (*start[1], *until[1]))
    for word in OPEN_ENDS:
        if text.endswith(word) and (since := _end(text.removesuffix(word).rstrip("至到"))) is not None:
            return Reading(Span(since[0]), since[1])
    stem = _BEGINNING.fullmatch(text)
    alone = _end(text) or (_end(stem[1]) if stem is not None else None)
    if alone is None or alone[0] is None:
        return rejected(SPAN_UNREADABLE)
    return Reading(Span(alone[0]), alone[1])


@remembered
def _read(text: str) -> Reading:
    if is_blank(text) or says_none(text) or text in OPEN_ENDS:
        return UNKNOWN
    readings = [_one(plain(part)) for part in _SEVERAL.split(text) if plain(part)]
    for reading in readings:
        if reading.rejection is not None:
            return reading
    warnings = tuple(warning for reading in readings for warning in reading.warnings)
    return Reading(tuple(reading.value for reading in readings), warnings)


def read_spans(value: Value, note: Note = Note.NONE) -> Reading:
    """A tuple of Spans, in the order written; a date alone is an open Span that starts on it."""
    if isinstance(value, date | int | float):
        reading = read_date(value, note)
        if reading.value is None:
            return rejected(SPAN_UNREADABLE)
        return Reading((Span(reading.value),), reading.warnings)  # type: ignore[arg-type] # a PartialDate
    return _read(shown(value))


def read_span(value: Value, note: Note = Note.NONE) -> Reading:
    """One Span; a cell with several is rejected."""
    reading = read_spans(value, note)
    if not isinstance(reading.value, tuple):
        return reading
    if len(reading.value) != 1:
        return rejected(SPAN_UNREADABLE)
    return Reading(reading.value[0], reading.warnings)
