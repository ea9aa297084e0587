"""What is asked with is what the graph has, or near it."""

from datetime import date

from benchmarks.oracle.chance import Chance
from benchmarks.oracle.facts import Graph
from benchmarks.oracle.identity import read_id
from benchmarks.oracle.pool import EARLIEST, LATEST, Pool
from tests.benchmarks.oracle.small_graph import graph

DRAWS = 200


def whole() -> Graph:
    return graph(
        [
            ("Enterprise", 1, {"established": 20220200, "name": "甲厂"}),
            ("Observation", 2, {"day": 20220701, "employees": 50}),
            ("Division", 3, {}),
            ("Change", 4, {}),
        ],
        [("OF", 2, 1, {})],
    )


def pool() -> Pool:
    return Pool(whole(), Chance(3))


def test_days_are_mostly_those_on_which_something_changes_or_beside() -> None:
    drawn = [
        date.fromisoformat(pool_day) for pool_day in (made.day() for made in [pool()] for _ in range(DRAWS))
    ]
    assert {date(2022, 2, 28), date(2022, 3, 1), date(2022, 6, 30), date(2022, 7, 1)} < set(drawn)
    assert all(EARLIEST <= each <= LATEST for each in drawn)


def test_ids_are_of_nodes_that_are_shown_some_with_a_day() -> None:
    made = pool()
    read = [read_id(made.id()) for _ in range(DRAWS)]
    assert {each[1] for each in read if each} >= {1, 2, 3}
    assert 4 not in {each[1] for each in read if each}
    assert any(each and each[2] for each in read)


def test_values_are_near_those_of_some_node() -> None:
    made = pool()
    assert {made.value("Enterprise", "employees", "eq") for _ in range(DRAWS)} == {49, 50, 51}
    assert "2022-02" in {made.value("Enterprise", "established", "eq") for _ in range(DRAWS)}
    assert "甲" in {made.value("Enterprise", "name", "startsWith") for _ in range(DRAWS)}
    assert {made.value("Enterprise", "name", "isUnknown") for _ in range(DRAWS)} == {True, False}


def test_a_place_is_always_there_and_a_code_nearly() -> None:
    made = pool()
    assert all(made.graph.found("Division", made.place()) for _ in range(DRAWS))
    assert {bool(made.graph.found("Enterprise", made.code("Enterprise"))) for _ in range(DRAWS)} == {
        True,
        False,
    }
