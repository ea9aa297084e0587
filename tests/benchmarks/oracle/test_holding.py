"""The rules of valid time, for one tie at a time."""

from datetime import date

import pytest

from benchmarks.oracle.days import EVER, OPEN
from benchmarks.oracle.facts import Graph
from benchmarks.oracle.holding import Stay, lived, stays_from, stays_into
from schema.catalog import NODE_TYPES
from tests.benchmarks.oracle.small_graph import graph

DIVISION = NODE_TYPES["Enterprise"].relation("division")
COVERS = NODE_TYPES["PartyBranch"].relation("enterprises")
BACKS = NODE_TYPES["Agency"].relation("backed_dispatches")


def places(*days: dict[str, int], established: int = 20180000) -> list[tuple[date, date]]:
    nodes = [("Enterprise", 1, {"established": established}), *(("Division", n, {}) for n in range(2, 9))]
    whole = graph(nodes, [("LOCATED_IN", 1, n, each) for n, each in enumerate(days, 2)])
    return spans(stays_from(whole, whole.nodes[1], DIVISION))


def spans(stays: list[Stay]) -> list[tuple[date, date]]:
    return [(each.begin, each.end) for each in stays]


def test_a_vague_begin_is_certain_from_its_last_day_and_an_end_is_its_last() -> None:
    assert places({"from": 20220800, "until": 20230200}) == [(date(2022, 8, 31), date(2023, 3, 1))]


def test_the_next_place_ends_the_one_before() -> None:
    assert places({"from": 20200101, "until": 20290101}, {"from": 20210500}) == [
        (date(2020, 1, 1), date(2021, 5, 31)),
        (date(2021, 5, 31), OPEN),
    ]


def test_of_undated_places_the_first_is_as_old_as_its_subject_and_the_next_as_its_roster() -> None:
    assert places({"seen": 20220701}, {"seen": 20240601}) == [
        (date(2018, 12, 31), date(2024, 6, 1)),
        (date(2024, 6, 1), OPEN),
    ]


def covered(**branch: int) -> Graph:
    return graph([("PartyBranch", 1, branch), ("Enterprise", 2, {})], [("COVERS", 1, 2, {"seen": 20220701})])


def test_no_branch_covers_longer_than_it_lasts() -> None:
    whole = covered(established=20190101, dissolved=20230100)
    assert spans(stays_into(whole, whole.nodes[2], COVERS)) == [(date(2019, 1, 1), date(2023, 2, 1))]


def test_one_agency_at_a_time_backs_a_dispatch_from_either_side() -> None:
    whole = graph(
        [("Agency", 1, {}), ("Agency", 2, {}), ("Dispatch", 3, {})],
        [("BACKS", 1, 3, {}), ("BACKS", 2, 3, {"from": 20220101})],
    )
    assert spans(stays_into(whole, whole.nodes[3], BACKS)) == [
        (EVER, date(2022, 1, 1)),
        (date(2022, 1, 1), OPEN),
    ]
    assert spans(stays_from(whole, whole.nodes[1], BACKS)) == [(EVER, date(2022, 1, 1))]


def test_what_happens_is_there_from_its_day_on_and_for_as_long_as_it_lasts() -> None:
    whole = graph(
        [("Agency", 1, {}), ("Dispatch", 2, {"from": 20220100, "until": 20221231})], [("BACKS", 1, 2, {})]
    )
    (stay,) = (lived(each, whole.nodes[2]) for each in stays_from(whole, whole.nodes[1], BACKS))
    assert spans([stay]) == [(date(2022, 1, 31), date(2023, 1, 1))]


@pytest.mark.parametrize(
    ("when", "days"),
    [("IN_FORCE", [False, True, False]), ("ENDED", [False, False, True]), ("COMING", [True, False, False])],
)
def test_what_is_asked_for(when: str, days: list[bool]) -> None:
    whole = covered(established=20190101, dissolved=20230131)
    (stay,) = stays_from(whole, whole.nodes[1], COVERS)
    asked = (date(2018, 12, 31), date(2023, 1, 31), date(2023, 2, 1))
    assert [stay.answers(when, day) for day in asked] == days
    assert stay.answers("ALL", asked[0])
