"""A recorded day that may be known to the year or month only: `2022`, `2022-08`, `2022-08-15`.

Stored as one integer, year*10000 + month*100 + day, with zeros for what is unknown, so that the
order of the integers is the order of the answers: by first day, the vaguer first.
"""

import calendar
import re
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Self

from schema.errors import Failure
from schema.text import Text

_FORM = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?", re.ASCII)


class NotADate(Failure):
    """A text that is no day, month or year."""

    code = "BAD_INPUT"


@dataclass(frozen=True, slots=True, order=True)
class PartialDate:
    """A day, a month or a year; `stored` is its integer form."""

    stored: int

    @classmethod
    def of(cls, year: int, month: int = 0, day: int = 0) -> Self:
        """The day, month or year with these parts; raises NotADate where there is none such."""
        text = f"{year:04}" + (f"-{month:02}" if month else "") + (f"-{day:02}" if day else "")
        try:
            date(year, month or 1, day or 1)
        except ValueError:
            raise _no_date(text) from None
        if day and not month:
            raise _no_date(text)
        return cls(year * 10000 + month * 100 + day)

    @classmethod
    def parse(cls, text: str) -> Self:
        """Read the ISO 8601 form; raises NotADate."""
        found = _FORM.fullmatch(text)
        if found is None:
            raise _no_date(text)
        year, month, day = (int(part) if part else None for part in found.groups())
        if year is None or month == 0 or day == 0:
            raise _no_date(text)
        return cls.of(year, month or 0, day or 0)

    @classmethod
    def on(cls, day: date) -> Self:
        """A certain day."""
        return cls(day.year * 10000 + day.month * 100 + day.day)

    @property
    def first(self) -> date:
        """The earliest day it can be."""
        return date(self.stored // 10000, self.stored // 100 % 100 or 1, self.stored % 100 or 1)

    @property
    def last(self) -> date:
        """The latest day it can be."""
        year, month, day = self.stored // 10000, self.stored // 100 % 100, self.stored % 100
        month = month or 12
        return date(year, month, day or calendar.monthrange(year, month)[1])

    @property
    def after(self) -> date:
        """The day after the latest day it can be."""
        return self.last + timedelta(days=1)

    @property
    def is_day(self) -> bool:
        """Whether the very day is known."""
        return self.stored % 100 != 0

    def __str__(self) -> str:
        """The ISO 8601 form, as long as what is known."""
        year, month, day = self.stored // 10000, self.stored // 100 % 100, self.stored % 100
        return f"{year:04}" + (f"-{month:02}" if month else "") + (f"-{day:02}" if day else "")


def _no_date(text: str) -> NotADate:
    return NotADate(
        Text(f"“{text}”不是日期", f"'{text}' is not a date"),
        Text("写成 2022、2022-08 或 2022-08-15", "write 2022, 2022-08 or 2022-08-15"),
    )
