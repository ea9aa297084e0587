"""Nodes as answers show them."""

from benchmarks.oracle.facts import Graph
from benchmarks.oracle.identity import read_id
from benchmarks.oracle.showing import camel, fields_of, relations_of
from schema.catalog import NODE_TYPES
from tests.benchmarks.oracle.small_graph import graph, on

ENTERPRISE = NODE_TYPES["Enterprise"]


def people() -> Graph:
    """A secretary who is also an activist, and a cadre."""
    return graph(
        [
            ("PartyBranch", 1, {"name": "支部"}),
            ("Person", 2, {"name": "李四", "birth": 19800512}),
            ("Activist", 3, {}),
            ("Person", 4, {"name": "张三"}),
            ("Cadre", 5, {}),
        ],
        [("SECRETARY", 1, 2, {"from": 20220101, "until": 20221231}), ("IS", 3, 2, {}), ("IS", 5, 4, {})],
    )


def test_a_person_bears_the_full_name_only_in_a_public_post() -> None:
    whole = people()
    names = {day: on(whole, day).name(whole.nodes[2]) for day in ("2021-12-31", "2022-01-01", "2023-01-01")}
    assert names == {"2021-12-31": "李*", "2022-01-01": "李四", "2023-01-01": "李*"}
    assert [on(whole, "2022-06-01").name(whole.nodes[each]) for each in (3, 4, 5)] == ["李*", "张三", "张三"]


def test_of_a_birthday_the_year_is_shown() -> None:
    whole = people()
    assert on(whole, "2022-01-01").shown(whole.nodes[2], NODE_TYPES["Person"].field("birth")) == "1980"


def test_an_observed_count_is_that_of_the_day_with_its_bound() -> None:
    whole = graph(
        [
            ("Enterprise", 1, {}),
            ("Observation", 2, {"day": 20220701, "employees": 50}),
            ("Observation", 3, {"day": 20220800, "employees": 80, "employees_bound": "AT_LEAST"}),
            ("Observation", 4, {"day": 20220901, "union_members": 9}),
        ],
        [("OF", each, 1, {}) for each in (2, 3, 4)],
    )
    field = ENTERPRISE.field("employees")
    seen = {
        day: (on(whole, day).shown(whole.nodes[1], field), on(whole, day).bound(whole.nodes[1], field))
        for day in ("2022-06-30", "2022-08-30", "2022-08-31", "2023-01-01")
    }
    assert seen == {
        "2022-06-30": (None, None),
        "2022-08-30": (50, "EXACT"),
        "2022-08-31": (80, "AT_LEAST"),
        "2023-01-01": (80, "AT_LEAST"),
    }


def test_an_id_read_under_a_named_day_bears_it() -> None:
    whole = people()
    assert read_id(on(whole, "2022-01-01").global_id(whole.nodes[3])) == ("Activist", 3, "2022-01-01")


def test_names_are_those_of_the_answers_and_hashes_have_none() -> None:
    assert camel("full_members") == "fullMembers"
    assert fields_of("Person").keys() == {
        "code",
        "name",
        "gender",
        "birth",
        "nationality",
        "education",
        "phones",
    }
    assert relations_of("Activist")["employer"] == "employer"
