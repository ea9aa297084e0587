"""A few touched ties cost no more than their neighbourhood: the rest is shared or copied."""

from typing import Any

import numpy as np
import pytest

from graph_api.projection import bonds_patched as patching
from graph_api.projection.bonds import Bond, Ties, bonds_of, intervals_of
from graph_api.projection.bonds_patched import bonds_patched, rows_of_other_days
from graph_api.projection.intervals import Intervals
from graph_api.projection.picture import Picture
from schema.catalog import NODE_TYPES
from schema.fields import Relation
from tests.graph_api.projection.drawn import Graph, drawn

DIVISION = NODE_TYPES["Enterprise"].relation("division")
NONE = np.zeros(0, np.int64)


def _patched(
    graph: Graph, old: Picture, relation: Relation, *keys: int
) -> tuple[list[Bond], list[Bond], Picture]:
    """The bonds patched with what some keys are now, those made from the ground, and the new picture."""
    new, touched = graph.picture(2), np.array(sorted(keys), np.int64)
    whole = new.ties[relation.source, relation.field]
    fresh = whole.at(np.flatnonzero(np.isin(whole.key, touched)))
    tables = (old.tables, {name: old.tables[name] for name in old.tables})
    patched = bonds_patched(list(old.bonds(relation).values()), fresh, touched, whole, tables)
    assert patched is not None
    return patched, bonds_of(whole, old.tables), new


def _same(one: Bond, other: Bond) -> bool:
    pairs: list[tuple[Any, Any]] = [
        (one.ties.key, other.ties.key), (one.sources, other.sources), (one.targets, other.targets),
        (one.intervals.begin, other.intervals.begin), (one.intervals.end, other.intervals.end),
        (one.onward.ties, other.onward.ties), (one.backward.far, other.backward.far),
    ]  # fmt: skip
    return all(np.array_equal(mine, theirs) for mine, theirs in pairs)


def test_one_that_comes_between_two_places_ends_the_one_before() -> None:
    graph = drawn(1)
    source, target = graph.some("Enterprise"), graph.some("Division")
    assert source is not None
    assert target is not None
    old = graph.picture(1)
    assert len(old.bonds(DIVISION)["Division"].onward.ties) > 0
    graph._tie(DIVISION, source, target)
    graph.ties[graph.last].values["from"] = 20220815
    (mine,), (made,), new = _patched(graph, old, DIVISION, graph.last)
    assert _same(mine, made)
    assert mine.ties is new.ties["Enterprise", "division"]


def test_a_bond_without_a_touched_tie_shares_everything() -> None:
    graph = drawn(2)
    old = graph.picture(1)
    bond = old.bonds(DIVISION)["Division"]
    onward = bond.onward
    (mine,), _, _ = _patched(graph, old, DIVISION)
    assert (mine.sources, mine.onward.offsets) == (bond.sources, onward.offsets)
    assert mine.sources is bond.sources
    assert "backward" not in mine.__dict__


def test_only_what_a_touched_tie_can_move_is_computed_again(monkeypatch: pytest.MonkeyPatch) -> None:
    graph = drawn(3)
    old = graph.picture(1)
    bond = old.bonds(DIVISION)["Division"]
    key = int(bond.ties.key[0])
    beside = set(bond.ties.key[bond.sources == bond.sources[0]].tolist())
    asked: list[Ties] = []

    def noted(ties: Ties, *of: Any) -> Intervals:
        asked.append(ties)
        return intervals_of(ties, *of)

    monkeypatch.setattr(patching, "intervals_of", noted)
    graph.ties[key].values["from"] = 20230105
    (mine,), (made,), _ = _patched(graph, old, DIVISION, key)
    assert set(asked[0].key.tolist()) == beside
    assert _same(mine, made)


def test_a_tie_whose_end_is_missing_has_all_made_from_the_ground() -> None:
    picture = drawn(4).picture(1)
    ties = picture.ties["Enterprise", "division"]
    stray = ties.at(np.array([0]))
    stray.target[0] = 10**12
    bonds = list(picture.bonds(DIVISION).values())
    assert bonds_patched(bonds, stray, stray.key, ties, (picture.tables, picture.tables)) is None


def test_rows_whose_begin_or_end_became_another() -> None:
    graph = drawn(5)
    before = graph.picture(1).tables["Union"]
    number = int(before.ids[2])
    graph.nodes[number][1]["dissolved"] = 20990101
    after = before.patched(graph.picture(2).tables["Union"], [])
    assert rows_of_other_days(before, after).tolist() == [2]
    assert rows_of_other_days(before, before).tolist() == []
