from datetime import date, timedelta

import pytest

from schema.codes.working_days import (
    EDITION,
    FIRST_YEAR,
    LAST_YEAR,
    add_working_days,
    count_working_days,
    is_working_day,
)


def test_the_calendar_covers_2004_to_2026_at_least() -> None:
    assert FIRST_YEAR == 2004
    assert LAST_YEAR >= 2026
    assert EDITION.startswith("chinesecalendar 1.")


@pytest.mark.parametrize(
    ("day", "worked"),
    [
        (date(2022, 8, 2), True),
        (date(2022, 8, 6), False),
        (date(2022, 10, 3), False),
        (date(2022, 10, 8), True),  # Saturday, worked in exchange
        (date(2020, 1, 31), False),  # the Spring Festival prolonged
        (date(2026, 2, 14), True),  # Saturday, worked in exchange
        (date(2026, 2, 23), False),
        (date(2003, 12, 31), None),
        (date(LAST_YEAR + 1, 3, 1), None),
    ],
)
def test_holidays_and_days_worked_in_exchange(day: date, worked: bool | None) -> None:  # noqa: FBT001 - a column
    assert is_working_day(day) is worked


def test_every_published_year_has_a_plausible_number_of_working_days() -> None:
    for year in range(FIRST_YEAR, LAST_YEAR + 1):
        count, provisional = count_working_days(date(year, 1, 1), date(year, 12, 31))
        assert 244 <= count <= 256
        assert not provisional


@pytest.mark.parametrize(
    ("day", "n", "end"),
    [
        (date(2022, 8, 1), 0, date(2022, 8, 1)),
        (date(2022, 8, 1), 5, date(2022, 8, 8)),
        (date(2022, 8, 5), 1, date(2022, 8, 8)),
        (date(2022, 9, 30), 1, date(2022, 10, 8)),
        (date(2022, 9, 30), 2, date(2022, 10, 9)),
    ],
)
def test_adding_working_days_skips_holidays_and_counts_days_worked_in_exchange(
    day: date, n: int, end: date
) -> None:
    assert add_working_days(day, n) == (end, False)


def test_a_date_that_rests_on_an_unpublished_year_is_provisional() -> None:
    last = date(LAST_YEAR, 12, 31)
    monday = last + timedelta(days=(7 - last.weekday()))
    end, provisional = add_working_days(last, 3)
    assert provisional
    assert last < end <= monday + timedelta(days=2)
    assert count_working_days(monday, monday + timedelta(days=6)) == (5, True)


def test_working_days_are_never_counted_backwards() -> None:
    with pytest.raises(ValueError, match="forward"):
        add_working_days(date(2022, 8, 1), -1)
    assert count_working_days(date(2022, 8, 2), date(2022, 8, 1)) == (0, False)
