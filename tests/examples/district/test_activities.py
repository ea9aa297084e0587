"""Activities, and the trainings that the case counts."""

from collections import Counter

from examples.district.activities import LISTED_FIRST, LISTED_LAST
from examples.district.days import CASE_DAY
from examples.district.district import District


def test_trainings_count_listed_attendees_else_the_stated_number(district: District) -> None:
    counted = [each for each in district.activities if each.party_affairs == "是" and each.date <= CASE_DAY]
    assert sorted(each.counted_times for each in counted) == [LISTED_LAST, LISTED_FIRST, 40]
    stated = {each.person_times for each in counted if each.attendees}
    assert stated == {"36", ""}


def test_there_are_six_hundred_of_many_kinds_each_with_its_code(district: District) -> None:
    assert len(district.activities) >= 600
    assert len({each.code for each in district.activities}) == len(district.activities)
    assert len(Counter(each.kind for each in district.activities)) >= 12


def test_nothing_is_held_for_an_organisation_that_is_not_there(district: District) -> None:
    for each in district.activities:
        for target in each.targets:
            assert target.established.first <= each.date.first, each.name
