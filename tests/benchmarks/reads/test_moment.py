"""Plain comparisons with the two lists say of every recorded day what the rules of valid time say."""

from datetime import date

import pytest

from benchmarks.reads.moment import Moment
from tests.graph_api.projection.valid_time import begun, lasts

RECORDED = [
    year * 10000 + month * 100 + day
    for year in (2023, 2024, 2025)
    for month in range(13)
    for day in ((0, 1, 15, 28) if month else (0,))
]


@pytest.mark.parametrize(
    "on",
    [
        date(2024, 2, 28), date(2024, 2, 29), date(2024, 3, 1), date(2024, 4, 30), date(2024, 12, 31),
        date(2025, 1, 1),
    ],
)  # fmt: skip
def test_the_lists_stand_for_the_months_arithmetic(on: date) -> None:
    moment = Moment(on)
    for each in RECORDED:
        assert (each <= moment.day and each not in moment.vague) == begun(each, moment.day), each
        assert (each >= moment.day or each in moment.open) == lasts(each, moment.day), each


def test_its_parameters_are_those_of_the_statements() -> None:
    assert Moment(date(2025, 3, 1)).parameters() == {
        "day": 20250301, "vague": [20250300, 20250000], "open": [20250300, 20250000],
    }  # fmt: skip
