"""What a selection set asks of objects of one type: aliases, fragments, directives, merged fields."""

from typing import Any

import pytest
from graphql.execution.values import get_variable_values

from graph_api.graphql.documents import prepare
from graph_api.graphql.plans.reading import Asked
from graph_api.graphql.plans.selection import Selected, selected
from graph_api.graphql.published import CORE

Shape = list[Any]


def asked_of(query: str, type_name: str, **variables: Any) -> list[Selected]:
    """What the only root field of the document asks of objects of the type."""
    document = prepare(CORE, query)
    assert not document.errors
    operation = document.operation(None)
    given = get_variable_values(CORE, operation.variable_definitions or (), variables)
    assert not isinstance(given, list)
    asked = Asked(CORE, document.fragments, given, b"key")
    root = selected(asked, "Query", [operation.selection_set])
    return root[0].below(type_name)


def keys(found: list[Selected]) -> list[tuple[str, str]]:
    return [(each.key, each.name) for each in found]


NODE = """query Q($yes: Boolean! = true, $no: Boolean! = false) {{ node(id: "x") {{
  {}
  ... on Topic @skip(if: $yes) @include(if: $no) {{ id }}
}} }}"""


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("id __typename", ["id", "__typename"]),
        ("id @skip(if: true) kind: __typename", ["kind"]),
        ("id @include(if: $no) kind: __typename @include(if: $yes)", ["kind"]),
        ("id @skip(if: $no) @include(if: $no)", []),
        ("id @skip(if: true) id", ["id"]),
        ("... @include(if: $no) { id } ... @skip(if: $no) { kind: __typename }", ["kind"]),
        ("... on Enterprise { name } ... on Union { members }", ["name"]),
        ("... on Node { id } ... on Entity { code }", ["id", "code"]),
        ("... on Entity { ... on Union { members } ... on Enterprise { name } }", ["name"]),
        ("... on Enterprise @skip(if: $yes) { name } id", ["id"]),
    ],
)
def test_fields_are_those_that_apply_to_the_type(text: str, expected: list[str]) -> None:
    found = asked_of(NODE.format(text), "Enterprise")
    assert [each.key for each in found] == expected


def test_fragments_are_spread_once_wherever_they_apply() -> None:
    query = """
      { node(id: "x") { ...Whole ...Whole ...Other } }
      fragment Whole on Entity { code ...Named }
      fragment Named on Enterprise { called: name }
      fragment Other on Union { members }
    """
    assert keys(asked_of(query, "Enterprise")) == [("code", "code"), ("called", "name")]
    assert keys(asked_of(query, "Union")) == [("code", "code"), ("members", "members")]


def test_a_fragment_left_out_in_one_place_counts_in_another() -> None:
    query = """
      { node(id: "x") { ...Named @skip(if: true) ...Named } }
      fragment Named on Entity { name }
    """
    assert keys(asked_of(query, "Union")) == [("name", "name")]


def test_fields_of_one_key_are_merged_with_all_that_is_below_them() -> None:
    query = """{ node(id: "x") {
      ... on Enterprise { division { name } }
      ... on Enterprise { division { code name } place: division { level } }
    } }"""
    division, place = asked_of(query, "Enterprise")
    assert keys(division.below("Division")) == [("name", "name"), ("code", "code")]
    assert keys(place.below("Division")) == [("level", "level")]


def test_arguments_are_read_with_variables_and_defaults() -> None:
    query = """query Q($how_many: Int, $where: ServiceRequestWhere) { node(id: "x") { ... on Enterprise {
      requests(first: $how_many, where: $where, orderBy: [{field: RAISED_ON}]) { totalCount }
      branches { name }
    } } }"""
    requests, branches = asked_of(query, "Enterprise", how_many=3, where={"rating": {"gte": 4}})
    assert requests.arguments["first"] == 3
    assert requests.arguments["where"] == {"rating": {"gte": 4}}
    (order,) = requests.arguments["orderBy"]
    assert (order["field"].value, order["direction"].value) == ("RAISED_ON", "ASC")
    assert branches.arguments["when"].value == "IN_FORCE"
    assert set(asked_of(query, "Enterprise")[0].arguments) == {"orderBy"}
