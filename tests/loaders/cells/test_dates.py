"""R14 to R17: every way of writing a date gives exactly what was written, never an invented day."""

from datetime import date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from loaders.cells.dates import read_date
from loaders.cells.reading import Reading
from loaders.sheets.workbook import Note, Value
from schema.partial_date import PartialDate


def codes(reading: Reading) -> list[str]:
    return [each.code for each in reading.warnings] + ([reading.rejection.code] if reading.rejection else [])


@pytest.mark.parametrize(
    "written",
    [
        "2022.8",
        "2022-08",
        "202208",
        "2022年8月",
        "２０２２年８月",
        "22.8",
        "2022/8",
        "2022.08",
        "2022年8月份",
        "二〇二二年八月",
        "二零二二年8月",
        "22年8月",
        " 2022 年 8 月 ",
        "'22.8",
        202208,
        2022.8,
        22.8,
    ],
    ids=repr,
)
def test_the_month_is_read_from_every_way_of_writing_it(written: Value) -> None:
    assert read_date(written) == Reading(PartialDate(20220800))


@pytest.mark.parametrize(
    "written",
    [
        "2022-08-15",
        "2022.8.15",
        "2022/8/15",
        "20220815",
        "2022年8月15日",
        "2022年8月15号",
        "22.8.15",
        "２０２２－０８－１５",
        "2022-08-15 00:00:00",
        "2022/8/15 0:00",
        "2022-08-15T10:30:00Z",
        "2022年8月15日 10:30",
        "二〇二二年八月十五日",
        20220815,
        44788,
        44788.4375,
        date(2022, 8, 15),
        datetime.fromisoformat("2022-08-15T10:30"),
    ],
    ids=repr,
)
def test_the_day_is_read_from_every_way_of_writing_it(written: Value) -> None:
    assert read_date(written) == Reading(PartialDate(20220815))


@pytest.mark.parametrize("written", ["2022", "2022年", 2022, 2022.0, "二〇二二年"], ids=repr)
def test_the_year_alone_stays_a_year(written: Value) -> None:
    assert read_date(written) == Reading(PartialDate(20220000))


def test_a_date_cell_is_as_precise_as_its_format_shows() -> None:
    day = date(2022, 8, 1)
    assert read_date(day).value == PartialDate(20220801)
    assert read_date(day, Note.NO_DAY).value == PartialDate(20220800)
    assert read_date(day, Note.NO_MONTH).value == PartialDate(20220000)


def test_a_serial_is_read_in_the_system_of_its_workbook() -> None:
    assert read_date(44774).value == PartialDate(20220801)
    assert read_date(44774 - 1462, Note.SINCE_1904).value == PartialDate(20220801)
    assert codes(read_date("44774")) == ["DATE_FROM_SERIAL"]


@pytest.mark.parametrize(
    ("number", "month"), [(2022.1, 20220100), (22.1, 20220100), (1998.1, 19980100)], ids=repr
)
def test_a_numeric_tenth_is_january_with_a_warning_that_names_october_too(number: float, month: int) -> None:
    reading = read_date(number)
    year = month // 10000
    assert reading.value == PartialDate(month)
    assert codes(reading) == ["DATE_MONTH_AMBIGUOUS"]
    assert f"{year}-01" in reading.warnings[0].message.zh
    assert f"{year}-10" in reading.warnings[0].message.zh
    assert codes(read_date("2022.1")) == []
    assert codes(read_date(2022.11)) == []


@pytest.mark.parametrize("written", ["至今", "现任", "", None, "/", "—", "无", "不详"], ids=repr)
def test_open_ends_and_blanks_give_no_date(written: Value) -> None:
    assert read_date(written) == Reading(None)


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("2022年8月中旬", 20220800),
        ("2022年底", 20220000),
        ("约2022年8月", 20220800),
        ("2022年8月底", 20220800),
    ],
    ids=repr,
)
def test_a_vague_date_is_read_as_far_as_it_is_certain(written: str, read: int) -> None:
    reading = read_date(written)
    assert reading.value == PartialDate(read)
    assert codes(reading) == ["DATE_VAGUE"]


def test_a_two_digit_year_of_the_last_century_warns() -> None:
    reading = read_date("85.3")
    assert reading.value == PartialDate(19850300)
    assert codes(reading) == ["DATE_CENTURY_ASSUMED"]


@pytest.mark.parametrize(
    "written",
    [
        "2022.13",
        "2022-02-30",
        "2022.8-12",
        "22/8",
        "八月",
        "2022.08-2024.08",
        "三年",
        "0000-01-01",
        "2022.0",
        "1899",
        3.5,
        -1,
        2022.13,
        True,
        float("nan"),
        float("inf"),
        "9" * 5000,
    ],
    ids=repr,
)
def test_what_is_no_date_is_rejected(written: Value) -> None:
    assert codes(read_date(written)) == ["DATE_UNREADABLE"]


@given(st.dates(date(1900, 1, 1), date(2100, 12, 31)), st.sampled_from("-./"))
def test_every_day_reads_back_from_every_form(day: date, mark: str) -> None:
    forms = (
        f"{day.year}{mark}{day.month}{mark}{day.day}",
        f"{day:%Y}{mark}{day:%m}{mark}{day:%d}",
        f"{day.year}年{day.month}月{day.day}日",
        f"{day:%Y%m%d}",
    )
    assert {read_date(form) for form in forms} == {Reading(PartialDate.on(day))}
    assert read_date(f"{day.year}{mark}{day.month}") == Reading(PartialDate.of(day.year, day.month))


@given(st.text(max_size=12) | st.floats() | st.integers() | st.booleans())
def test_any_cell_is_read_or_rejected_and_never_both(value: Value) -> None:
    reading = read_date(value)
    assert reading.value is None or isinstance(reading.value, PartialDate)
    assert reading.value is None or reading.rejection is None
