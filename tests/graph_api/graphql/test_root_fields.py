"""Nodes by code and by id, as of a day."""

import pytest

from graph_api.graphql.identity import GlobalId
from graph_api.graphql.root_fields import MOST_IDS, root_name
from tests.api_server import Api
from tests.graph_api.graphql.district import create


@pytest.fixture
def district(api: Api) -> Api:
    return create(api)


def test_root_fields_bear_the_names_of_their_types() -> None:
    names = [root_name(each) for each in ("Enterprise", "PartyBranch", "ServiceRequest", "ImportBatch")]
    assert names == ["enterprise", "partyBranch", "serviceRequest", "batch"]


@pytest.mark.parametrize("code", ["ENT-10", "91450900MA5K000015", str(GlobalId("Enterprise", 10))])
def test_a_node_is_found_by_its_code_its_uscc_or_its_id(district: Api, code: str) -> None:
    found = district.data("query Q($code: String!) { enterprise(code: $code) { code name } }", {"code": code})
    assert found == {"enterprise": {"code": "ENT-10", "name": "甲厂"}}


def test_a_node_is_found_by_the_offices_own_code_stated_after_its_first_roster(district: Api) -> None:
    assert district.data('{ agency(code: "Z-1") { code } }') == {"agency": {"code": "AGY-41"}}


@pytest.mark.parametrize("code", ["ENT-11", "甲厂", "", "' OR 1=1", "\u0000", "ENT-10 "])
def test_a_code_that_nobody_bears_is_null_and_no_error(district: Api, code: str) -> None:
    found = district.data("query Q($code: String!) { enterprise(code: $code) { code } }", {"code": code})
    assert found == {"enterprise": None}


def test_the_code_of_another_type_finds_nothing(district: Api) -> None:
    assert district.data('{ union(code: "ENT-10") { code } }') == {"union": None}


def test_the_id_of_another_type_is_bad_input(district: Api) -> None:
    code = str(GlobalId("Enterprise", 10))
    assert district.codes("query Q($code: String!) { union(code: $code) { code } }", {"code": code}) == [
        "BAD_INPUT"
    ]


def test_a_batch_is_found_by_code(district: Api) -> None:
    found = district.data('{ batch(code: "BAT-80") { file state name } }')
    assert found == {
        "batch": {"file": "企业.xlsx", "state": "COMMITTED", "name": "企业.xlsx · 2022-07-01T00:00:00Z"}
    }


def test_an_id_read_under_a_day_carries_that_day(district: Api) -> None:
    plain = district.data('{ enterprise(code: "ENT-10") { id } }')["enterprise"]["id"]
    dated = district.data('{ enterprise(code: "ENT-10", asOf: "2022-08-15") { id } }')["enterprise"]["id"]
    assert plain == str(GlobalId("Enterprise", 10))
    assert dated != plain
    query = (
        "query Q($id: ID!, $day: Date) { node(id: $id, asOf: $day) { id ... on Enterprise { employees } } }"
    )
    assert district.data(query, {"id": dated})["node"] == {"id": dated, "employees": 50}
    assert district.data(query, {"id": dated, "day": "2022-08-15"})["node"]["employees"] == 50
    assert district.data(query, {"id": plain, "day": "2022-08-15"})["node"] == {"id": dated, "employees": 50}
    assert district.data(query, {"id": plain})["node"] == {"id": plain, "employees": 80}
    assert district.codes(query, {"id": dated, "day": "2022-08-16"}) == ["BAD_INPUT"]


def test_nodes_keep_their_order_and_name_what_is_missing(district: Api) -> None:
    ids = [
        str(GlobalId(*each))
        for each in (("Union", 31), ("Enterprise", 31), ("Enterprise", 10), ("Union", 31))
    ]
    found = district.data("query Q($ids: [ID!]!) { nodes(ids: $ids) { __typename id } }", {"ids": ids})
    assert found["nodes"] == [
        {"__typename": "Union", "id": ids[0]},
        None,  # number 31 is no enterprise
        {"__typename": "Enterprise", "id": ids[2]},
        {"__typename": "Union", "id": ids[3]},
    ]


def test_too_many_ids_are_bad_input(district: Api) -> None:
    ids = [str(GlobalId("Enterprise", number)) for number in range(MOST_IDS + 1)]
    query = "query Q($ids: [ID!]!) { nodes(ids: $ids) { id } }"
    assert district.codes(query, {"ids": ids}) == ["BAD_INPUT"]
    assert len(district.data(query, {"ids": ids[:MOST_IDS]})["nodes"]) == MOST_IDS


def test_a_made_up_id_is_bad_input(district: Api) -> None:
    assert district.codes('{ node(id: "Enterprise:10") { id } }') == ["BAD_INPUT"]


def test_the_answer_names_its_revision_and_the_day_of_each_root_field(district: Api) -> None:
    query = """{
      enterprise(code: "ENT-10", asOf: "2022-08-15") { code }
      later: enterprise(code: "ENT-10", asOf: "2024-06-01") { code }
    }"""
    extensions = district.post(query).json()["extensions"]
    assert extensions == {"revision": 7, "asOf": {"enterprise": "2022-08-15", "later": "2024-06-01"}}
