"""The search box over HTTP: what is found, in which order, page by page, and for whom."""

import dataclasses
from typing import Any

import pytest

from graph_api.database.connection import Database
from graph_api.graphql.search import MOST_SEARCHES, TYPES
from graph_api.settings import Settings
from schema.catalog import NODE_TYPES
from tests.api_server import Api, serving_api
from tests.graph_api.graphql.district import DISTRICT, create

SEARCH = """query Search($text: String!, $types: [NodeType!], $asOf: Date, $first: Int = 20, $after: String) {
  search(text: $text, types: $types, asOf: $asOf, first: $first, after: $after) {
    totalCount pageInfo { hasNextPage hasPreviousPage startCursor endCursor }
    nodes { code }
    edges {
      __typename cursor score matched { field text }
      node { __typename id ... on Entity { code name } }
    }
  }
}"""


@pytest.fixture
def district(api: Api) -> Api:
    return create(api)


def found(api: Api, text: str, **variables: Any) -> list[str]:
    """The codes of what is found, in its order."""
    edges = api.data(SEARCH, {"text": text, **variables})["search"]["edges"]
    return [each["node"]["code"] for each in edges]


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("甲厂", ["ENT-10", "PBR-30", "UNI-31"]),
        ("甲", ["ENT-10", "PBR-30", "UNI-31"]),
        ("厂党", ["PBR-30"]),
        ("工会 甲", ["UNI-31"]),
        ("91450900ma5k", ["ENT-10"]),
        ("ｅｎｔ－１０", ["ENT-10"]),
        ("z-1", ["AGY-41"]),
        ("4509031", ["450903107", "450903108"]),
        ('"甲厂" OR *', []),
    ],
)
def test_names_codes_and_their_parts_are_found(district: Api, text: str, codes: list[str]) -> None:
    assert found(district, text) == codes


def test_only_the_types_asked_for_are_found(district: Api) -> None:
    assert found(district, "甲", types=["UNION", "PARTY_BRANCH"]) == ["PBR-30", "UNI-31"]
    assert found(district, "甲", types=["CHANGE"]) == []
    assert found(district, "甲", types=[]) == []
    assert {TYPES[each] for each in TYPES} == set(NODE_TYPES)


def test_people_are_found_by_name_in_the_public_posts_of_the_day_alone(district: Api) -> None:
    assert found(district, "张三", asOf="2022-08-15") == ["CAD-40", "PER-20"]
    assert found(district, "赵六", asOf="2022-08-15") == ["PER-22"]
    assert found(district, "赵六", asOf="2023-08-15") == []
    assert found(district, "李四", asOf="2022-08-15") == ["PER-21"]  # secretary until another began
    assert found(district, "李四", asOf="2024-01-01") == []
    assert found(district, "李", asOf="2024-01-01", types=["ACTIVIST", "PARTY_MEMBER"]) == []
    assert found(district, "act-5", asOf="2024-01-01") == ["ACT-50"]


def test_where_masking_is_off_every_name_is_found(database: Database, settings: Settings) -> None:
    plain = dataclasses.replace(settings, masking=False)
    with serving_api(plain, database) as api:
        api.create(DISTRICT)
        assert found(api, "李四", asOf="2024-01-01") == ["ACT-50", "PER-21"]


def test_a_write_is_found_at_once(district: Api) -> None:
    assert found(district, "乙厂") == []
    district.create("CREATE (:Entity:Enterprise {id: 999, code: 'ENT-999', name: '乙厂'})")
    assert found(district, "乙厂") == ["ENT-999"]


@pytest.mark.parametrize(
    "variables",
    [
        {"text": ""},
        {"text": " 　"},
        {"text": "甲" * 101},
        {"text": "甲", "first": 0},
        {"text": "甲", "first": -1},
        {"text": "甲", "after": "made-up"},
        {"text": "甲", "types": ["FACTORY"]},
        {"text": "a\u0000b"},
    ],
)
def test_what_cannot_be_searched_is_bad_input(district: Api, variables: dict[str, Any]) -> None:
    assert district.codes(SEARCH, variables) == ["BAD_INPUT"]


def test_a_cursor_fits_only_the_search_and_the_day_that_it_is_of(district: Api) -> None:
    first = {"text": "甲", "first": 1, "asOf": "2022-08-02"}
    cursor = district.data(SEARCH, first)["search"]["pageInfo"]["endCursor"]
    assert len(found(district, "甲", after=cursor, asOf="2022-08-02")) == 2
    assert len(found(district, "　甲 ", after=cursor, asOf="2022-08-02")) == 2
    for other in ({"text": "厂"}, {"types": ["ENTERPRISE"]}, {"asOf": "2022-08-03"}, {"asOf": None}):
        assert district.codes(SEARCH, {**first, "after": cursor, **other}) == ["BAD_INPUT"]
    listed = district.data("{ enterprises(first: 1) { pageInfo { endCursor } } }")
    other_list = listed["enterprises"]["pageInfo"]["endCursor"]
    assert district.codes(SEARCH, {"text": "甲", "after": other_list}) == ["BAD_INPUT"]


def test_a_request_holds_a_few_searches_at_most(district: Api) -> None:
    several = " ".join(
        f's{number}: search(text: "甲") {{ totalCount }}' for number in range(MOST_SEARCHES + 2)
    )
    answer = district.post(f"{{ {several} }}").json()
    assert {each["extensions"]["code"] for each in answer["errors"]} == {"TOO_COSTLY"}
    assert [each["path"] for each in answer["errors"]] == [[f"s{MOST_SEARCHES}"], [f"s{MOST_SEARCHES + 1}"]]
    assert answer["data"]["s0"] == {"totalCount": 3}
