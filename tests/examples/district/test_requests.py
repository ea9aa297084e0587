"""Requests."""

from collections import Counter

from examples.district.days import CASE_DAY, TODAY
from examples.district.district import District
from examples.district.requests import SOLVED_BY_CASE_DAY


def test_the_case_counts_only_what_was_raised_at_meetings_and_solved_by_its_day(district: District) -> None:
    assert sum(each.counts_on(CASE_DAY) for each in district.requests) == SOLVED_BY_CASE_DAY > 150
    assert sum(each.counts_on(TODAY) for each in district.requests) > SOLVED_BY_CASE_DAY


def test_there_are_four_hundred_through_every_channel(district: District) -> None:
    assert len(district.requests) >= 400
    assert {each.channel for each in district.requests} >= {"走访", "会议", "热线", "平台", "来访", "调研"}


def test_no_two_have_one_enterprise_day_and_text(district: District) -> None:
    keys = Counter((each.enterprise.number, each.raised_on, each.text) for each in district.requests)
    assert set(keys.values()) == {1}


def test_nothing_is_resolved_before_it_was_raised_or_asked_by_who_was_not_there(district: District) -> None:
    for each in district.requests:
        assert each.resolved_on is None or each.raised_on <= each.resolved_on
        assert each.enterprise.established < each.raised_on
