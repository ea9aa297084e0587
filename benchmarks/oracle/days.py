"""Recorded days, months and years as the spans of days that they are."""

import calendar
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

EVER: Final = date.min
"""The begin of what holds from the beginning of time."""
OPEN: Final = date.max
"""The end, exclusive, of what has none."""
DAY: Final = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Span:
    """From the first to the last day that a recorded day can be."""

    first: date
    last: date

    @classmethod
    def stored(cls, number: int) -> "Span":
        """The span of a stored `yyyymmdd`, with zeros for what is unknown."""
        year, rest = divmod(number, 10000)
        month, day = divmod(rest, 100)
        if day:
            return cls(date(year, month, day), date(year, month, day))
        if month:
            return cls(date(year, month, 1), date(year, month, calendar.monthrange(year, month)[1]))
        return cls(date(year, 1, 1), date(year, 12, 31))

    @classmethod
    def text(cls, text: str) -> "Span":
        """The span of `2022`, `2022-08` or `2022-08-15`."""
        return cls.stored(int(text.replace("-", "").ljust(8, "0")))


def written(number: int) -> str:
    """A stored day as answers show it, as long as what is known of it."""
    digits = f"{number:08}"
    parts = (digits[:4], digits[4:6], digits[6:])
    return "-".join(part for part in parts if int(part))


def last_of(number: object, unknown: date) -> date:
    """The last day that a stored day can be; `unknown` where nothing is stored."""
    return Span.stored(number).last if isinstance(number, int) and number else unknown


def first_of(number: object, unknown: date) -> date:
    """The first day that a stored day can be; `unknown` where nothing is stored."""
    return Span.stored(number).first if isinstance(number, int) and number else unknown


def after(number: object) -> date:
    """The day after the last that a stored day can be; OPEN where nothing is stored."""
    last = last_of(number, OPEN)
    return last if last == OPEN else last + DAY
