from datetime import date, timedelta

import pytest

from graph_api.graphql.days import EARLIEST, read_day, today
from graph_api.graphql.failures import BadInput


def test_a_day_is_read() -> None:
    assert read_day("2022-08-02") == date(2022, 8, 2)


@pytest.mark.parametrize(
    "text", ["2022-8-2", "20220802", "2022-02-30", "2022-08", "", " 2022-08-02", "２０２２-08-02", 0, None]
)
def test_what_is_no_day_is_refused(text: object) -> None:
    with pytest.raises(BadInput):
        read_day(text)


def test_days_reach_from_1900_to_ten_years_ahead() -> None:
    now = today()
    last = date(now.year + 10, now.month, min(now.day, 28))
    assert read_day("1900-01-01") == EARLIEST
    assert read_day(str(last)) == last
    for day in ("1899-12-31", str(last + timedelta(days=4))):
        with pytest.raises(BadInput):
            read_day(day)
