"""Venues and platforms."""

from examples.district.days import CASE_DAY
from examples.district.district import District
from examples.district.venues import TRAINING_BASE


def test_two_of_the_ten_platforms_are_training_bases_open_on_the_cases_day(district: District) -> None:
    assert len(district.platforms) == 10
    bases = [each for each in district.platforms if each.kind == TRAINING_BASE]
    assert [each.opened < CASE_DAY and each.closed is None for each in bases] == [True, True]


def test_venues_are_of_each_kind_and_houses_are_on_record(district: District) -> None:
    assert {each.kind for each in district.venues} == {"共享", "党员之家", "职工之家"}
    assert {each.venue for each in district.platforms if each.venue} <= {
        each.code for each in district.venues
    }
