"""The order of what is found, its pages, and what may happen between two of them."""

import dataclasses

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph_api.projection.day_view import DayView
from graph_api.projection.picture import Picture
from graph_api.questions.search.hits import Hits, Match, Place, search
from graph_api.questions.search.spelling import folded
from graph_api.questions.search.wanted import Wanted
from schema.catalog import NODE_TYPES
from tests.graph_api.questions.search.register import DAY, view

TYPES = [name for name, each in NODE_TYPES.items() if each.about.in_graph]
NODES = {
    "Enterprise": [
        {"id": 1, "code": "ENT-1", "name": "水洗"},
        {"id": 2, "code": "ENT-3", "name": "水洗甲厂"},
        {"id": 3, "code": "ENT-2", "name": "水洗乙厂", "short_names": ["水洗"], "former_names": ["老水洗"]},
        {"id": 4, "code": "ENT-4", "name": "丙厂", "former_names": ["水洗"]},
        {"id": 5, "code": "ENT-5", "name": "福绵水洗厂"},
        {"id": 6, "code": "ENT-6", "name": "丁厂"},
    ],
    "PartyBranch": [{"id": 7, "code": "ENT-3", "name": "水洗甲厂党支部"}],
    "Topic": [{"id": 8, "code": "WASH", "name": "环保", "guide": "水洗行业排污"}],
}
VIEW = view(NODES)


def found(of: DayView, text: str, types: list[str] = TYPES) -> Hits:
    wanted = Wanted.of(text)
    assert wanted is not None
    return search(of, wanted, types, masking=True)


def test_what_is_just_that_comes_first_then_beginnings_then_parts_equals_by_code() -> None:
    hits, before = found(VIEW, "水洗").page(10, None)
    assert [each.place for each in hits] == [
        Place(1000, "ENT-1", "Enterprise"),
        Place(980, "ENT-2", "Enterprise"),
        Place(960, "ENT-4", "Enterprise"),
        Place(750, "ENT-3", "Enterprise"),
        Place(750, "ENT-3", "PartyBranch"),
        Place(675, "WASH", "Topic"),
        Place(500, "ENT-5", "Enterprise"),
    ]
    assert before == 0


def test_a_node_is_found_once_with_all_that_answers_the_best_first() -> None:
    hits = found(VIEW, "水洗").page(10, None)[0]
    assert hits[1].matches == [
        Match("short_names", "水洗"), Match("name", "水洗乙厂"), Match("former_names", "老水洗"),
    ]  # fmt: skip


@pytest.mark.parametrize("size", [1, 2, 3, 7])
def test_pages_of_any_size_show_each_hit_once_and_in_order(size: int) -> None:
    hits = found(VIEW, "水洗")
    whole = [each.place for each in hits.page(hits.total, None)[0]]
    seen: list[Place] = []
    while len(seen) < hits.total:
        page, before = hits.page(size, seen[-1] if seen else None)
        assert before == len(seen)
        seen += [each.place for each in page]
    assert seen == whole
    assert hits.page(size, seen[-1]) == ([], hits.total)


def test_a_page_goes_on_after_a_row_that_is_gone_or_has_another_name() -> None:
    rest = found(view({**NODES, "PartyBranch": []}), "水洗").page(2, Place(750, "ENT-3", "PartyBranch"))
    assert [each.place.code for each in rest[0]] == ["WASH", "ENT-5"]
    assert rest[1] == 4


def test_only_the_types_asked_for_are_found() -> None:
    assert found(VIEW, "水洗", ["Topic", "Union"]).total == 1
    assert found(VIEW, "水洗", []).page(5, None) == ([], 0)
    assert found(VIEW, "没有这个").page(5, None) == ([], 0)


def test_a_node_that_is_no_longer_there_is_not_found() -> None:
    table = VIEW.picture.tables["Enterprise"]
    there = np.arange(len(table)) != 0
    tables = {**VIEW.picture.tables, "Enterprise": dataclasses.replace(table, there=there)}
    gone = Picture(2, tables, VIEW.picture.ties, {}).on(DAY)
    assert found(gone, "水洗").total == found(VIEW, "水洗").total - 1


def test_what_lasts_comes_before_what_happens() -> None:
    nodes = {
        "Activity": [{"id": 1, "code": "A-1", "name": "水洗厂走访"}],
        "Enterprise": [{"id": 2, "code": "E-1", "name": "福绵水洗厂"}],
    }
    hits, _ = found(view(nodes), "水洗").page(5, None)
    assert [each.place for each in hits] == [Place(500, "E-1", "Enterprise"), Place(375, "A-1", "Activity")]


def test_a_code_that_is_stated_twice_stands_once_among_the_matches() -> None:
    firm = {"id": 1, "code": "91450900MA5K000015", "uscc": "91450900MA5K000015", "stated_code": "9145-A"}
    hits, _ = found(view({"Enterprise": [firm]}), "9145").page(5, None)
    assert hits[0].matches == [Match("code", "91450900MA5K000015"), Match("stated_code", "9145-A")]


NAMES = st.one_of(st.none(), st.text("福绵水洗厂aＡ（( ", max_size=6))
FIRMS = st.lists(st.tuples(NAMES, st.lists(NAMES.filter(bool), max_size=2), NAMES), max_size=12)


def worth(text: str, sought: str, weight: int) -> int:
    """What a text is worth by plain strings."""
    plain = folded(text)
    if plain == sought:
        return 10 * weight
    if plain.startswith(sought):
        return 15 * weight // 2
    if sought in plain:
        return 5 * weight
    return 5 * weight // 2 if all(each in plain for each in sought.split()) else 0


@given(FIRMS, st.text("福绵水洗厂aＡ（( ", min_size=1, max_size=3).filter(folded))
def test_what_is_found_and_its_order_are_what_plain_strings_say(
    firms: list[tuple[str | None, list[str], str | None]], text: str
) -> None:
    sought = folded(text)
    expected = []
    nodes: dict[str, list[dict[str, object]]] = {"Enterprise": [], "PartyBranch": []}
    for number, (name, former, branch) in enumerate(firms):
        code = f"#{number:02}"
        nodes["Enterprise"].append({"id": number, "code": code, "name": name, "former_names": former or None})
        nodes["PartyBranch"].append({"id": 100 + number, "code": code, "name": branch})
        best = max([worth(name or "", sought, 100), *(worth(each, sought, 96) for each in former)])
        expected += [
            Place(best, code, "Enterprise"),
            Place(worth(branch or "", sought, 100), code, "PartyBranch"),
        ]
    expected = sorted(
        (each for each in expected if each.points), key=lambda one: (-one.points, one.code, one.type)
    )
    hits = found(view(nodes), text)
    assert hits.total == len(expected)
    assert [each.place for each in hits.page(len(expected) or 1, None)[0]] == expected
    for place in range(len(expected)):
        page, before = hits.page(2, expected[place])
        assert ([each.place for each in page], before) == (expected[place + 1 : place + 3], place + 1)
