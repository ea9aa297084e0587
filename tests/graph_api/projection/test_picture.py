"""A version shares what is computed with the next, finds nodes by code, and lets go of its days."""

import pytest

from graph_api.projection.following import applied
from graph_api.projection.picture import Derived, same
from schema.catalog import NODE_TYPES
from tests.graph_api.projection.drawn import drawn

DIVISION = NODE_TYPES["Enterprise"].relation("division")


def test_what_is_computed_is_kept_as_long_as_it_was_made_from_these_very_objects() -> None:
    derived, one, other = Derived(), ["a"], ["a"]
    assert derived.get("key", (one,), lambda: 1) == derived.get("key", (one,), lambda: 2) == 1
    later = Derived(derived)
    assert later.get("key", (other,), lambda: 3) == 3
    assert derived.made() == [("key", (one,), 1)]
    later.drop("key")
    later.keep("another", (), 4)
    assert [key for key, _, _ in later.made()] == ["another"]
    assert (same((one,), (one,)), same((one,), (other,)), same((one,), ())) == (True, False, False)


def test_a_write_elsewhere_leaves_what_is_computed_as_it_is() -> None:
    graph = drawn(1)
    old = graph.picture(0)
    bonds, seen = old.bonds(DIVISION), old.seen("Enterprise", "employees")
    index = old.index("Enterprise", "code")
    graph.add_node("Topic")
    new = applied(old, *graph.facts(1))
    assert new.bonds(DIVISION) is bonds
    assert new.seen("Enterprise", "employees") is seen
    assert new.index("Enterprise", "code") is index
    assert new.tables["Enterprise"] is old.tables["Enterprise"]


def test_another_name_moves_no_tie_and_another_begin_does() -> None:
    graph = drawn(1)
    old = graph.picture(0)
    bonds = old.bonds(DIVISION)
    number = int(old.tables["Enterprise"].ids[bonds["Division"].sources[0]])
    graph.nodes[number][1]["name"] = "别的名字"
    graph.touched.nodes["Enterprise"].add(number)
    named = applied(old, *graph.facts(1))
    assert named.bonds(DIVISION) is bonds
    assert "别的名字" in named.column("Enterprise", "name").to_pylist()
    graph.nodes[number][1]["established"] = 19491001
    graph.touched.nodes["Enterprise"].add(number)
    assert applied(named, *graph.facts(2)).bonds(DIVISION) is not bonds


@pytest.mark.parametrize("name", ["code", "stated_code", "uscc"])
def test_a_node_is_found_by_any_of_its_codes(name: str) -> None:
    graph = drawn(1)
    number = graph.add_node("Enterprise", **{name: "找到我"})
    picture = graph.picture(1)
    assert picture.tables["Enterprise"].ids[picture.by_code("Enterprise", "找到我")] == number
    assert picture.by_code("Enterprise", "没有") == -1


def test_a_node_that_is_gone_is_not_found() -> None:
    graph = drawn(1)
    number = graph.add_node("Topic", code="T-1")
    old = applied(graph.picture(0), *graph.facts(1))
    assert old.by_code("Topic", "T-1") >= 0
    graph.nodes.pop(number)
    graph.touched.nodes["Topic"].add(number)
    assert applied(old, *graph.facts(2)).by_code("Topic", "T-1") == -1


def test_a_retired_version_lets_go_of_its_days_and_days_are_bounded() -> None:
    picture = drawn(1).picture(1)
    first = picture.on(1)
    assert picture.on(1) is first
    for day in range(2, 40):
        picture.on(day)
    assert picture.on(1) is not first
    last = picture.on(1)
    picture.retire()
    assert picture.on(1) is not last
