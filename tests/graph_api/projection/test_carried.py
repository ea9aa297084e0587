"""What was computed is patched where little changed, and left to be made where much did."""

import pytest

from graph_api.projection import carried
from graph_api.projection.differences import differences
from graph_api.projection.following import applied
from graph_api.projection.picture import Picture
from schema.catalog import NODE_TYPES
from tests.graph_api.projection.drawn import Graph, drawn

DIVISION = NODE_TYPES["Enterprise"].relation("division")
KEYS = {
    ("bonds", ("Enterprise", "division")),
    ("seen", "Enterprise", "employees"),
    ("index", "Enterprise", "name"),
}


def _computed(graph: Graph) -> Picture:
    picture = graph.picture(0)
    picture.bonds(DIVISION)
    picture.seen("Enterprise", "employees")
    picture.index("Enterprise", "name")
    return picture


def _write(graph: Graph) -> None:
    graph.add_node("Enterprise")
    graph.add_tie(DIVISION)
    for _ in range(12):
        graph.observe()


def _up_to_date(picture: Picture) -> set[object]:
    """The keys of what the picture has computed of its own columns."""
    basis = {
        ("bonds", ("Enterprise", "division")): picture.basis_of_bonds(DIVISION),
        ("seen", "Enterprise", "employees"): picture.basis_of_seen("Enterprise", "employees"),
        ("index", "Enterprise", "name"): (picture.column("Enterprise", "name"),),
    }
    return {
        key
        for key, of, _ in picture.derived.made()
        if all(a is b for a, b in zip(of, basis[key], strict=True))
    }


def test_a_small_write_leaves_nothing_to_be_made_anew() -> None:
    graph = drawn(1)
    old = _computed(graph)
    _write(graph)
    new = applied(old, *graph.facts(1))
    assert _up_to_date(new) == KEYS
    assert list(differences(new, graph.picture(1))) == []
    assert _up_to_date(old) == KEYS


@pytest.mark.parametrize("limit", ["_FEW", "_FEW_TEXTS"])
def test_a_large_write_leaves_it_to_whoever_asks(monkeypatch: pytest.MonkeyPatch, limit: str) -> None:
    monkeypatch.setattr(carried, limit, 0)
    graph = drawn(1)
    old = _computed(graph)
    _write(graph)
    new = applied(old, *graph.facts(1))
    left = {each[0] for each in KEYS} - {str(key[0]) for key, _, _ in new.derived.made()}
    assert left == ({"index"} if limit == "_FEW_TEXTS" else {"bonds", "seen"})
    assert list(differences(new, graph.picture(1))) == []


def test_what_was_computed_of_another_version_is_not_patched() -> None:
    graph = drawn(1)
    old = _computed(graph)
    for key, of, made in old.derived.made():
        old.derived.keep(key, tuple(object() for _ in of), made)
    _write(graph)
    new = applied(old, *graph.facts(1))
    assert ("seen", "Enterprise", "employees") not in {key for key, _, _ in new.derived.made()}
    assert list(differences(new, graph.picture(1))) == []


def test_where_a_subject_is_gone_what_was_seen_is_made_anew() -> None:
    graph = drawn(1)
    old = _computed(graph)
    number = int(old.tables["Enterprise"].ids[0])
    graph.nodes.pop(number)
    graph.ties = {key: tie for key, tie in graph.ties.items() if number not in (tie.source, tie.target)}
    graph.touched.nodes["Enterprise"].add(number)
    new = applied(old, *graph.facts(1))
    assert ("seen", "Enterprise", "employees") not in {key for key, _, _ in new.derived.made()}
    assert list(differences(new, graph.picture(1))) == []
