"""Three-valued values, two-valued relations."""

from typing import Any

import pytest

from benchmarks.oracle.conditions import judged, lies_within, selects
from benchmarks.oracle.facts import Graph
from benchmarks.oracle.refusals import Refused
from tests.benchmarks.oracle.small_graph import graph, on

DAY = "2023-01-01"


def town() -> Graph:
    return graph(
        [
            (
                "Enterprise",
                1,
                {"name": "甲厂", "established": 20220800, "former_names": ["旧厂"], "industry": "18"},
            ),
            ("Enterprise", 2, {}),
            ("PartyBranch", 3, {"kind": "JOINT"}),
            ("Observation", 4, {"day": 20220701, "employees": 100, "employees_bound": "AT_LEAST"}),
            ("Division", 5, {"code": "450903"}),
            ("Division", 6, {"code": "450903107"}),
            ("Dispatch", 7, {}),
        ],
        [
            ("OF", 4, 1, {}),
            ("COVERS", 3, 1, {"from": 20220101}),
            ("PART_OF", 6, 5, {}),
            ("POSTED_TO", 7, 1, {}),
        ],
    )


@pytest.mark.parametrize(
    ("where", "known", "unknown"),
    [
        ({"name": {"contains": "厂"}}, True, None),
        ({"not": {"name": {"contains": "厂"}}}, False, None),
        ({"name": {"isUnknown": True}}, False, True),
        ({"or": [{"name": {"eq": "x"}}, {"code": {"in": ["1", "2"]}}]}, True, True),
        ({"and": [{"name": {"ne": "x"}}, {"code": {"eq": "9"}}]}, False, False),
        ({"established": {"gte": "2022-08-01"}}, True, None),
        ({"established": {"gte": "2022-08-15"}}, None, None),
        ({"established": {"eq": "2022"}}, True, None),
        ({"established": {"ne": "2022-08-15"}}, None, None),
        ({"established": {"lt": "2022-08"}}, False, None),
        ({"employees": {"gte": 100}}, True, None),
        ({"employees": {"gt": 100}}, None, None),
        ({"employees": {"lt": 100}}, False, None),
        ({"employees": {"lte": 120}}, None, None),
        ({"employees": {"eq": 99}}, False, None),
        ({"employees": {"ne": 120}}, None, None),
        ({"formerNames": {"has": "旧厂"}}, True, None),
        ({"formerNames": {"contains": "新"}}, False, None),
        ({"industry": {"code": {"startsWith": "1"}}}, True, None),
    ],
)
def test_a_condition_on_an_unknown_value_is_unknown(
    where: Any, *, known: bool | None, unknown: bool | None
) -> None:
    whole = town()
    view = on(whole, DAY)
    assert [judged(view, whole.nodes[each], where) for each in (1, 2)] == [known, unknown]


@pytest.mark.parametrize(
    ("where", "tied", "untied"),
    [
        ({"branches": {"some": {}}}, True, False),
        ({"branches": {"none": {}}}, False, True),
        ({"branches": {"all": {"kind": {"eq": "SINGLE"}}}}, False, True),
        ({"branches": {"count": {"gte": 1}}}, True, False),
        ({"branches": {"some": {"level": {"eq": "x"}}}}, False, False),
        ({"not": {"branches": {"some": {"level": {"eq": "x"}}}}}, True, True),
        ({"branches": {"some": {}, "when": "ENDED"}}, False, False),
        ({"branchesTies": {"tie": {"from": {"lt": "2022"}}, "count": {"eq": 0}}}, True, True),
        ({"division": {"code": {"ne": "x"}}}, False, False),
        ({"dispatches": {"some": {"target": {"enterprise": {"name": {"eq": "甲厂"}}}}}}, True, False),
        ({"dispatches": {"some": {"target": {"partyBranch": {}}}}}, False, False),
    ],
)
def test_a_relation_either_holds_or_not(where: Any, *, tied: bool, untied: bool) -> None:
    whole = town()
    view = on(whole, DAY)
    assert [judged(view, whole.nodes[each], where) for each in (1, 2)] == [tied, untied]
    assert selects(view, whole.nodes[1], where) is tied


def test_a_town_lies_in_its_county_and_a_place_that_is_none_is_refused() -> None:
    whole = town()
    view = on(whole, DAY)
    assert [lies_within(view, whole.nodes[each], "450903") for each in (5, 6)] == [True, True]
    assert not lies_within(view, whole.nodes[5], "450903107")
    with pytest.raises(Refused):
        lies_within(view, whole.nodes[5], "nowhere")
