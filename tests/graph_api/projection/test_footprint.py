"""The bytes of a picture are counted once each, those of what is computed when it has been."""

import numpy as np

from graph_api.projection.footprint import footprint
from graph_api.projection.snapshot import columns_of
from schema.catalog import NODE_TYPES
from tests.graph_api.projection.drawn import drawn


def test_what_is_stored_is_counted_and_then_what_is_computed_of_it() -> None:
    graph = drawn(1)
    picture = graph.picture(1)
    before = footprint(picture)
    numbers = sum(each.nbytes for each in columns_of(picture).values() if isinstance(each, np.ndarray))
    assert before.computed == 0
    assert before.total >= numbers
    assert before.enterprises == sum(name == "Enterprise" for name, _ in graph.nodes.values())
    assert before.per_enterprise == before.total / before.enterprises
    relation = NODE_TYPES["Enterprise"].relation("division")
    (bond,) = picture.bonds(relation).values()
    after = footprint(picture)
    own = (
        bond.sources,
        bond.targets,
        bond.intervals.begin,
        bond.intervals.begin_possible,
        bond.intervals.end,
    )
    assert after.computed == sum(each.nbytes for each in own)
    assert bond.onward.offsets.nbytes > 0
    way = bond.onward
    assert (
        footprint(picture).computed == after.computed + way.offsets.nbytes + way.far.nbytes + way.ties.nbytes
    )
    assert (after.tables, after.ties, after.observations) == (before.tables, before.ties, before.observations)
