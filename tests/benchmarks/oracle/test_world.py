"""The random stores: repeatable, and full of what makes answers go wrong."""

from collections import Counter

import neo4j

from benchmarks.oracle.facts import read
from benchmarks.oracle.world import World
from schema.catalog import NODE_TYPES


def test_the_same_seed_makes_the_same_world() -> None:
    one, other = World.of(4), World.of(4)
    assert (one.nodes, one.ties) == (other.nodes, other.ties)
    assert World.of(5).nodes != one.nodes


def test_it_has_every_type_vague_days_open_ends_equal_values_and_corrupted_rows() -> None:
    world = World.of(1)
    assert {name for name, _ in world.nodes} == NODE_TYPES.keys() - {"Change"}
    days = [each.get("from") for _, _, _, each in world.ties]
    assert {day % 10000 == 0 for day in days if day} == {True, False}
    assert None in days
    names = Counter(each.get("name") for name, each in world.nodes if name == "Enterprise")
    assert max(names.values()) > 1
    assert any(each.get("employees_bound") == "AT_LEAST" for _, each in world.nodes)
    topics = set(world.ids["Topic"])
    assert any(
        kind == "LOCATED_IN" and b in topics for seed in range(8) for kind, _, b, _ in World.of(seed).ties
    )


def test_of_one_subject_there_is_one_observation_a_day() -> None:
    world = World.of(2)
    day = {each["id"]: each["day"] for name, each in world.nodes if name == "Observation"}
    seen = Counter(
        (target, day[source]) for kind, source, target, _ in world.ties if kind == "OF" and source in day
    )
    assert set(seen.values()) == {1}


def test_it_takes_the_place_of_what_was_there(driver: neo4j.Driver) -> None:
    World.of(1).write(driver, "neo4j")
    world = World.of(2, share=0.2)
    world.write(driver, "neo4j")
    found = read(driver, "neo4j")
    assert (len(found.nodes), len(found.ties)) == (len(world.nodes), len(world.ties))
    assert found.revision == 1
