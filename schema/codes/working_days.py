"""Working days 工作日 by the State Council's yearly calendars, as a library publishes them.

Each autumn the General Office of the State Council announces the next year's holidays and the
weekend days that are worked in exchange 调休. A year without an announcement has no calendar here:
Monday to Friday then stand in for it, and what rests on them is provisional.

One known error of the library: Saturday 2005-12-31 was worked in exchange, and it says it was free.
"""

from datetime import date, timedelta

import chinese_calendar  # type: ignore[import-untyped] # it ships no types

from schema.text import Text

TITLE = Text("工作日历", "Working-day calendar")
EDITION = f"chinesecalendar {chinese_calendar.__version__}"
SOURCE = Text("国务院办公厅历年节假日安排通知", "Yearly notices of the State Council's General Office")

FIRST_YEAR: int = min(chinese_calendar.holidays).year
LAST_YEAR: int = max(chinese_calendar.holidays).year
_SATURDAY = 5


def is_working_day(day: date) -> bool | None:
    """Whether `day` is worked; None where its year has no published calendar."""
    if not FIRST_YEAR <= day.year <= LAST_YEAR:
        return None
    return bool(chinese_calendar.is_workday(day))


def add_working_days(day: date, n: int) -> tuple[date, bool]:
    """The n-th working day after `day`, which itself does not count, and whether that is provisional.

    With n = 0 it is `day` itself. Provisional: a day on the way is of a year without a published
    calendar. Raises ValueError for a negative n.
    """
    if n < 0:
        raise ValueError(f"working days are counted forward, not {n}")
    provisional = False
    while n:
        day += timedelta(days=1)
        worked, guessed = _worked(day)
        provisional |= guessed
        n -= worked
    return day, provisional


def count_working_days(first: date, last: date) -> tuple[int, bool]:
    """How many working days lie in `first`..`last`, both included, and whether that is provisional."""
    days = [_worked(first + timedelta(days=n)) for n in range((last - first).days + 1)]
    return sum(worked for worked, _ in days), any(guessed for _, guessed in days)


def _worked(day: date) -> tuple[bool, bool]:
    """Whether `day` is worked, and whether that is only guessed from the day of the week."""
    published = is_working_day(day)
    if published is None:
        return day.weekday() < _SATURDAY, True
    return published, False
