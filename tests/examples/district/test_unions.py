"""Unions."""

from examples.district.days import CASE_DAY, TODAY, day
from examples.district.district import District
from examples.district.unions import VIA_BY_CASE_DAY, founded_via_by


def test_thirty_were_founded_via_a_branch_by_the_cases_day_more_since(district: District) -> None:
    assert len(founded_via_by(district.unions, CASE_DAY)) == VIA_BY_CASE_DAY == 30
    assert len(founded_via_by(district.unions, day(2022, 8, 31))) == 31
    assert len(founded_via_by(district.unions, TODAY)) == 40


def test_there_are_ninety_of_every_kind(district: District) -> None:
    assert len(district.unions) >= 90
    assert {"联合", "区域性", "行业性", "单独"} <= {each.kind for each in district.unions}


def test_each_was_founded_after_its_enterprises_and_the_branch_behind_it(district: District) -> None:
    for each in district.unions:
        assert all(one.established.first < each.established.last for one in each.enterprises), each.name
        assert each.founded_via is None or each.founded_via.established.first < each.established.first


def test_own_codes_begin_with_81_and_some_are_unknown(district: District) -> None:
    assert {each.uscc[:2] for each in district.unions} == {"81", ""}
    assert any(each.dissolved for each in district.unions)
    assert any(not each.chairs for each in district.unions)
    assert all(each.valid_on(TODAY) == (each.dissolved is None) for each in district.unions)
