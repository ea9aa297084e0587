"""Party members."""

from collections import Counter

from examples.district.days import CASE_DAY
from examples.district.district import District


def test_branches_of_one_enterprise_have_at_least_three_members(district: District) -> None:
    of = Counter(each.branch.name for each in district.members)
    own = [each for each in district.branches if each.level == "企业"]
    assert all(of[each.name] >= 3 for each in own)


def test_members_joined_as_adults_and_are_full_a_year_later(district: District) -> None:
    for each in district.members:
        assert each.joined.first.year - each.person.birth.first.year >= 18
        assert each.became_full is not None
        assert each.status_on(each.joined) == "预备党员"
        assert each.status_on(CASE_DAY) == "正式党员"


def test_some_bear_a_penalty_with_its_date(district: District) -> None:
    assert any("留党察看" in each.penalty for each in district.members)
