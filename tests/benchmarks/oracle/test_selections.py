"""GraphQL's rules on fragments, directives and variables."""

from typing import Any

from graphql import parse

from benchmarks.oracle.selections import Selections
from graph_api.graphql.published import CORE


def selected(text: str, **variables: Any) -> list[tuple[str, str, dict[str, Any]]]:
    selections = Selections.of(CORE, parse(text), variables)
    query: Any = CORE.query_type
    found = selections.fields("Query", [selections.operation.selection_set])
    return [(each.response, each.name, selections.arguments(each, query.fields[each.name])) for each in found]


def test_fragments_are_merged_and_directives_obeyed() -> None:
    text = """query A($no: Boolean = false) {
      topic(code: "1") { code } ...F ... on Query { x: topic(code: "2") { code } }
      y: topic(code: "3") @include(if: $no) { code } z: topic(code: "4") @skip(if: true) { code }
    } fragment F on Query { topic(code: "1") { name } }"""
    assert selected(text) == [("topic", "topic", {"code": "1"}), ("x", "topic", {"code": "2"})]
    assert [each[0] for each in selected(text, no=True)] == ["topic", "x", "y"]


def test_a_variable_that_is_not_given_leaves_its_argument_out() -> None:
    text = "query A($day: Date, $first: Int = 3) { topics(first: $first, asOf: $day) { totalCount } }"
    assert selected(text) == [("topics", "topics", {"first": 3})]


def test_literals_are_what_python_has_of_them() -> None:
    text = """{
      topics(where: {code: {in: ["a"]}}, orderBy: [{field: CODE, direction: DESC}], first: 2) { totalCount }
    }"""
    assert selected(text)[0][2] == {
        "where": {"code": {"in": ["a"]}},
        "orderBy": [{"field": "CODE", "direction": "DESC"}],
        "first": 2,
    }
