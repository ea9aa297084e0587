"""Orders and pages."""

from typing import Any

import pytest

from benchmarks.oracle.listing import Cursor, Row, page_of, place_of
from benchmarks.oracle.refusals import Refused
from tests.benchmarks.oracle.small_graph import graph, on

WHOLE = graph(
    [
        ("Topic", number, {"time_limit_days": limit} if limit else {})
        for number, limit in ((1, 5), (2, 9), (3, 0), (4, 5))
    ],
    [],
)
VIEW = on(WHOLE, "2022-08-02")


def rows(direction: str) -> list[Row]:
    order = [{"field": "TIME_LIMIT_DAYS", "direction": direction}]
    made = [Row(each, place_of(VIEW, each, order)) for each in WHOLE.nodes.values()]
    return sorted(made, key=lambda row: row.place)


@pytest.mark.parametrize(("direction", "codes"), [("ASC", "1423"), ("DESC", "2143")])
def test_unknown_comes_last_either_way_and_equal_ones_by_code(direction: str, codes: str) -> None:
    assert "".join(each.node.code for each in rows(direction)) == codes


@pytest.mark.parametrize(
    ("asked", "codes", "more"),
    [
        ({}, "1423", (False, False)),
        ({"first": 2}, "14", (True, False)),
        ({"last": 2}, "23", (False, True)),
        ({"first": 1, "after": 1}, "2", (True, True)),
        ({"last": 1, "before": 2}, "4", (True, True)),
        ({"first": 9, "after": 3}, "", (False, True)),
    ],
)
def test_a_page_goes_on_from_its_cursor(asked: dict[str, int], codes: str, more: tuple[bool, bool]) -> None:
    whole = rows("ASC")
    after, before = (
        Cursor("list", whole[asked[name]].place) if name in asked else None for name in ("after", "before")
    )
    page = page_of(whole, asked, (after, before))
    assert "".join(each.node.code for each in page.rows) == codes
    assert ((page.has_next, page.has_previous), page.total) == (more, 4)


@pytest.mark.parametrize("asked", [{"first": 1, "last": 1}, {"first": 0}, {"last": -1}, {"first": 501}])
def test_a_page_of_no_size_is_refused(asked: dict[str, Any]) -> None:
    with pytest.raises(Refused):
        page_of(rows("ASC"), asked, (None, None))
