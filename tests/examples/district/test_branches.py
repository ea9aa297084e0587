"""Party organisations of every kind."""

from collections import Counter

from examples.district.branches import committee_of
from examples.district.days import TODAY
from examples.district.district import District


def test_there_are_a_hundred_and_fifty_of_every_kind(district: District) -> None:
    assert len(district.branches) >= 150
    joint = [each for each in district.branches if each.level == "联合"]
    assert len(joint) >= 15
    assert all(2 <= len(each.enterprises) <= 5 for each in joint)
    assert {"党委", "党总支", "党组", "功能型", "临时"} <= {each.kind for each in district.branches}


def test_no_enterprise_is_in_two_branches_of_its_own_or_joint_ones(district: District) -> None:
    covered = Counter(
        enterprise.number
        for each in district.branches
        if each.level in ("企业", "联合")
        for enterprise in each.enterprises
    )
    assert set(covered.values()) == {1}


def test_every_superior_is_on_record_and_town_committees_may_approve(district: District) -> None:
    names = {each.name: each for each in district.branches}
    below = [each for each in district.branches if each.superior != "区委组织部"]
    assert {each.superior for each in below} <= names.keys()
    assert names[committee_of("福绵镇")].may_approve == "有"


def test_terms_follow_each_other_and_some_are_over(district: District) -> None:
    for each in district.branches:
        assert all(before[1] < after[0] for before, after in zip(each.terms, each.terms[1:], strict=False))
    assert any(each.terms[-1][1] < TODAY and each.valid_on(TODAY) for each in district.branches if each.terms)


def test_some_have_ended_some_have_no_secretary_some_have_had_two(district: District) -> None:
    assert any(each.dissolved for each in district.branches)
    assert any(each.secretaries[-1].until and not each.dissolved for each in district.branches)
    assert any(len(each.secretaries) == 2 for each in district.branches)
