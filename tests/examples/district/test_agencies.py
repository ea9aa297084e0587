"""Agencies: twenty-five, with two gaps on purpose."""

from examples.district.agencies import AGENCIES, DISTRICT_AGENCIES, TOWN_AGENCIES, competent_for
from schema.codes.topics import TABLE


def test_there_are_twenty_five_each_with_code_and_name_of_its_own() -> None:
    assert (
        len(AGENCIES) == len({each.code for each in AGENCIES}) == len({each.name for each in AGENCIES}) == 25
    )
    assert (len(DISTRICT_AGENCIES), len(TOWN_AGENCIES)) == (16, 6)


def test_somebody_is_competent_for_every_topic_but_land() -> None:
    assert [row.name.zh for row in TABLE.rows if not competent_for(row.name.zh)] == ["用地"]


def test_nobody_answers_for_one_town() -> None:
    answered = {area for each in AGENCIES for area in each.areas}
    assert [each.town for each in TOWN_AGENCIES if each.town not in answered] == ["石和镇"]
