"""What filters say of columns of every kind: true, false, or unknown."""

from collections.abc import Mapping, Sequence
from typing import Any

import pytest

from graph_api.graphql.failures import BadInput
from graph_api.graphql.plans.comparisons import Values, compared
from graph_api.projection.columns import bounds, column
from schema.catalog import NODE_TYPES
from schema.fields import Field
from schema.partial_date import PartialDate

Told = list[bool | None]


def field(type_name: str, name: str) -> Field:
    return NODE_TYPES[type_name].field(name)


NAME, SHORT_NAMES = field("Enterprise", "name"), field("Enterprise", "short_names")
EMPLOYEES, MATURE = field("Enterprise", "employees"), field("Enterprise", "mature")
OWNERSHIP, ESTABLISHED = field("Enterprise", "ownership"), field("Enterprise", "established")
SCORE = field("Appraisal", "score")


def told(
    of: Field, stored: Sequence[Any], filter_: Mapping[str, Any], exact: Sequence[str | None] | None = None
) -> Told:
    """What the filter says of each stored value; None for unknown."""
    found = compared(Values.of(of, column(of, stored), None if exact is None else bounds(exact)), filter_)
    assert not (found.true & found.unknown).any()
    return [
        None if unknown else true
        for true, unknown in zip(found.true.tolist(), found.unknown.tolist(), strict=True)
    ]


@pytest.mark.parametrize(
    ("filter_", "expected"),
    [
        ({"eq": 50}, [False, True, False, None]),
        ({"ne": 50}, [True, False, True, None]),
        ({"in": [49, 51]}, [True, False, True, None]),
        ({"in": []}, [False, False, False, None]),
        ({"lt": 50}, [True, False, False, None]),
        ({"lte": 50}, [True, True, False, None]),
        ({"gt": 50}, [False, False, True, None]),
        ({"gte": 50}, [False, True, True, None]),
        ({"gte": 50, "lt": 51}, [False, True, False, None]),
        ({"gte": -5}, [True, True, True, None]),
        ({"isUnknown": True}, [False, False, False, True]),
        ({"isUnknown": False}, [True, True, True, False]),
        ({}, [True, True, True, True]),
    ],
)
def test_counts(filter_: Mapping[str, Any], expected: Told) -> None:
    assert told(EMPLOYEES, [49, 50, 51, None], filter_) == expected


@pytest.mark.parametrize(
    ("filter_", "expected"),
    [
        ({"gte": 99}, True),
        ({"gte": 100}, True),
        ({"gte": 101}, None),
        ({"gt": 99}, True),
        ({"gt": 100}, None),
        ({"lt": 100}, False),
        ({"lt": 101}, None),
        ({"lte": 99}, False),
        ({"lte": 100}, None),
        ({"eq": 99}, False),
        ({"eq": 100}, None),
        ({"eq": 101}, None),
        ({"ne": 99}, True),
        ({"ne": 100}, None),
        ({"in": [98, 99]}, False),
        ({"in": [99, 101]}, None),
        ({"isUnknown": True}, False),
        ({"gte": -5}, True),
    ],
)
def test_at_least_100_is_unknown_where_a_higher_number_could_change_the_answer(
    *, filter_: Mapping[str, Any], expected: bool | None
) -> None:
    assert told(EMPLOYEES, [100], filter_, ["AT_LEAST"]) == [expected]


def test_bounds_count_only_for_their_own_rows() -> None:
    exact = [None, "ABOUT", "AT_LEAST", None]
    assert told(EMPLOYEES, [50, 50, 50, None], {"eq": 50}, exact) == [True, True, None, None]
    assert told(EMPLOYEES, [50, 50, 50, None], {"gte": -1}, exact) == [True, True, True, None]


@pytest.mark.parametrize(
    ("filter_", "expected"),
    [
        ({"eq": "甲厂"}, [True, False, False, None]),
        ({"ne": "甲厂"}, [False, True, True, None]),
        ({"in": ["甲厂", "B1"]}, [True, False, True, None]),
        ({"contains": "厂"}, [True, True, False, None]),
        ({"contains": ""}, [True, True, True, None]),
        ({"contains": "%"}, [False, False, False, None]),
        ({"startsWith": "乙"}, [False, True, False, None]),
        ({"gte": "B1", "lt": "C"}, [False, False, True, None]),
        ({"gt": "B1"}, [True, True, False, None]),
        ({"lte": "B1"}, [False, False, True, None]),
        ({"isUnknown": True}, [False, False, False, True]),
    ],
)
def test_texts_by_code_point(filter_: Mapping[str, Any], expected: Told) -> None:
    assert told(NAME, ["甲厂", "乙厂", "B1", None], filter_) == expected


@pytest.mark.parametrize(
    ("filter_", "expected"),
    [
        ({"has": "甲"}, [True, False, None, None]),
        ({"contains": "甲"}, [True, True, None, None]),
        ({"contains": "丙"}, [False, False, None, None]),
        ({"isUnknown": True}, [False, False, True, True]),
        ({"isUnknown": False}, [True, True, False, False]),
    ],
)
def test_lists_that_are_empty_are_unknown(filter_: Mapping[str, Any], expected: Told) -> None:
    assert told(SHORT_NAMES, [["乙", "甲"], ["老甲"], [], None], filter_) == expected


@pytest.mark.parametrize(
    ("filter_", "expected"),
    [
        ({"eq": True}, [True, False, None]),
        ({"ne": True}, [False, True, None]),
        ({"eq": False}, [False, True, None]),
        ({"isUnknown": True}, [False, False, True]),
    ],
)
def test_yes_and_no(filter_: Mapping[str, Any], expected: Told) -> None:
    assert told(MATURE, [True, False, None], filter_) == expected


@pytest.mark.parametrize(
    ("filter_", "expected"),
    [
        ({"eq": "PRIVATE"}, [True, False, None]),
        ({"ne": "PRIVATE"}, [False, True, None]),
        ({"in": ["PRIVATE", "COLLECTIVE"]}, [True, True, None]),
        ({"isUnknown": True}, [False, False, True]),
    ],
)
def test_terms(filter_: Mapping[str, Any], expected: Told) -> None:
    assert told(OWNERSHIP, ["PRIVATE", "COLLECTIVE", None], filter_) == expected


def test_decimals() -> None:
    assert told(SCORE, [79.5, 80.0, None], {"gte": 80}) == [False, True, None]
    assert told(SCORE, [79.5, 80.0, None], {"ne": 79.5}) == [False, True, None]
    assert told(SCORE, [79.5, None], {"isUnknown": True}) == [False, True]


DAYS = [20220815, 20220800, 20220000, 20220731, 20220901, None]
"""15 August, August, 2022, the day before August, the day after it, unknown."""


@pytest.mark.parametrize(
    ("filter_", "expected"),
    [
        ({"eq": "2022-08"}, [True, True, None, False, False, None]),
        ({"eq": "2022-08-15"}, [True, None, None, False, False, None]),
        ({"eq": "2022"}, [True, True, True, True, True, None]),
        ({"ne": "2022-08"}, [False, False, None, True, True, None]),
        ({"lt": "2022-08"}, [False, False, None, True, False, None]),
        ({"lte": "2022-08"}, [True, True, None, True, False, None]),
        ({"gt": "2022-08"}, [False, False, None, False, True, None]),
        ({"gte": "2022-08"}, [True, True, None, False, True, None]),
        ({"lt": "2022-08-15"}, [False, None, None, True, False, None]),
        ({"gte": "2022-08-15"}, [True, None, None, False, True, None]),
        ({"gt": "2021"}, [True, True, True, True, True, None]),
        ({"in": ["2022-07", "2022-09"]}, [False, False, None, True, True, None]),
        ({"isUnknown": True}, [False, False, False, False, False, True]),
    ],
)
def test_a_recorded_day_satisfies_if_every_day_in_it_does_and_fails_if_none_does(
    filter_: Mapping[str, Any], expected: Told
) -> None:
    read = {name: day(value) for name, value in filter_.items()}
    assert told(ESTABLISHED, DAYS, read) == expected


def day(value: Any) -> Any:
    """The operand as the API hands it over."""
    if isinstance(value, list):
        return [day(each) for each in value]
    return PartialDate.parse(value) if isinstance(value, str) else value


@pytest.mark.parametrize("name", ["eq", "ne", "in", "isUnknown", "contains"])
def test_null_is_no_value_to_compare_with(name: str) -> None:
    with pytest.raises(BadInput) as caught:
        told(NAME, ["甲厂"], {name: None})
    assert caught.value.where == name
