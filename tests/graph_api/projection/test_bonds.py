"""Ties and their days are what a second opinion, one tie at a time, says of the same graph."""

from datetime import date

import neo4j
import numpy as np
import pytest

from graph_api.projection.bonds import bonds_of, read_some_ties, read_ties, ties_together
from schema.catalog import NODE_TYPES, RELATIONS
from schema.fields import Relation
from tests.graph_api.projection.drawn import Graph, drawn
from tests.graph_api.projection.valid_time import Tie, current, in_force, starts

EPOCH = date(1970, 1, 1)
ASKED = (20201231, 20210101, 20211231, 20220814, 20220815, 20220831, 20220901, 20230105, 20231231, 20240101)
ONE_SIDED = [each for each in RELATIONS if not each.inverse_one and not each.ends_with_source]
MADE = """
CREATE (a:PartyBranch:Entity {id: 1, code: 'B-1'}), (b:Enterprise:Entity {id: 2, code: 'E-2'}),
       (c:Union:Entity {id: 3, code: 'U-3'}),
       (a)-[:COVERS {key: 7, from: 20220800, until: 20231231}]->(b),
       (a)-[:COVERS {key: 5, seen: 20220731}]->(b),
       (c)-[:COVERS {key: 6}]->(b)
"""


def _in_force(graph: Graph, relation: Relation, day: int) -> set[int]:
    """The keys of the relation's ties that hold, by the second opinion."""
    found: set[int] = set()
    of_relation = {key: tie for key, tie in graph.ties.items() if tie.relation == relation}
    for source in {tie.source for tie in of_relation.values()}:
        plain = [
            Tie(
                relation.kind,
                key,
                graph.nodes[tie.target][0],
                tie.target,
                *(tie.values[n] for n in ("from", "until", "seen")),
            )
            for key, tie in of_relation.items()
            if tie.source == source
        ]
        begun = starts(plain, relation, graph.nodes[source][1])
        one = current(begun, day)
        held = ([one] if one else []) if relation.one else in_force(begun, day)
        found |= {each.key for each in held}
    return found


@pytest.mark.parametrize("seed", range(4))
def test_ties_hold_on_the_days_on_which_a_second_opinion_has_them(seed: int) -> None:
    graph = drawn(100 + seed)
    for _ in range(3):
        graph.change()
    picture = graph.picture(1)
    for relation in ONE_SIDED:
        for day in ASKED:
            number = (date(day // 10000, day // 100 % 100, day % 100) - EPOCH).days
            found = {
                key
                for bond in picture.bonds(relation).values()
                for key in bond.ties.key[bond.intervals.in_force(number)].tolist()
            }
            assert found == _in_force(graph, relation, day), (relation.source, relation.field, day)


def test_what_ends_with_its_source_and_what_each_target_has_one_of() -> None:
    graph = drawn(5)
    for relation in RELATIONS:
        for bond in graph.picture(1).bonds(relation).values():
            for of, one in ((bond.sources, relation.one), (bond.targets, relation.inverse_one)):
                if one:
                    for day in range(18600, 19800, 50):
                        assert (
                            len(np.unique(of[bond.intervals.in_force(day)]))
                            == bond.intervals.in_force(day).sum()
                        )
    covers = NODE_TYPES["PartyBranch"].relation("enterprises")
    bond = graph.picture(1).bonds(covers)["Enterprise"]
    dissolved = graph.picture(1).tables["PartyBranch"].columns["dissolved"][bond.sources]
    assert (bond.intervals.end[dissolved == 20210000] <= 18993).all()


def test_the_ties_of_a_node_lead_both_ways_in_the_order_of_their_begin() -> None:
    picture = drawn(6).picture(1)
    for relation in RELATIONS:
        for bond in picture.bonds(relation).values():
            for way, near, far in (
                (bond.onward, bond.sources, bond.targets),
                (bond.backward, bond.targets, bond.sources),
            ):
                for row in np.unique(near):
                    found = way.reached(np.array([row]))
                    expected = np.flatnonzero(near == row)
                    begin = bond.intervals.begin[found.ties]
                    assert sorted(found.ties.tolist()) == expected.tolist()
                    assert (np.diff(begin.astype(np.int64)) >= 0).all()
                    assert found.rows.tolist() == far[found.ties].tolist()


def test_a_tie_to_what_is_in_no_table_is_none() -> None:
    graph = drawn(7)
    picture = graph.picture(1)
    relation = NODE_TYPES["Enterprise"].relation("division")
    ties = picture.ties["Enterprise", "division"]
    ties.target[0] = 10**12
    (bond,) = bonds_of(ties, picture.tables)
    assert bond.ties.key.tolist() == ties.key[1:].tolist()
    assert bond.ties.relation == relation
    assert len(ties_together([ties.at(np.array([2, 1])), ties.at(np.array([0]))])) == 3


def test_ties_are_read_by_relation_in_the_order_of_their_keys(driver: neo4j.Driver) -> None:
    with driver.session(database="neo4j") as session:
        session.run(MADE).consume()
        of_branches = NODE_TYPES["PartyBranch"].relation("enterprises")
        whole, range_of = read_ties(session, of_branches), read_ties(session, of_branches, "A", "Z")
        some = {each.relation.source: each for each in read_some_ties(session, "COVERS", [6, 7, 99])}
    for ties in (whole, range_of):
        assert (ties.key.tolist(), ties.from_.tolist(), ties.until.tolist(), ties.seen.tolist()) == (
            [5, 7], [0, 20220800], [0, 20231231], [20220731, 0],
        )  # fmt: skip
        assert (ties.source.tolist(), ties.target.tolist()) == ([1, 1], [2, 2])
    assert {name: each.key.tolist() for name, each in some.items()} == {"PartyBranch": [7], "Union": [6]}
