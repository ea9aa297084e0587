"""Pages that say the same are the same; every other difference is told."""

import copy
from typing import Any

import pytest

from benchmarks.reads.sameness import difference

PAGE: dict[str, Any] = {
    "totalCount": 5,
    "pageInfo": {"hasNextPage": True, "endCursor": "x"},
    "edges": [
        {
            "cursor": "x",
            "node": {
                "id": 1, "code": "E1", "employees": 3, "unions": [],
                "branches": [{"code": "B1", "secretary": {"code": "P1"}}, {"code": "B2", "secretary": None}],
                "dispatches": [{"post": "FIRST_CHAIR"}, {"post": "FIRST_SECRETARY"}],
            },
        }
    ],
}  # fmt: skip


def other() -> dict[str, Any]:
    return copy.deepcopy(PAGE)


def test_ids_cursors_and_the_order_of_short_lists_are_set_aside() -> None:
    page = other()
    page["edges"][0] |= {"cursor": "y"}
    node = page["edges"][0]["node"]
    node["id"] = "opaque"
    node["branches"].reverse()
    node["dispatches"].reverse()
    assert difference(PAGE, page) is None


def test_what_a_contender_does_not_give_is_set_aside() -> None:
    assert difference(PAGE, {"edges": other()["edges"]}) is None


def test_a_total_a_flag_and_the_number_of_rows_count() -> None:
    total, flag, rows = other(), other(), other()
    total["totalCount"], flag["pageInfo"]["hasNextPage"], rows["edges"] = 6, False, []
    assert [difference(PAGE, each) for each in (total, flag, rows)] == [
        "totalCount: 5 and 6", "hasNextPage: True and False", "1 and 0 enterprises",
    ]  # fmt: skip


@pytest.mark.parametrize("spoil", [("employees", 4), ("employees", None), ("unions", [{"code": "U1"}])])
def test_every_field_counts(spoil: tuple[str, Any]) -> None:
    page = other()
    page["edges"][0]["node"][spoil[0]] = spoil[1]
    assert str(difference(PAGE, page)).startswith(f"E1.{spoil[0]}: ")


def test_a_nested_field_and_a_missing_one_count() -> None:
    nested, missing = other(), other()
    nested["edges"][0]["node"]["branches"][0]["secretary"]["code"] = "P2"
    del missing["edges"][0]["node"]["employees"]
    assert str(difference(PAGE, nested)).startswith("E1.branches: ")
    assert difference(PAGE, missing) == "E1.employees: 3 and None"
