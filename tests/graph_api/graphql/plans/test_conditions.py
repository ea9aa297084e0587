"""`where` over a real list: values in three values, relations in two, places, and what is refused."""

import pytest
from graphql import GraphQLInputObjectType

from graph_api.graphql.identity import GlobalId
from graph_api.graphql.naming import fields_shown
from graph_api.graphql.published import CORE
from schema.catalog import NODE_TYPES
from tests.api_server import Api
from tests.graph_api.graphql.town import DAY

E1, E2, E3, E4, E5 = (f"ENT-{number}" for number in range(1, 6))


def selects(api: Api, where: str, field: str = "enterprises", day: str = DAY) -> list[str]:
    """The codes that a condition selects on a day."""
    query = f'{{ list: {field}(where: {where}, asOf: "{day}") {{ totalCount nodes {{ code }} }} }}'
    found = api.data(query)["list"]
    assert found["totalCount"] == len(found["nodes"])
    return [each["code"] for each in found["nodes"]]


@pytest.mark.parametrize(
    ("where", "selected"),
    [
        ("{}", [E1, E2, E3, E4, E5]),
        ("{employees: {gte: 50}}", [E1, E2, E3]),
        ("{not: {employees: {gte: 50}}}", [E5]),  # the unknown is neither
        ("{employees: {gte: 101}}", []),
        ("{not: {employees: {gte: 101}}}", [E1, E2, E5]),  # at least 100 may be more
        ("{employees: {lt: 100}}", [E1, E2, E5]),
        ("{employees: {eq: 50}}", [E2]),  # about 50
        ("{employees: {isUnknown: true}}", [E4]),
        ("{not: {employees: {isUnknown: true}}}", [E1, E2, E3, E5]),
        ("{or: [{employees: {gte: 50}}, {not: {employees: {gte: 50}}}]}", [E1, E2, E3, E5]),
        ("{or: []}", []),
        ("{and: []}", [E1, E2, E3, E4, E5]),
        ("{not: {or: []}}", [E1, E2, E3, E4, E5]),
        ("{and: [{employees: {gte: 50}}, {mature: {eq: true}}]}", [E1]),
        ("{employees: {gte: 50}, mature: {eq: true}}", [E1]),
        ("{not: {employees: {gte: 1000}, mature: {eq: true}}}", [E1, E2, E5]),  # false and unknown is false
        ("{mature: {ne: true}}", [E2]),
        ("{mature: {isUnknown: true}}", [E3, E4]),
        ("{ownership: {in: [PRIVATE, STATE]}}", [E1, E2, E3]),
        ("{ownership: {ne: PRIVATE}}", [E2]),
        ('{established: {eq: "2018-03"}}', [E1, E2]),
        ('{established: {gte: "2018-03-15"}}', [E1, E5]),
        ('{not: {established: {gte: "2018-03-15"}}}', []),
        ('{established: {lt: "2019"}}', [E1, E2, E3]),
        ('{industry: {code: {startsWith: "C1"}}}', [E1, E2]),
        ("{industry: {code: {isUnknown: true}}}", [E3, E4, E5]),
        ('{name: {contains: "厂"}}', [E1, E2, E3]),
        ('{shortNames: {has: "甲"}}', [E1]),
        ("{shortNames: {isUnknown: true}}", [E2, E3, E4, E5]),
        ("{hasBranch: {eq: true}}", [E1]),
        ("{operatingStatus: {eq: OPERATING}}", [E1]),
        ('{uscc: {eq: "91450900MA5K000015"}}', [E5]),
    ],
)  # fmt: skip
def test_conditions_on_values(town: Api, where: str, selected: list[str]) -> None:
    assert selects(town, where) == selected


def test_observed_values_are_those_of_the_day(town: Api) -> None:
    assert selects(town, "{employees: {eq: 50}}", day="2022-07-30") == [E1, E2]
    assert selects(town, "{employees: {eq: 60}}", day="2022-07-31") == [E1]
    assert selects(town, "{employees: {isUnknown: false}}", day="2021-12-31") == []


@pytest.mark.parametrize(
    ("where", "selected"),
    [
        ('{division: {code: {eq: "450903107"}}}', [E1]),
        ('{division: {within: "450903107"}}', [E1, E2]),
        ('{division: {within: "450903"}}', [E1, E2, E3, E5]),
        ('{not: {division: {within: "450903"}}}', [E4]),
        ('{division: {parent: {code: {eq: "450903"}}}}', [E1, E3, E5]),
        ("{division: {}}", [E1, E2, E3, E5]),
        ("{branches: {some: {}}}", [E1, E2, E3]),
        ("{branches: {none: {}}}", [E4, E5]),
        ("{branches: {some: {kind: {eq: JOINT}}}}", [E2, E3]),
        ("{branches: {all: {kind: {eq: JOINT}}}}", [E2, E3, E4, E5]),  # all of none is true
        ("{branches: {none: {kind: {eq: SINGLE}}}}", [E2, E3, E4, E5]),
        ("{branches: {count: {gte: 1}}}", [E1, E2, E3]),
        ("{branches: {count: {eq: 0}}}", [E4, E5]),
        ("{branches: {count: {gte: 2}, when: ALL}}", [E1]),
        ("{branches: {some: {}, when: ENDED}}", [E1, E5]),
        ("{branches: {some: {}, when: COMING}}", [E1]),
        ("{not: {branches: {some: {kind: {eq: SINGLE}}}}}", [E2, E3, E4, E5]),
        ("{branches: {some: {enterprises: {count: {gte: 2}}}}}", [E2, E3]),
        ("{brandsTies: {some: {}, when: ALL, tie: {until: {isUnknown: false}}}}", [E1]),
        ("{brandsTies: {count: {eq: 2}, when: ALL}}", [E1]),
        ('{branchesTies: {some: {}, tie: {from: {gte: "2020"}}}}', [E2]),
        ('{branchesTies: {some: {}, tie: {from: {isUnknown: true}, seen: {eq: "2021-01-01"}}}}', [E3]),
        ('{branchesTies: {none: {}, tie: {from: {lt: "2020"}}}}', [E2, E3, E4, E5]),
        ('{divisionTies: {some: {code: {eq: "450903107"}}, when: ENDED}}', [E3]),
        ("{requests: {count: {gte: 3}}}", [E1]),
        ("{requests: {some: {rating: {gte: 4}}}}", [E1]),
        ("{requests: {all: {rating: {gte: 3}}}}", [E3, E4, E5]),  # an unknown rating is not true
        ("{dispatches: {some: {post: {eq: FIRST_CHAIR}}}}", [E1]),
        ("{activists: {some: {}}}", [E1]),
    ],
)  # fmt: skip
def test_conditions_on_relations(town: Api, where: str, selected: list[str]) -> None:
    assert selects(town, where) == selected


@pytest.mark.parametrize(
    ("where", "selected"),
    [
        ('{target: {enterprise: {code: {eq: "ENT-1"}}}}', ["DSP-1"]),
        ("{target: {enterprise: {}}}", ["DSP-1"]),
        ("{target: {partyBranch: {}, industryBrand: {}}}", ["DSP-2", "DSP-3"]),
        ("{target: {partyBranch: {kind: {eq: SINGLE}}}}", []),
        ("{target: {}}", ["DSP-1", "DSP-2", "DSP-3"]),
    ],
)  # fmt: skip
def test_a_relation_to_several_types_is_asked_by_type(town: Api, where: str, selected: list[str]) -> None:
    assert selects(town, where, "dispatches") == selected


@pytest.mark.parametrize(
    ("where", "selected"),
    [
        ('{areas: {some: {division: {code: {eq: "450903107"}}}}}', ["AGY-1"]),
        ('{areas: {some: {division: {code: {eq: "450903108"}}}}}', []),
        ("{areas: {some: {division: {}}, when: ENDED}}", ["AGY-1"]),
        ("{areas: {count: {eq: 2}}}", ["AGY-1"]),
        ("{areas: {count: {eq: 3}, when: ALL}}", ["AGY-1"]),
        ("{areas: {all: {division: {}}}}", []),  # a park is none
        ("{areas: {all: {division: {}, industrialPark: {}}}}", ["AGY-1"]),
        ('{areasTies: {some: {}, when: ALL, tie: {until: {lt: "2021"}}}}', ["AGY-1"]),
        ('{areasTies: {count: {eq: 1}, when: ALL, tie: {until: {lt: "2021"}}}}', ["AGY-1"]),
    ],
)  # fmt: skip
def test_many_of_several_types(town: Api, where: str, selected: list[str]) -> None:
    assert selects(town, where, "agencies") == selected


def test_a_place_is_named_by_its_id_too(town: Api) -> None:
    place = str(GlobalId("Division", 2))
    assert selects(town, f'{{division: {{within: "{place}"}}}}') == [E1, E2]


@pytest.mark.parametrize(
    "where",
    [
        "{name: null}",
        "{name: {eq: null}}",
        "{employees: {gte: null}}",
        "{and: null}",
        "{not: null}",
        "{industry: {code: null}}",
        "{division: null}",
        "{branches: null}",
        "{branches: {some: null}}",
        "{branches: {count: null}}",
        "{branchesTies: {some: {}, tie: null}}",
        "{branchesTies: {some: {}, tie: {from: null}}}",
        "{dispatches: {some: {target: {enterprise: null}}}}",
        "{division: {within: null}}",
        '{division: {within: "999999"}}',
        '{division: {within: ""}}',
        '{division: {within: "ENT-1"}}',
        '{established: {gte: "soon"}}',
        '{employees: {gte: "50"}}',
        "{employees: {gte: 3000000000}}",
        "{ownership: {eq: ALIEN}}",
        '{phones: {has: "13812345678"}}',
        '{legalRepresentative: {eq: "王五"}}',
        "{nothing: {eq: 1}}",
        "{branches: {when: SOMETIMES}}",
    ],
)  # fmt: skip
def test_a_condition_that_says_nothing_or_of_nothing_known_is_bad_input(town: Api, where: str) -> None:
    query = f'{{ enterprises(where: {where}, asOf: "{DAY}") {{ totalCount }} }}'
    assert set(town.codes(query)) == {"BAD_INPUT"}


def test_the_id_of_another_type_or_day_is_no_place(town: Api) -> None:
    dated = town.data('{ division(code: "450903107", asOf: "2021-01-01") { id } }')["division"]["id"]
    for place in (str(GlobalId("Enterprise", 101)), str(GlobalId("Division", 99)), dated):
        query = (
            f'{{ enterprises(where: {{division: {{within: "{place}"}}}}, asOf: "{DAY}") {{ totalCount }} }}'
        )
        assert town.codes(query) == ["BAD_INPUT"]


@pytest.mark.parametrize("name", [name for name, each in NODE_TYPES.items() if each.about.in_graph])
def test_masked_fields_are_in_no_condition(name: str) -> None:
    where = CORE.type_map[f"{name}Where"]
    assert isinstance(where, GraphQLInputObjectType)
    personal = {field for field, each in fields_shown(name).items() if each.personal}
    assert not personal & where.fields.keys()
