"""A version with the facts of a Change in it is what would be read afresh, whatever was computed before."""

import pytest

from graph_api.projection.differences import differences
from graph_api.projection.following import applied
from graph_api.projection.picture import Picture
from schema.catalog import RELATIONS
from tests.graph_api.projection.drawn import Graph, drawn

INDEXED = (("Enterprise", "code"), ("Enterprise", "name"), ("Person", "name"))


def _compute_everything(picture: Picture) -> None:
    """Ask for all that is computed of columns, so that the next version gets it patched."""
    for relation in RELATIONS:
        for bond in picture.bonds(relation).values():
            assert len(bond.onward.ties) == len(bond.backward.ties)
    for name, seen in picture.observations.items():
        for field in seen.values:
            picture.seen(name, field)
    for each in INDEXED:
        picture.index(*each)


def _write(graph: Graph) -> None:
    for _ in range(graph.draw.randrange(4)):
        graph.add_node(graph.draw.choice(["Enterprise", "Person", "PartyBranch", "Dispatch", "Division"]))
    for _ in range(graph.draw.randrange(8)):
        graph.add_tie(graph.draw.choice([each for each in RELATIONS if each.source != "Observation"]))
    for what in graph.draw.sample([graph.observe, graph.observe, graph.change, graph.remove], 2):
        what()


@pytest.mark.parametrize("seed", range(8))
def test_each_version_is_what_would_be_read_afresh(seed: int) -> None:
    graph = drawn(seed)
    picture = graph.picture(0)
    for revision in range(1, 6):
        if seed % 2 or revision == 1:
            _compute_everything(picture)
        _write(graph)
        picture = applied(picture, *graph.facts(revision))
        fresh = graph.picture(revision)
        assert [str(each) for each in differences(picture, fresh)] == []
        for name, column in INDEXED:
            mine, theirs = picture.index(name, column), fresh.index(name, column)
            texts = [mine.values.take(mine.rows).to_pylist(), theirs.values.take(theirs.rows).to_pylist()]
            there = [mine.rows[picture.tables[name].there[mine.rows]]]
            assert len(there[0]) == len(theirs.rows)
            assert texts[0] == sorted(texts[0], key=str.encode)
