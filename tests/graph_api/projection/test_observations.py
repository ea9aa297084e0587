"""What was observed: read by the type of its subject, patched in its places, in force on a day."""

from datetime import date

import neo4j
import numpy as np
import pytest

from graph_api.projection.columns import UNKNOWN
from graph_api.projection.observations import (
    observations_together,
    observed_fields,
    read_observations,
    read_some_observations,
)
from schema.catalog import NODE_TYPES
from tests.graph_api.projection.drawn import drawn
from tests.graph_api.projection.valid_time import observed, stored

EPOCH = date(1970, 1, 1)
MADE = """
CREATE (e:Enterprise:Entity {id: 1, code: 'E-1'}), (u:Union:Entity {id: 2, code: 'U-2'}),
       (:Observation:Entity {id: 3, code: 'OBS-3', day: 20220800, employees: 5, employees_bound: 'AT_LEAST'})
         -[:OF {key: 8}]->(e),
       (:Observation:Entity {id: 4, code: 'OBS-4', day: 20230101, has_branch: false})-[:OF {key: 7}]->(e),
       (:Observation:Entity {id: 5, code: 'OBS-5', day: 20230101, members: 9})-[:OF {key: 9}]->(u)
"""


def test_observations_are_read_by_the_type_of_their_subject(driver: neo4j.Driver) -> None:
    with driver.session(database="neo4j") as session:
        session.run(MADE).consume()
        whole = [read_observations(session, "Enterprise"), read_observations(session, "Enterprise", "O", "P")]
        some, ties = read_some_observations(session, [3, 5, 99])
    for seen in whole:
        order = np.argsort(seen.ids)
        assert (seen.ids[order].tolist(), seen.day[order].tolist()) == ([3, 4], [20220800, 20230101])
        assert seen.values["employees"][order].tolist() == [5, UNKNOWN]
        assert seen.bounds["employees"][order].tolist() == [2, 0]
        assert seen.values["has_branch"][order].tolist() == [-1, 0]
    assert {name: each.ids.tolist() for name, each in some.items() if len(each.ids)} == {
        "Enterprise": [3],
        "Union": [5],
    }
    assert (ties.key.tolist(), ties.source.tolist(), ties.target.tolist()) == ([8, 9], [3, 5], [1, 2])


@pytest.mark.parametrize("seed", range(6))
def test_a_value_holds_on_the_days_on_which_a_second_opinion_has_it(seed: int) -> None:
    graph = drawn(seed)
    picture = graph.picture(1)
    for name in picture.observations:
        table = picture.tables[name]
        for field in observed_fields(name):
            for day in (
                date(2021, 1, 1),
                date(2021, 12, 31),
                date(2022, 8, 15),
                date(2022, 8, 31),
                date(2024, 1, 1),
            ):
                values, limits = picture.seen(name, field.name).on((day - EPOCH).days)
                for row, number in enumerate(table.ids.tolist()):
                    seen = [
                        graph.nodes[tie.source][1]
                        for tie in graph.ties.values()
                        if tie.target == number and tie.relation.source == "Observation"
                    ]
                    told = observed(seen, field.name, stored(day)).get(field.name)
                    known = values[row] != UNKNOWN if isinstance(values, np.ndarray) else values[row].is_valid
                    assert bool(known) == (told is not None)
                    assert limits is None or len(limits) == len(table)


def test_a_patch_keeps_places_puts_new_ones_last_and_takes_out_what_is_gone() -> None:
    graph = drawn(3)
    for _ in range(20):
        graph.observe()
    before = graph.picture(1).observations["Enterprise"]
    first, *_ = before.ids.tolist()
    graph.nodes[first][1]["employees"] = 77
    graph.observe()
    after = graph.picture(2).observations["Enterprise"]
    touched = np.union1d(np.setdiff1d(after.ids, before.ids), [first])
    patched = before.patched(after.at(np.flatnonzero(np.isin(after.ids, touched))), touched)
    assert patched.ids[: len(before.ids)].tolist() == before.ids.tolist()
    assert sorted(patched.ids.tolist()) == sorted(after.ids.tolist())
    assert patched.values["employees"][0] == 77
    nothing = before.at(np.zeros(0, np.int64))
    assert before.patched(nothing, np.array([first])).ids.tolist() == before.ids.tolist()[1:]
    assert observations_together([before, nothing]).ids.tolist() == before.ids.tolist()


def test_an_observation_without_a_day_says_nothing_of_any_day() -> None:
    graph = drawn(3)
    for _ in range(20):
        graph.observe()
    for name, values in graph.nodes.values():
        if name == "Observation":
            values["day"] = None
    seen = graph.picture(1).seen("Enterprise", "employees")
    values, _ = seen.on((date(2030, 1, 1) - EPOCH).days)
    assert set(values.tolist()) == {UNKNOWN}


def test_what_is_observed_of_a_type() -> None:
    assert [each.name for each in observed_fields("Enterprise")] == [
        each.name for each in NODE_TYPES["Enterprise"].observed
    ]
    assert observed_fields("Division") == ()
