"""Days."""

from random import Random

import pytest

from examples.district.days import between, day, holds, later, month, vague
from schema.partial_date import PartialDate


def test_months_clamp_and_days_are_added_after_them() -> None:
    assert later(day(2022, 1, 31), months=1) == day(2022, 2, 28)
    assert later(day(2022, 12, 31), months=2, days=1) == day(2023, 3, 1)
    assert later(day(2022, 3, 1), days=-1) == day(2022, 2, 28)
    assert vague(day(2022, 8, 2)) == month(2022, 8)


def test_a_day_between_is_between_and_mostly_no_weekend() -> None:
    first, last = day(2022, 1, 3), day(2022, 12, 30)
    drawn = [between(Random(number), first, last) for number in range(50)]  # noqa: S311 - a test
    assert all(first <= each <= last and each.first.weekday() < 5 for each in drawn)


@pytest.mark.parametrize(
    ("since", "until", "certain"),
    [
        (month(2022, 8), None, False), (day(2022, 8, 2), None, True), (month(2022, 7), month(2022, 8), True),
        (None, day(2022, 8, 1), False), (None, None, True),
    ],
)  # fmt: skip
def test_what_certainly_holds(since: PartialDate | None, until: PartialDate | None, certain: bool) -> None:  # noqa: FBT001
    assert holds(since, until, day(2022, 8, 2)) is certain
