"""What a request costs: exact on small documents, and found in linear time however they are woven."""

import time
from typing import Any

import pytest
from graphql import FragmentDefinitionNode, GraphQLSchema, OperationDefinitionNode, build_schema, parse

from graph_api.graphql.cost import KEPT, LISTED, PAGE, Pricing
from graph_api.graphql.failures import TooCostly
from graph_api.limits import DEFAULTS, Limits

SCHEMA = build_schema("""
    type Query {
        a: A as: [A!]! page(first: Int, last: Int): Page nodes(ids: [ID!]!): [A]! few(limit: Int = 3): Few
    }
    interface Named { name: String }
    type A implements Named { name: String b: A bs: [A!]! words: [String!]! page(first: Int): Page }
    type Page { totalCount: Int nodes: [A!]! edges: [Edge!]! }
    type Edge { cursor: String node: A }
    type Few { nodes: [A!]! }
    type Mutation { a: A }
""")


def pricing(text: str, limits: Limits = DEFAULTS, schema: GraphQLSchema = SCHEMA) -> tuple[Pricing, Any]:
    tree = parse(text)
    fragments = {
        each.name.value: each for each in tree.definitions if isinstance(each, FragmentDefinitionNode)
    }
    operation = next(each for each in tree.definitions if isinstance(each, OperationDefinitionNode))
    return Pricing(schema, fragments, limits), operation


def cost(text: str, variables: dict[str, Any] | None = None, limits: Limits = DEFAULTS) -> int:
    made, operation = pricing(text, limits)
    return made.of(operation, variables or {})


@pytest.mark.parametrize(
    ("document", "expected"),
    [
        ("{ __typename }", 1),
        ("{ a { name b { name } words } }", 5),
        ("{ as { name } }", 1 + LISTED),
        ("{ as { bs { name } } }", 1 + LISTED * (1 + LISTED)),
        ("{ page { totalCount } }", 2),
        ("{ page { nodes { name } } }", 2 + PAGE),
        ("{ page(first: 7) { totalCount nodes { name } edges { cursor node { name } } } }", 4 + 7 + 7 * 3),
        ("{ page(first: 7) { nodes { page(first: 3) { nodes { name } } } } }", 2 + 7 * (2 + 3)),
        ("{ page(first: 7) { nodes { bs { name } } } }", 2 + 7 * (1 + LISTED)),
        ("{ page(last: 9) { nodes { name } } }", 2 + 9),
        ("{ page(first: 0) { nodes { name } } }", 2),
        ("{ page(first: -5) { nodes { name } } }", 2),
        ("{ few { nodes { name } } }", 2 + 3),
        ('{ nodes(ids: ["1", "2", "3"]) { name } }', 1 + 3),
        ("{ ...F } fragment F on Query { a { name } }", 2),
        ("{ page(first: 7) { ...F } } fragment F on Page { nodes { name } }", 2 + 7),
        (
            "{ a: page(first: 7) { ...F } b: page { ...F } } fragment F on Page { nodes { name } }",
            4 + 7 + PAGE,
        ),
        ("{ page(first: 7) { nodes { ... on Named { name } ... { name } } } }", 2 + 14),
        ("mutation { a { name } }", 2),
        ('{ __type(name: "A") { fields { name } } }', 2 + LISTED),
    ],
)
def test_the_cost_is_fields_times_pages(document: str, expected: int) -> None:
    assert cost(document) == expected


@pytest.mark.parametrize(
    ("variables", "expected"),
    [
        ({"n": 7}, 9),
        ({"n": 500}, 502),
        ({}, 12),
        ({"n": None}, 2 + PAGE),
        ({"n": "7"}, 2 + PAGE),
        ({"n": True}, 2 + PAGE),
        ({"n": 1e30}, 2 + PAGE),
    ],
)
def test_a_page_s_size_may_be_a_variable(variables: dict[str, Any], expected: int) -> None:
    assert cost("query Q($n: Int = 10) { page(first: $n) { nodes { name } } }", variables) == expected


def test_ids_are_counted_in_a_variable_too() -> None:
    query = "query Q($ids: [ID!]!) { nodes(ids: $ids) { name } }"
    assert cost(query, {"ids": ["1"] * 40}) == 41
    with pytest.raises(TooCostly, match="10000 in ids, at most 500"):
        cost(query, {"ids": ["1"] * 10_000})


@pytest.mark.parametrize(
    ("document", "variables", "told"),
    [
        ("{ page(first: 501) { totalCount } }", {}, "501 in first, at most 500"),
        ("{ page(last: 501) { totalCount } }", {}, "501 in last, at most 500"),
        ("query Q($n: Int) { page(first: $n) { totalCount } }", {"n": 501}, "501 in first, at most 500"),
        ("query Q($n: Int = 501) { page(first: $n) { totalCount } }", {}, "501 in first, at most 500"),
        ("{ page(first: " + "9" * 9999 + ") { totalCount } }", {}, "at most 500"),
        (
            "{ page(first: 500) { nodes { page(first: 500) { nodes { name b { name } bs { name } } } } } }",
            {},
            f"{2 + 500 * (2 + 500 * (4 + LISTED))} cost, at most 1000000",
        ),
    ],
)
def test_what_is_beyond_a_limit_names_the_number_and_the_limit(
    document: str, variables: dict[str, Any], told: str
) -> None:
    with pytest.raises(TooCostly) as caught:
        cost(document, variables)
    assert told in caught.value.what.en


def test_the_limits_are_those_given() -> None:
    assert cost("{ as { name } }", limits=Limits(cost=21)) == 21
    with pytest.raises(TooCostly):
        cost("{ as { name } }", limits=Limits(cost=20))
    with pytest.raises(TooCostly):
        cost("{ page(first: 11) { totalCount } }", limits=Limits(page=10))


def test_prices_are_kept_by_the_sizes_that_decide_them_and_not_without_end() -> None:
    made, operation = pricing("query Q($n: Int) { page(first: $n) { nodes { name } } }")
    for number in [*range(3 * KEPT), 5]:
        assert made.of(operation, {"n": number}) == 2 + number
    assert len(made._kept) <= KEPT


def woven(links: int) -> str:
    """Fragments that spread the next one twice, under two names: 2^links fields when unfolded."""
    parts = [f"fragment F{n} on A {{ x: b {{ ...F{n + 1} }} y: b {{ ...F{n + 1} }} }}" for n in range(links)]
    return " ".join(["{ a { ...F0 } }", *parts, f"fragment F{links} on A {{ name }}"])


def test_fragments_within_fragments_are_looked_at_once() -> None:
    assert cost(woven(10)) == 1 + 2 * (2**10 - 1) + 2**10
    began = time.process_time()
    with pytest.raises(TooCostly):
        cost(woven(90))
    assert time.process_time() - began < 0.1
