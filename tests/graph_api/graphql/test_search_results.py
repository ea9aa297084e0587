"""A page of results as a caller asked for it."""

import pytest

from tests.api_server import Api
from tests.graph_api.graphql.district import create
from tests.graph_api.graphql.test_search import SEARCH, found


@pytest.fixture
def district(api: Api) -> Api:
    return create(api)


def test_a_result_says_what_it_is_how_well_it_answers_and_where(district: Api) -> None:
    data = district.data(SEARCH, {"text": "甲", "first": 1})["search"]
    assert data["totalCount"] == 3
    assert data["nodes"] == [{"code": "ENT-10"}]
    (edge,) = data["edges"]
    assert edge["__typename"] == "SearchEdge"
    assert edge["score"] == 0.98
    assert edge["matched"] == [{"field": "shortNames", "text": "甲"}, {"field": "name", "text": "甲厂"}]
    assert edge["node"]["__typename"] == "Enterprise"
    assert edge["node"]["name"] == "甲厂"


def test_pages_follow_one_another_to_the_end(district: Api) -> None:
    seen: list[str] = []
    after = None
    while True:
        data = district.data(SEARCH, {"text": "甲", "first": 1, "after": after})["search"]
        assert data["pageInfo"]["hasPreviousPage"] == bool(seen)
        seen += [each["node"]["code"] for each in data["edges"]]
        after = data["pageInfo"]["endCursor"]
        if not data["pageInfo"]["hasNextPage"]:
            break
    assert seen == found(district, "甲")


def test_ids_carry_the_day_that_was_asked_for(district: Api) -> None:
    dated = district.data(SEARCH, {"text": "甲厂", "asOf": "2022-08-02", "first": 1})
    node = dated["search"]["edges"][0]["node"]["id"]
    assert district.codes('query Q($id: ID!) { node(id: $id, asOf: "2020-01-01") { id } }', {"id": node}) == [
        "BAD_INPUT"
    ]


def test_what_is_skipped_and_aliased_is_answered_as_asked(district: Api) -> None:
    data = district.data(
        """{ a: search(text: "甲厂", first: 1) { __typename edges { x: score @skip(if: true) } n: totalCount }
             b: search(text: "没有") { edges { score } pageInfo { endCursor hasNextPage } } }"""
    )
    assert data == {
        "a": {"__typename": "SearchConnection", "edges": [{}], "n": 3},
        "b": {"edges": [], "pageInfo": {"endCursor": None, "hasNextPage": False}},
    }
