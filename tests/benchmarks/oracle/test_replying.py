"""Whole documents, answered by hand."""

from datetime import date
from typing import Any

from graphql import parse

from benchmarks.oracle.identity import write_id
from benchmarks.oracle.listing import Cursor
from benchmarks.oracle.replying import Expected, Oracle
from graph_api.graphql.published import CORE
from tests.benchmarks.oracle.small_graph import graph

TODAY = date(2022, 8, 2)
WHOLE = graph(
    [
        ("Enterprise", 1, {"code": "E1", "name": "甲厂", "industry": "18"}),
        ("Enterprise", 2, {"code": "E2"}),
        ("PartyBranch", 3, {"code": "B3", "terms": [20220100, 0]}),
        ("Change", 4, {}),
    ],
    [("COVERS", 3, 1, {"from": 20220101}), ("COVERS", 3, 2, {"from": 20230101})],
)


def answer(text: str, **variables: Any) -> Expected:
    return Oracle(CORE, WHOLE, lambda: TODAY).answer(parse(text), variables)


def test_a_node_is_shown_with_what_it_is_tied_to() -> None:
    text = """{ enterprise(code: "E1") {
      __typename id name industry { code } branches { code terms { from until } }
    } }"""
    assert answer(text).data == {
        "enterprise": {
            "__typename": "Enterprise",
            "id": write_id("Enterprise", 1),
            "name": "甲厂",
            "industry": {"code": "18"},
            "branches": [{"code": "B3", "terms": [{"from": "2022-01", "until": None}]}],
        }
    }


def test_a_list_counts_pages_and_names_its_cursors() -> None:
    text = """query A($when: When!) { partyBranch(code: "B3", asOf: "2022-08-02") {
      enterprises(when: $when, first: 1) { totalCount edges { cursor node { id } } pageInfo { hasNextPage } }
    } enterprise(code: "E2", asOf: "2022-08-02") { branchesTies(when: COMING) { from node { code } } } }"""
    found = answer(text, when="ALL").data
    assert found is not None
    page = found["partyBranch"]["enterprises"]
    assert (page["totalCount"], page["pageInfo"]) == (2, {"hasNextPage": True})
    assert isinstance(page["edges"][0]["cursor"], Cursor)
    assert page["edges"][0]["node"] == {"id": write_id("Enterprise", 1, "2022-08-02")}
    assert found["enterprise"]["branchesTies"] == [{"from": "2023-01-01", "node": {"code": "B3"}}]


def test_what_is_refused_leaves_the_others() -> None:
    found = answer(
        '{ a: node(id: "x") { id } b: enterprises { totalCount } c: topics(after: "x") { totalCount } }'
    )
    assert found.data == {"a": None, "b": {"totalCount": 2}, "c": None}
    assert found.refused == {("a",): ("BAD_INPUT",), ("c",): ("BAD_INPUT",)}
    assert (found.days["b"], found.revision) == (TODAY, 7)


def test_an_id_is_of_its_type_and_its_day() -> None:
    dated = write_id("Enterprise", 1, "2022-08-02")
    text = "query A($id: ID!, $day: Date) { node(id: $id, asOf: $day) { id } }"
    assert answer(text, id=dated).data == {"node": {"id": dated}}
    assert answer(text, id=dated, day="2022-08-03").refused == {("node",): ("BAD_INPUT",)}
    assert answer(text, id=write_id("Change", 4)).data == {"node": None}
    assert answer("query A($id: String!) { topic(code: $id) { id } }", id=dated).refused
