"""R10, R12, R13: counts with how exactly they are known."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from loaders.cells.count import Counted, read_count
from loaders.cells.reading import Reading
from loaders.sheets.workbook import Value
from schema.observation import Bound


@pytest.mark.parametrize(
    ("written", "number"),
    [
        (50, 50),
        (50.0, 50),
        ("50", 50),
        ("50人", 50),
        ("５０人", 50),
        ("1,200", 1200),
        ("1，200人", 1200),
        (" 50 ", 50),
        ("50.0", 50),
        ("三人", 3),
        ("十二人", 12),
        ("一百零五", 105),
        (0, 0),
        ("0", 0),
        ("无", 0),
        ("暂无", 0),
        ("没有", 0),
        ("1,234,567", 1234567),
        ("92人次", 92),
    ],
    ids=repr,
)
def test_exact_numbers(written: Value, number: int) -> None:
    assert read_count(written) == Reading(Counted(number))


@pytest.mark.parametrize(
    "written", ["约50", "约50人", "50左右", "50人左右", "近50", "大约50人", "≈50"], ids=repr
)
def test_about_stays_about(written: str) -> None:
    assert read_count(written) == Reading(Counted(50, Bound.ABOUT))


@pytest.mark.parametrize(
    "written",
    [
        "100余",
        "100余人",
        "100多",
        "100多人",
        "100以上",
        "100人以上",
        "100及以上",
        "100+",
        "≥100",
        "不少于100人",
        "一百余人",
    ],
    ids=repr,
)
def test_at_least_stays_at_least(written: str) -> None:
    assert read_count(written) == Reading(Counted(100, Bound.AT_LEAST))


@pytest.mark.parametrize(
    "written",
    ["30（含女12）", "30(其中女12人)", "30人，其中女性12人", "30（女12）", "30（含女会员12人）"],
    ids=repr,
)
def test_women_are_read_beside_the_total(written: str) -> None:
    assert read_count(written) == Reading(Counted(30, Bound.EXACT, 12))


@pytest.mark.parametrize(
    ("written", "code"),
    [
        ("20-30", "COUNT_RANGE"),
        ("20～30人", "COUNT_RANGE"),
        ("20至30", "COUNT_RANGE"),
        ("不足50", "COUNT_UPPER_BOUND"),
        ("50以下", "COUNT_UPPER_BOUND"),
        ("<50", "COUNT_UPPER_BOUND"),
    ],
    ids=repr,
)
def test_a_range_is_unknown_with_a_warning(written: str, code: str) -> None:
    reading = read_count(written)
    assert reading.value is None
    assert reading.rejection is None
    assert [each.code for each in reading.warnings] == [code]


@pytest.mark.parametrize("written", ["", None, "/", "—", " ", "不详"], ids=repr)
def test_a_blank_is_unknown_and_never_zero(written: Value) -> None:
    assert read_count(written) == Reading(None)


@pytest.mark.parametrize(
    "written",
    [
        -1,
        50.5,
        "50.5",
        "1,20",
        "几十",
        "三五人",
        "七八十",
        "很多",
        True,
        float("nan"),
        float("inf"),
        10**12,
        "9" * 5000,
        "男18女12",
        "30（含女40）",
    ],
    ids=repr,
)
def test_what_is_no_count_is_rejected_and_never_guessed(written: Value) -> None:
    assert read_count(written).rejection is not None
    assert read_count(written).value is None


@given(st.integers(0, 10**9))
def test_every_number_reads_back_from_every_form(number: int) -> None:
    forms: tuple[Value, ...] = (number, float(number), str(number), f"{number:,}", f"{number}人")
    assert {read_count(form) for form in forms} == {Reading(Counted(number))}


@given(st.text(max_size=12) | st.floats() | st.integers() | st.booleans() | st.dates())
def test_any_cell_is_read_or_rejected_and_never_both(value: Value) -> None:
    reading = read_count(value)
    assert reading.value is None or reading.rejection is None
