"""Dispatches and the selections that led to them."""

from collections import Counter

from examples.district.days import CASE_DAY, TODAY, later
from examples.district.dispatches import BRAND_SECRETARIES_ON_CASE_DAY, CHAIR, CHAIRS_ON_CASE_DAY, SECRETARY
from examples.district.district import District
from examples.district.programmes import Brand


def test_the_cases_posts_are_in_force_on_its_day(district: District) -> None:
    posts = [each for each in district.dispatches if each.in_force_on(CASE_DAY)]
    chairs = {each.cadre.number for each in posts if each.post == CHAIR}
    brands = {
        each.cadre.number for each in posts if each.post == SECRETARY and isinstance(each.target, Brand)
    }
    others = {each.cadre.number for each in posts} - chairs
    assert (len(chairs), len(brands)) == (CHAIRS_ON_CASE_DAY, BRAND_SECRETARIES_ON_CASE_DAY) == (60, 20)
    assert brands < chairs
    assert len(others) >= 20


def test_nobody_has_one_post_twice_at_a_target_from_one_day(district: District) -> None:
    keys = Counter(
        (each.cadre.number, each.post, id(each.target), each.since) for each in district.dispatches
    )
    assert set(keys.values()) == {1}


def test_posts_have_ended_do_expire_and_are_to_begin(district: District) -> None:
    assert any(each.cut_short and each.reason for each in district.dispatches)
    assert any(each.since > TODAY for each in district.dispatches)
    soon = later(TODAY, days=60)
    assert any(each.end and TODAY < each.end < soon for each in district.dispatches)


def test_selections_have_four_steps_and_some_led_to_nothing(district: District) -> None:
    assert all(len(each.steps) == 4 for each in district.selections)
    assert {each.dispatch is None for each in district.selections} == {True, False}
    for each in district.selections:
        dates = [date for date, _ in each.steps if date]
        assert dates == sorted(dates)
        assert each.dispatch is None or dates[-1] < each.dispatch.since
