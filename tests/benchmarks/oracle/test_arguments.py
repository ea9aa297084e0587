"""Conditions and orders are drawn by the types of the schema."""

from typing import Any

from benchmarks.oracle.arguments import Arguments
from graph_api.graphql.published import CORE
from tests.benchmarks.oracle.test_documents import walker


def arguments(seed: int) -> Arguments:
    made = walker(seed)
    return Arguments(made.pool, made.draw)


def test_conditions_have_every_form() -> None:
    of_type: Any = CORE.type_map["EnterpriseWhere"]
    made = arguments(1)
    text = " ".join(str(made.where(of_type, "Enterprise", 0)) for _ in range(600))
    forms = (
        "and",
        "or",
        "not",
        "within",
        "some",
        "all",
        "none",
        "count",
        "when",
        "tie",
        "isUnknown",
        "industry",
    )
    assert [each for each in forms if f"'{each}'" not in text] == []


def test_an_order_has_one_to_three_keys_of_the_type() -> None:
    of_type: Any = CORE.type_map["EnterpriseOrder"]
    fields: Any = CORE.type_map["EnterpriseOrderField"]
    made = arguments(2)
    orders = [made.order(of_type) for _ in range(100)]
    assert {len(each) for each in orders} == {1, 2, 3}
    assert {key["field"] for each in orders for key in each} <= fields.values.keys()


def test_what_finds_a_node_is_never_left_out() -> None:
    query: Any = CORE.query_type
    made = arguments(3)
    argument = query.fields["enterprise"].args["code"]
    assert all(made.of("code", argument.type, "Enterprise") for _ in range(50))
    assert {made.of("asOf", argument.type, "Enterprise") is None for _ in range(50)} == {True, False}
    assert made.of("first", argument.type, "Enterprise") is None
