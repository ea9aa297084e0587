"""Flat tables become the page that callers get."""

from typing import Any

from benchmarks.reads.tables import nested, text

NOTHING: dict[str, Any] = {
    "observations": [], "divisions": [], "parks": [], "branches": [], "unions": [], "dispatches": [],
}  # fmt: skip


def page(**tables: Any) -> dict[str, Any]:
    """The one enterprise of a page of one."""
    enterprises = [[7, "E1", "一厂", None, None]]
    found: dict[str, Any] = nested(
        {**NOTHING, "total": 1, "more": False, "enterprises": enterprises, **tables}
    )
    assert found["totalCount"] == 1
    node: dict[str, Any] = found["edges"][0]["node"]
    return node


def test_unknown_values_are_null_and_empty_lists_are_empty() -> None:
    assert page() == {
        "id": 7, "code": "E1", "name": "一厂", "formerNames": [], "operatingStatus": None, "employees": None,
        "fullMembers": None, "industry": None, "division": None, "park": None, "branches": [], "unions": [],
        "dispatches": [],
    }  # fmt: skip


def test_the_last_place_that_has_begun_counts_where_it_lasts() -> None:
    always, later = [0, True, False, True, "D1", "甲"], [0, False, True, True, "D2", "乙"]
    coming, over = [0, True, False, True, "D3", "丙"], [0, False, True, False, "D4", "丁"]
    assert page(divisions=[always])["division"] == {"code": "D1", "name": "甲"}
    assert page(divisions=[always, later, coming])["division"] == {"code": "D2", "name": "乙"}
    assert page(divisions=[always, over])["division"] is None


def test_a_later_row_overrides_only_what_it_says() -> None:
    seen = page(observations=[[0, "OPERATING", 5, 1], [0, None, 9, None]])
    assert (seen["operatingStatus"], seen["employees"], seen["fullMembers"]) == ("OPERATING", 9, 1)


def test_of_several_office_holders_the_last_row_counts() -> None:
    rows = [
        [0, "B1", "支部", "SINGLE", 20190600, lasts, code, code]
        for lasts, code in ((True, "P1"), (False, "P2"))
    ]
    assert page(branches=rows)["branches"] == [
        {"code": "B1", "name": "支部", "kind": "SINGLE", "established": "2019-06", "secretary": None}
    ]


def test_days_are_shown_as_precisely_as_they_are_recorded() -> None:
    assert [text(each) for each in (20220815, 20220800, 20220000, None)] == [
        "2022-08-15",
        "2022-08",
        "2022",
        None,
    ]
