"""R17 and terms: both ends as written, an open end open."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from loaders.cells.reading import Reading
from loaders.cells.spans import Span, read_span, read_spans
from loaders.sheets.workbook import Value
from schema.partial_date import PartialDate

AUGUST_2022 = PartialDate(20220800)
AUGUST_2024 = PartialDate(20240800)


@pytest.mark.parametrize(
    "written",
    [
        "2022.08-2024.08",
        "2022-08-2024-08",
        "2022年8月至2024年8月",
        "2022.08—2024.08",
        "2022.8~2024.8",
        "２０２２．０８－２０２４．０８",
        "2022/8到2024/8",
        "22.8-24.8",
        "202208-202408",
        "2022.08 -- 2024.08",
    ],
    ids=repr,
)
def test_both_ends_are_read(written: str) -> None:
    assert read_span(written) == Reading(Span(AUGUST_2022, AUGUST_2024))


@pytest.mark.parametrize(
    "written",
    ["2022.08至今", "2022.08-至今", "2022.08-", "2022年8月起", "2022.08", 2022.8, "2022.08-现任"],
    ids=repr,
)
def test_an_open_end_stays_open(written: Value) -> None:
    assert read_span(written) == Reading(Span(AUGUST_2022))


def test_years_and_days_keep_their_precision() -> None:
    assert read_span("2022-2024").value == Span(PartialDate(20220000), PartialDate(20240000))
    assert read_span("2022.8.1-2024.7.31").value == Span(PartialDate(20220801), PartialDate(20240731))
    assert read_span("2022-08-15").value == Span(PartialDate(20220815))


def test_several_terms_in_a_cell_are_all_read() -> None:
    reading = read_spans("2019.08-2022.08、2022.08-2024.08\n2024.09至今")
    assert reading == Reading(
        (
            Span(PartialDate(20190800), AUGUST_2022),
            Span(AUGUST_2022, AUGUST_2024),
            Span(PartialDate(20240900)),
        )
    )
    assert read_span("2019.08-2022.08、2022.08-2024.08").rejection is not None


@pytest.mark.parametrize("written", ["", None, "/", "至今", "无"], ids=repr)
def test_a_cell_without_any_end_is_unknown(written: Value) -> None:
    assert read_spans(written) == Reading(None)


@pytest.mark.parametrize(
    ("written", "code"),
    [
        ("2024.08-2022.08", "SPAN_REVERSED"),
        ("三年", "SPAN_UNREADABLE"),
        ("2022.08-三年", "SPAN_UNREADABLE"),
        ("2022.08-2024.13", "SPAN_UNREADABLE"),
        (True, "SPAN_UNREADABLE"),
        ("-" * 5000, "SPAN_UNREADABLE"),
    ],
    ids=repr,
)
def test_what_is_no_span_is_rejected(written: Value, code: str) -> None:
    rejection = read_spans(written).rejection
    assert rejection is not None
    assert rejection.code == code


months = st.builds(PartialDate.of, st.integers(1900, 2100), st.integers(1, 12))


@given(months, months, st.sampled_from(["-", "至", "—", "~"]))
def test_any_two_months_read_back(one: PartialDate, other: PartialDate, mark: str) -> None:
    start, until = sorted((one, other))
    assert read_span(f"{start}{mark}{until}") == Reading(Span(start, until))
