"""Cadres."""

from examples.district.cadres import COUNT, MOVES_ON
from examples.district.days import CASE_DAY
from examples.district.district import District


def test_there_are_more_than_a_hundred_and_twenty_of_every_source(district: District) -> None:
    assert len(district.cadres) == COUNT >= 120
    assert {each.source for each in district.cadres} >= {
        "区直",
        "镇直",
        "两新组织员",
        "大学生村官",
        "社区组织员",
    }


def test_who_moves_works_elsewhere_from_that_day(district: District) -> None:
    movers = [each for each in district.cadres if each.next_agency]
    assert len(movers) == 6
    for each in movers:
        assert each.person.id_number
        assert (each.agency_on(CASE_DAY), each.agency_on(MOVES_ON)) == (each.agency, each.next_agency)
        assert each.agency != each.next_agency


def test_who_may_be_first_secretary_is_a_full_member(district: District) -> None:
    sent = {each.cadre.number for each in district.dispatches if each.post == "第一书记"}
    assert {each.party_status for each in district.cadres if each.number in sent} == {"中共党员"}
