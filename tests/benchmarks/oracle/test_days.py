"""Recorded days as spans."""

from datetime import date

from benchmarks.oracle.days import EVER, OPEN, Span, after, first_of, last_of, written


def test_a_vague_day_is_the_span_of_days_that_it_can_be() -> None:
    assert Span.stored(20240200) == Span(date(2024, 2, 1), date(2024, 2, 29))
    assert Span.stored(20240000) == Span(date(2024, 1, 1), date(2024, 12, 31))
    assert Span.text("2022-08-15") == Span(date(2022, 8, 15), date(2022, 8, 15))
    assert Span.text("2022") == Span.stored(20220000)


def test_a_day_is_written_as_long_as_what_is_known_of_it() -> None:
    assert [written(each) for each in (20220000, 20220800, 20220815)] == ["2022", "2022-08", "2022-08-15"]


def test_what_is_not_recorded_is_what_the_caller_says() -> None:
    assert (first_of(None, EVER), last_of(0, EVER), after(None)) == (EVER, EVER, OPEN)
    assert (first_of(20220800, EVER), after(20220800)) == (date(2022, 8, 1), date(2022, 9, 1))
