"""Days of the district's life, and arithmetic on them."""

import calendar
from datetime import date, timedelta
from random import Random
from typing import Final

from schema.partial_date import PartialDate


def day(year: int, month: int, of_month: int) -> PartialDate:
    """A certain day."""
    return PartialDate.of(year, month, of_month)


def month(year: int, of_year: int) -> PartialDate:
    """A month of which the day is not known."""
    return PartialDate.of(year, of_year)


CASE_DAY: Final = day(2022, 8, 2)
"""The day of the published case's figures."""

TODAY: Final = day(2026, 11, 25)
"""The day to which the district's life is told."""

NEW_RULES: Final = day(2026, 5, 11)
"""From this day the 2026 edition of the rules on admission is in force."""


def later(start: PartialDate, *, days: int = 0, months: int = 0) -> PartialDate:
    """The day so much after `start`; months clamp to the month's end."""
    first = start.first
    count = first.year * 12 + first.month - 1 + months
    year, index = divmod(count, 12)
    last = calendar.monthrange(year, index + 1)[1]
    return PartialDate.on(date(year, index + 1, min(first.day, last)) + timedelta(days=days))


def between(chance: Random, first: PartialDate, last: PartialDate) -> PartialDate:
    """Some working weekday from `first` to `last`."""
    found = first.first + timedelta(days=chance.randint(0, (last.last - first.first).days))
    while found.weekday() > calendar.FRIDAY and found > first.first:
        found -= timedelta(days=1)
    return PartialDate.on(found)


def vague(known: PartialDate) -> PartialDate:
    """The month of a day."""
    return PartialDate.of(known.first.year, known.first.month)


def holds(start: PartialDate | None, until: PartialDate | None, at: PartialDate) -> bool:
    """Whether an interval certainly holds on a day: a month holds from its last day, to its last day."""
    begun = start is None or start.last <= at.first
    return begun and (until is None or at.first <= until.last)
