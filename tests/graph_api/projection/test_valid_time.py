"""Valid time on stored integers: what certainly holds on a day, and what does not."""

import pytest

from schema.catalog import NODE_TYPES
from schema.lifetimes import is_happening
from tests.graph_api.projection.valid_time import (
    ALWAYS,
    Tie,
    begun,
    current,
    in_force,
    last_day,
    lasts,
    observed,
    start,
    starts,
)


def tie(**days: int | None) -> Tie:
    return Tie("LOCATED_IN", days.pop("key", 1) or 1, "Division", days.pop("other_id", 9) or 9, **days)


@pytest.mark.parametrize(
    ("partial", "last"),
    [
        (20220815, 20220815),
        (20220800, 20220831),
        (20240200, 20240229),
        (20230200, 20230228),
        (20220000, 20221231),
    ],
)
def test_the_last_day_of_a_partial_date(partial: int, last: int) -> None:
    assert last_day(partial) == last


@pytest.mark.parametrize(
    ("partial", "day", "expected"),
    [
        (20220815, 20220814, False),
        (20220815, 20220815, True),
        (20220800, 20220830, False),  # may have begun, not certainly
        (20220800, 20220831, True),
        (20220000, 20221230, False),
        (20220000, 20221231, True),
        (None, 20221231, False),
    ],
)
def test_a_vague_beginning_is_certain_from_its_last_day(
    partial: int | None, day: int, *, expected: bool
) -> None:
    assert begun(partial, day) is expected


@pytest.mark.parametrize(
    ("until", "day", "expected"),
    [
        (20240815, 20240815, True),  # the last day belongs to it
        (20240815, 20240816, False),
        (20240800, 20240831, True),
        (20240800, 20240901, False),
        (20240000, 20241231, True),
        (20240000, 20250101, False),
        (None, 99991231, True),
    ],
)
def test_an_end_lasts_through_its_last_day(until: int | None, day: int, *, expected: bool) -> None:
    assert lasts(until, day) is expected


def test_a_tie_with_a_from_starts_then_whatever_else_is_known() -> None:
    relation = NODE_TYPES["Enterprise"].relation("division")
    assert (
        start(tie(from_=20220800, seen=20210101), relation, "Division", {"established": 20100101}) == 20220831
    )


def test_a_place_without_from_holds_since_its_subject_was_established() -> None:
    relation = NODE_TYPES["Enterprise"].relation("division")
    assert start(tie(seen=20220701), relation, "Division", {"established": 20100000}) == 20101231


def test_a_place_of_a_subject_of_unknown_age_holds_since_the_roster() -> None:
    relation = NODE_TYPES["Enterprise"].relation("division")
    assert start(tie(seen=20220700), relation, "Division", {}) == 20220731


def test_another_tie_without_from_holds_since_the_roster() -> None:
    relation = NODE_TYPES["Person"].relation("employer")
    assert start(tie(seen=20220701), relation, "Enterprise", {"established": 20100101}) == 20220701


def test_the_ties_of_what_happens_are_part_of_it() -> None:
    relation = NODE_TYPES["StageEvent"].relation("activist")
    assert start(tie(seen=20220701), relation, "Activist", None) == ALWAYS
    assert {name for name, each in NODE_TYPES.items() if is_happening(each) and each.about.in_graph} == {
        "Selection",
        "SelectionStep",
        "Dispatch",
        "ServiceRequest",
        "Activity",
        "Rectification",
        "StageEvent",
        "Appraisal",
        "Target",
        "GapAcknowledgement",
        "Observation",
        "ImportBatch",
    }


def test_of_an_undated_change_of_place_the_first_is_old_and_the_next_since_its_roster() -> None:
    relation = NODE_TYPES["Enterprise"].relation("division")
    first, moved = tie(key=1, seen=20220720), tie(key=2, seen=20260930)
    properties = {"established": 20150301}
    assert starts([moved, first], relation, properties) == [(moved, 20260930), (first, 20150301)]
    assert starts([first], relation, properties) == [(first, 20150301)]
    assert starts([], relation, properties) == []
    dated = tie(key=3, from_=20180101)
    assert starts([first, dated], relation, properties) == [(first, 20220720), (dated, 20180101)]


def test_the_next_start_ends_the_one_before_on_the_day_before() -> None:
    first, second = tie(key=1, from_=20200101, until=20291231), tie(key=2, from_=20220802)
    ties = [(first, 20200101), (second, 20220802)]
    assert [current(ties, day) for day in (20191231, 20200101, 20220801, 20220802)] == [
        None,
        first,
        first,
        second,
    ]


def test_what_a_later_one_ended_does_not_come_back() -> None:
    first, second = tie(key=1, from_=20200101), tie(key=2, from_=20210101, until=20211231)
    assert current([(first, 20200101), (second, 20210101)], 20220101) is None


def test_separate_ties_hold_side_by_side_the_later_first() -> None:
    first, second, ended = (
        tie(key=1, from_=20200101),
        tie(key=2, from_=20210101),
        tie(key=3, from_=20190101, until=20191231),
    )
    ties = [(first, 20200101), (second, 20210101), (ended, 20190101)]
    assert in_force(ties, 20220101) == [second, first]


def test_a_value_holds_until_the_next_observation_that_has_the_field() -> None:
    rows: list[dict[str, object]] = [
        {"day": 20220101, "employees": 50},
        {"day": 20220600, "union_members": 9},
        {"day": 20220900, "employees": 80},
    ]
    days = (20211231, 20220101, 20220701, 20220929, 20220930)
    assert [observed(rows, "employees", day).get("employees") for day in days] == [None, 50, 50, 50, 80]
