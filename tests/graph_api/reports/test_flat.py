"""Nested answers as tables: rows of the outermost list, everything else beside them."""

from typing import Any

import pytest

from graph_api.reports.flat import Flat, flat, written


def one(value: Any) -> Flat:
    (table,) = flat({"root": value})
    return table


def test_a_connection_is_a_table_of_its_nodes_with_what_edges_say() -> None:
    edges = [
        {"cursor": "x", "score": 1.0, "node": {"code": "A", "division": {"code": "1", "name": "甲"}}},
        {"cursor": "y", "score": 0.5, "node": {"code": "B", "division": None, "employees": 3}},
    ]
    assert one({"totalCount": 7, "edges": edges}) == Flat(
        "root",
        ("score", "code", "division.code", "division.name", "division", "employees"),
        ((1.0, "A", "1", "甲", None, None), (0.5, "B", None, None, None, 3)),
        7,
    )


def test_nodes_and_plain_lists_are_rows_too() -> None:
    assert one({"nodes": [{"code": "A"}, {"code": "B"}]}).rows == (("A",), ("B",))
    assert one([{"code": "A"}]).rows == (("A",),)
    assert one(["a", "b"]) == Flat("root", ("root",), (("a",), ("b",)))


def test_lists_inside_a_row_share_a_cell() -> None:
    row = {
        "phones": ["1", "2"],
        "branches": {"nodes": [{"code": "P", "name": "甲"}, {"code": "Q", "name": None}]},
    }
    assert one([row]).rows == (("1; 2", "P 甲; Q"),)


def test_the_only_list_of_an_object_gives_the_rows_and_the_rest_is_repeated() -> None:
    value = {"asOf": "2022-08-02", "figures": [{"key": "A", "value": 1}, {"key": "B", "value": 2}]}
    assert one(value) == Flat(
        "root", ("asOf", "figures.key", "figures.value"), (("2022-08-02", "A", 1), ("2022-08-02", "B", 2))
    )


def test_an_object_of_several_lists_is_one_row() -> None:
    value = {"code": "A", "branches": [{"code": "P"}], "unions": [{"code": "U"}, {"code": "V"}]}
    assert one(value).rows == (("A", "P", "U; V"),)


@pytest.mark.parametrize(
    ("value", "rows"),
    [(None, ()), (5, ((5,),)), ({"totalCount": 3}, ((3,),)), ({"edges": []}, ()), ([None], ((None,),))],
)
def test_what_has_no_rows_and_what_is_one_value(value: Any, rows: tuple[Any, ...]) -> None:
    assert one(value).rows == rows


def test_each_root_field_has_its_table() -> None:
    assert [each.name for each in flat({"a": 1, "b": []})] == ["a", "b"]


def test_a_value_is_written_as_json_has_it_and_unknown_is_empty() -> None:
    assert [written(each) for each in (None, True, False, 1, 1.5, "甲")] == [
        "",
        "true",
        "false",
        "1",
        "1.5",
        "甲",
    ]
