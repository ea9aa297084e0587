from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from schema.partial_date import NotADate, PartialDate

DAYS = st.dates(date(1900, 1, 1), date(2100, 12, 31))


@pytest.mark.parametrize(
    ("text", "stored", "first", "last"),
    [
        ("2022", 20220000, date(2022, 1, 1), date(2022, 12, 31)),
        ("2024-02", 20240200, date(2024, 2, 1), date(2024, 2, 29)),
        ("2022-08-15", 20220815, date(2022, 8, 15), date(2022, 8, 15)),
    ],
)
def test_a_year_month_or_day_knows_its_first_and_last_day(
    text: str, stored: int, first: date, last: date
) -> None:
    partial = PartialDate.parse(text)
    assert (partial.stored, partial.first, partial.last, str(partial)) == (stored, first, last, text)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "22",
        "2022-8",
        "2022-13",
        "2022-02-30",
        "2022-00",
        "2022-08-00",
        "2022/08",
        "２０２２",
        "2022-08-15 ",
    ],
)
def test_what_is_no_date_is_refused_with_the_forms_that_are(text: str) -> None:
    with pytest.raises(NotADate) as refused:
        PartialDate.parse(text)
    assert "2022-08-15" in refused.value.remedy.zh


@given(DAYS)
def test_a_day_is_itself(day: date) -> None:
    partial = PartialDate.on(day)
    assert partial.first == partial.last == day
    assert partial.is_day
    assert PartialDate.parse(str(partial)) == partial


@given(DAYS, DAYS)
def test_the_order_is_by_first_day_and_the_vaguer_first(one: date, other: date) -> None:
    month = PartialDate.of(one.year, one.month)
    assert month < PartialDate.on(one)
    assert (PartialDate.on(one) < PartialDate.on(other)) == (one < other)


def test_the_day_after_a_month_is_the_first_of_the_next() -> None:
    assert PartialDate.parse("2022-12").after == date(2023, 1, 1)
