"""Programmes, policies, brands."""

from examples.district.days import CASE_DAY
from examples.district.district import District
from examples.district.programmes import FOUNDING, PROGRAMMES


def test_four_brands_join_enterprises_of_their_trade(district: District) -> None:
    trades = [{each.trade.brand for each in brand.members} for brand in district.brands]
    assert trades == [{"幼教"}, {"水洗"}, {"印染"}, {"服务"}]
    assert all(each.established < CASE_DAY for each in district.brands)


def test_policies_entitle_enterprises_that_still_operate(district: District) -> None:
    assert all(policy.entitled for policy in district.policies)
    assert {each.fate for policy in district.policies for each in policy.entitled} == {"operating"}


def test_the_founding_of_unions_is_one_of_the_programmes() -> None:
    assert FOUNDING in {each.name for each in PROGRAMMES}
