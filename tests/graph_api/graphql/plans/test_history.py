"""Where facts came from and what was observed when, asked of Neo4j one statement a field."""

from typing import Any

import pytest

from graph_api.graphql.cold_reader import ColdReader
from graph_api.graphql.plans.history import COLD_FIELDS, OBSERVED, PROVENANCE
from tests.api_server import Api
from tests.graph_api.graphql.town import DAY


def enterprise(api: Api, fields: str, day: str = DAY) -> Any:
    return api.data(f'{{ enterprise(code: "ENT-1", asOf: "{day}") {{ {fields} }} }}')["enterprise"]


def test_each_field_comes_from_the_row_whose_value_is_in_force(town: Api) -> None:
    found = enterprise(town, "provenance { __typename field sheet row batch { __typename code file } }")
    first = {"__typename": "ImportBatch", "code": "BAT-1", "file": "一月.xlsx"}
    second = {"__typename": "ImportBatch", "code": "BAT-2", "file": "七月.xlsx"}
    assert found["provenance"] == [
        {"__typename": "Provenance", "field": "mature", "sheet": "表二", "row": 9, "batch": second},
        {"__typename": "Provenance", "field": "name", "sheet": "表一", "row": 4, "batch": first},
        {"__typename": "Provenance", "field": "shortNames", "sheet": "表一", "row": 4, "batch": first},
    ]


def test_observations_run_until_the_next_one_and_name_their_source(town: Api) -> None:
    fields = """observations(field: "employees") {
      __typename value number bound from until source { __typename sheet row batch { code } }
    }"""
    unknown = {"__typename": "Source", "sheet": None, "row": None, "batch": None}
    source = {"__typename": "Source", "sheet": "表一", "row": 4, "batch": {"code": "BAT-1"}}
    assert enterprise(town, fields)["observations"] == [
        {
            "__typename": "ObservedValue",
            "value": "50",
            "number": 50,
            "bound": "EXACT",
            "from": "2022-01-01",
            "until": "2022-07",
            "source": source,
        },
        {
            "__typename": "ObservedValue",
            "value": "60",
            "number": 60,
            "bound": "EXACT",
            "from": "2022-07",
            "until": None,
            "source": unknown,
        },
    ]
    assert enterprise(town, fields, "2021-01-01") == enterprise(town, fields)  # history is of no day


def test_values_of_every_kind_are_told_as_text(town: Api) -> None:
    fields = """
      branch: observations(field: "hasBranch") { value number bound }
      status: observations(field: "operatingStatus") { value number bound from }
      why: observations(field: "notBuiltBecause") { value }
    """
    assert enterprise(town, fields) == {
        "branch": [{"value": "true", "number": None, "bound": None}],
        "status": [{"value": "OPERATING", "number": None, "bound": None, "from": "2022-07"}],
        "why": [],
    }


def test_a_bound_is_told_with_its_count(town: Api) -> None:
    query = '{ enterprises { nodes { code observations(field: "employees") { number bound } } } }'
    found = {each["code"]: each["observations"] for each in town.data(query)["enterprises"]["nodes"]}
    assert found["ENT-2"] == [{"number": 50, "bound": "ABOUT"}]
    assert found["ENT-3"] == [{"number": 100, "bound": "AT_LEAST"}]
    assert found["ENT-4"] == []


@pytest.mark.parametrize("field", ["name", "", "nothing", "employees_bound", "full_members", "phones"])
def test_a_field_that_does_not_change_has_no_observations(town: Api, field: str) -> None:
    query = 'query Q($field: String!) { enterprise(code: "ENT-1") { observations(field: $field) { value } } }'
    assert town.codes(query, {"field": field}) == ["BAD_INPUT"]


def test_nodes_of_a_page_share_one_statement_a_field(town: Api, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[object] = []
    before = ColdReader.run

    async def run(reader: ColdReader, statement: Any, **parameters: object) -> Any:
        asked.append(statement)
        return await before(reader, statement, **parameters)

    monkeypatch.setattr(ColdReader, "run", run)
    query = """{
      enterprises { nodes { provenance { field batch { provenance { field } } } a: provenance { row } } }
      again: enterprises(where: {name: {eq: "没有"}}) { nodes { provenance { field } } }
      one: enterprise(code: "ENT-1") {
        observations(field: "employees") { source { batch { provenance { field } } } }
        branches { provenance { field } superior { ... on PartyBranch { provenance { field } } } }
      }
    }"""
    assert town.data(query)["one"]["observations"]
    assert asked.count(PROVENANCE) <= 7
    assert asked.count(OBSERVED) == 1


def test_what_is_asked_of_the_database_is_that_and_nothing_else() -> None:
    assert set(COLD_FIELDS) == {"provenance", "observations"}
