"""Appraisals of each scheme, and what checks found."""

from examples.district.appraisals import SIX, UNION_SIX, WEIGHED
from examples.district.district import District


def test_the_weights_total_a_hundred_and_union_items_are_among_them() -> None:
    assert sum(weight for _, weight in WEIGHED) == 100
    assert any("工会" in item for item, _ in WEIGHED)
    assert len(SIX) == len(UNION_SIX) == 6


def test_each_scheme_has_subjects_and_a_score_is_its_items_total(district: District) -> None:
    schemes = {each.scheme for each in district.appraisals}
    assert schemes == {"六有", "工会六有", "百分制", "干部百分制", "职工测评"}
    for each in district.appraisals:
        if each.score.isdecimal():
            assert int(each.score) == sum(map(int, each.results))


def test_some_shortcomings_are_mended_and_some_not(district: District) -> None:
    assert {each.mended_on is None for each in district.rectifications} == {True, False}
    for each in district.rectifications:
        assert each.subject.established.first < each.found_on.first
