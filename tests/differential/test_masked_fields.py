"""No caller can filter or order by what is masked: by the live schema, whatever its makers meant."""

from typing import Any

from benchmarks.oracle.showing import camel
from graph_api.graphql.published import CORE
from schema.catalog import NODE_TYPES


def test_no_condition_and_no_order_names_a_personal_field() -> None:
    found = []
    for name, node_type in NODE_TYPES.items():
        where: Any = CORE.type_map.get(f"{name}Where")
        order: Any = CORE.type_map.get(f"{name}OrderField")
        personal = [each.name for each in node_type.fields if each.personal]
        if where is not None and order is not None:
            found += [f"{name}Where.{each}" for each in personal if camel(each) in where.fields]
            found += [f"{name}OrderField.{each}" for each in personal if each.upper() in order.values]
    assert found == []
    orders: Any = CORE.type_map["EnterpriseOrderField"]
    assert "ESTABLISHED" in orders.values
