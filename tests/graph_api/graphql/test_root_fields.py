"""Nodes by code and by id, as of a day."""

import pytest

from graph_api.graphql.entity_types import ENTITY_TYPES
from graph_api.graphql.identity import GlobalId
from graph_api.graphql.naming import plural_name
from graph_api.graphql.root_fields import MOST_IDS
from tests.api_server import Api, codes


@pytest.mark.parametrize("code", ["ENT-10", "91450900MA5K000015", str(GlobalId("Enterprise", 10))])
def test_a_node_is_found_by_its_code_its_uscc_or_its_id(district: Api, code: str) -> None:
    found = district.data("query Q($code: String!) { enterprise(code: $code) { code name } }", {"code": code})
    assert found == {"enterprise": {"code": "ENT-10", "name": "甲厂"}}


def test_a_node_is_found_by_the_offices_own_code_stated_after_its_first_roster(district: Api) -> None:
    assert district.data('{ agency(code: "Z-1") { code } }') == {"agency": {"code": "AGY-41"}}


@pytest.mark.parametrize("code", ["ENT-11", "甲厂", "", "' OR 1=1", "ENT-10 "])
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


def test_too_many_ids_are_too_costly(district: Api) -> None:
    ids = [str(GlobalId("Enterprise", number)) for number in range(MOST_IDS + 1)]
    query = "query Q($ids: [ID!]!) { nodes(ids: $ids) { id } }"
    assert district.codes(query, {"ids": ids}) == ["TOO_COSTLY"]
    assert district.codes(query, {"ids": ids * 20}) == ["TOO_COSTLY"]
    assert len(district.data(query, {"ids": ids[:MOST_IDS]})["nodes"]) == MOST_IDS


@pytest.mark.parametrize(
    "text",
    [
        "Enterprise:10",
        "",
        "x",
        "你好",
        str(GlobalId("Enterprise", 10)) + "=",
        "Q2hhbmdlczox",
        "RmFjdG9yeTox",
        "RW50ZXJwcmlzZTowMTA",
    ],
)
def test_a_made_up_id_is_bad_input(district: Api, text: str) -> None:
    query = "query Q($id: ID!) { node(id: $id) { id } nodes(ids: [$id]) { id } }"
    assert district.codes(query, {"id": text}) == ["BAD_INPUT", "BAD_INPUT"]


def test_one_bad_id_leaves_the_other_answers(district: Api) -> None:
    body = district.post('{ nodes(ids: ["x"]) { id } enterprise(code: "ENT-10") { code } }').json()
    assert body["data"] == {"nodes": None, "enterprise": {"code": "ENT-10"}}
    assert [each["path"] for each in body["errors"]] == [["nodes"]]


@pytest.mark.parametrize("day", ["1899-12-31", "2050-01-01", "2022-02-30", "2022-08", "today", ""])
def test_a_day_that_is_none_or_out_of_range_is_bad_input(district: Api, day: str) -> None:
    query = 'query Q($day: Date) { enterprise(code: "ENT-10", asOf: $day) { code } }'
    assert district.codes(query, {"day": day}) == ["BAD_INPUT"]


@pytest.mark.parametrize(
    "query",
    [
        '{ enterprise(code: "ENT-10") { nothing } }',
        '{ enterprise(kode: "ENT-10") { code } }',
        "{ enterprises(orderBy: [{field: NOTHING}]) { totalCount } }",
        '{ enterprises(where: {phones: {has: "13812345678"}}) { totalCount } }',
        '{ node(id: "x") { ... on Factory { id } } }',
        "query A { __typename } query B { __typename }",
        '{ enterprise(code: "ENT\\u000010") { code } }',
    ],
)
def test_what_the_schema_does_not_know_is_bad_input(district: Api, query: str) -> None:
    assert set(district.codes(query)) == {"BAD_INPUT"}


@pytest.mark.parametrize("text", ["\x00", "ENT-10\x00"])
def test_a_null_character_is_bad_input(district: Api, text: str) -> None:
    query = "query Q($code: String!) { enterprise(code: $code) { code } }"
    assert district.codes(query, {"code": text}) == ["BAD_INPUT"]


def test_a_lone_surrogate_is_bad_input(district: Api) -> None:
    body = '{"query": "{ enterprise(code: \\"\\ud800\\") { code } }"}'
    answer = district.http.post("/graphql", content=body, headers={"content-type": "application/json"})
    assert codes(answer) == ["BAD_INPUT"]
    body = """{"query": "query Q($code: String!) { enterprise(code: $code) { code } }",
      "variables": {"code": "\\ud800"}}"""
    answer = district.http.post("/graphql", content=body, headers={"content-type": "application/json"})
    assert codes(answer) == ["BAD_INPUT"]
    assert set(district.codes('{ enterprises(where: {name: {contains: "\\uD800"}}) { totalCount } }')) == {
        "BAD_INPUT"
    }


def test_one_field_s_bad_input_leaves_the_others(district: Api) -> None:
    body = district.post('{ enterprises(first: 0) { totalCount } division(code: "450903") { name } }').json()
    assert body["data"] == {"enterprises": None, "division": {"name": "福绵区"}}
    assert [(each["extensions"]["code"], each["path"]) for each in body["errors"]] == [
        ("BAD_INPUT", ["enterprises"])
    ]


def test_every_type_is_listed_by_its_plural(district: Api) -> None:
    lists = {plural_name(name): name for name in ENTITY_TYPES}
    query = " ".join(f"{each} {{ totalCount nodes {{ __typename id code name }} }}" for each in lists)
    found = district.data(f"{{ {query} }}")
    assert found.keys() == lists.keys()
    for plural, name in lists.items():
        assert {each["__typename"] for each in found[plural]["nodes"]} <= {name}
        assert found[plural]["totalCount"] == len(found[plural]["nodes"])
    assert [each["code"] for each in found["divisions"]["nodes"]] == ["450903", "450903107", "450903108"]
    assert [each["name"] for each in found["people"]["nodes"]] == ["张三", "李*", "赵*"]


def test_the_answer_names_its_revision_and_the_day_of_each_root_field(district: Api) -> None:
    query = """{
      enterprise(code: "ENT-10", asOf: "2022-08-15") { code }
      later: enterprise(code: "ENT-10", asOf: "2024-06-01") { code }
    }"""
    extensions = district.post(query).json()["extensions"]
    assert extensions["revision"] == 7
    assert extensions["asOf"] == {"enterprise": "2022-08-15", "later": "2024-06-01"}
