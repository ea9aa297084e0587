"""The documents that callers send run unchanged on the sample district, without errors and with real data."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import httpx
import pytest
from graphql import FieldNode, GraphQLObjectType, TypeInfo, TypeInfoVisitor, Visitor, parse, print_ast, visit

from graph_api import PROJECT
from graph_api.graphql.published import CORE
from tests.api_server import Api
from tests.contract.figures import independent
from tests.sample_store import Sample

FOLDER = PROJECT / "examples" / "queries"
DOCUMENTS = sorted(FOLDER.glob("*.graphql"))
CONTRACT = PROJECT / "tests" / "contract" / "documents"

CASE = {
    "FIRST_CHAIRS": 60,
    "FIRST_SECRETARIES_OF_BRANDS": 20,
    "PEOPLE_DISPATCHED": 60,
    "POSTS": 80,
    "UNIONS_FOUNDED_VIA_BRANCH": 30,
    "ACTIVISTS": 212,
    "MEMBERS_DEVELOPED": 52,
    "TRAINING_PERSON_TIMES": 92,
    "PROBLEMS_SOLVED": 156,
    "TRAINING_BASES": 2,
}
"""The published figures on the case's day; of "more than 200" and "more than 150" the sample's own."""


@pytest.fixture(scope="module")
def http(running_api: Api, sample: Sample) -> httpx.Client:
    """The running API on the district."""
    assert sample.reports
    running_api.keeper.rebuild()
    return running_api.http


def ask(http: httpx.Client, document: Path, **variables: Any) -> Any:
    """The data of an answer without errors."""
    given = json.loads(document.with_suffix(".json").read_text(encoding="utf-8")) | variables
    body = {"query": document.read_text(encoding="utf-8"), "variables": given}
    answer = http.post("/graphql", json=body)
    assert answer.status_code == httpx.codes.OK
    assert "errors" not in answer.json(), answer.json()
    return answer.json()["data"]


def known(value: Any) -> Iterator[Any]:
    """Everything in an answer that is not unknown."""
    if isinstance(value, dict | list):
        for each in value.values() if isinstance(value, dict) else value:
            yield from known(each)
    elif value is not None:
        yield value


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda each: each.stem)
def test_a_document_runs_and_finds_something(http: httpx.Client, sample: Sample, document: Path) -> None:
    data = ask(http, document)
    assert sample.reports
    assert all(data.values())
    assert len(list(known(data))) >= 5


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda each: each.stem)
def test_a_document_is_explained_and_well_formed(document: Path) -> None:
    text = document.read_text(encoding="utf-8")
    assert text.startswith("# ")
    assert print_ast(parse(text))


def sent(http: httpx.Client, query: str, **variables: Any) -> Any:
    """The data of an answer without errors."""
    answer = http.post("/graphql", json={"query": query, "variables": variables})
    assert "errors" not in answer.json(), answer.json()
    return answer.json()["data"]


def contracted(name: str) -> str:
    return (CONTRACT / f"{name}.graphql").read_text(encoding="utf-8")


def test_the_list_page_runs_unchanged_over_all_its_pages(http: httpx.Client, sample: Sample) -> None:
    query, after, codes, pages = contracted("enterprises"), None, [], 0
    given = {"asOf": "2022-08-02", "orderBy": [{"field": "EMPLOYEES", "direction": "DESC"}]}
    while True:
        page = sent(http, query, after=after, **given)["enterprises"]
        codes += [each["node"]["code"] for each in page["edges"]]
        shown = [each["node"] for each in page["edges"]]
        assert page["pageInfo"]["hasPreviousPage"] == (pages > 0)
        pages, after = pages + 1, page["pageInfo"]["endCursor"]
        if pages == 1:
            assert len(shown) == 100
            for field in ("industry", "division", "park", "branches", "unions", "dispatches", "employees"):
                assert any(each[field] for each in shown), field
        if not page["pageInfo"]["hasNextPage"]:
            break
    records, _, _ = sample.database.driver.execute_query(
        "MATCH (e:Enterprise) RETURN collect(e.code) AS codes", database_=sample.database.name
    )
    assert len(codes) == len(set(codes)) == page["totalCount"]
    assert set(codes) == set(records[0]["codes"])


def test_the_list_page_takes_a_condition(http: httpx.Client, sample: Sample) -> None:
    where = {
        "division": {"within": "450903"},
        "branches": {"some": {}},
        "not": {"employees": {"lt": 50}},
    }
    found = sent(http, contracted("enterprises"), where=where, asOf="2022-08-02")["enterprises"]
    assert sample.reports
    assert found["totalCount"] > 0
    for each in found["edges"]:
        assert each["node"]["branches"]
        assert each["node"]["division"]["code"].startswith("450903")
        assert each["node"]["employees"] >= 50


LATER = {"coverage", "gaps", "stage"}
"""What an opened enterprise is to show beside, once the questions behind it are answered."""


def as_far_as_it_goes(query: str) -> tuple[str, set[str]]:
    """The document without the fields that the schema does not have, and the names of these."""
    missing: set[str] = set()
    info = TypeInfo(CORE)

    class Known(Visitor):
        def enter_field(self, node: FieldNode, *_: object) -> Any:
            parent = info.get_parent_type()
            if isinstance(parent, GraphQLObjectType) and node.name.value not in {
                *parent.fields,
                "__typename",
            }:
                missing.add(node.name.value)
                return self.REMOVE
            return self.IDLE

    return print_ast(visit(parse(query), TypeInfoVisitor(info, Known()))), missing


def test_an_opened_enterprise_shows_its_history_and_where_facts_came_from(
    http: httpx.Client, sample: Sample
) -> None:
    query, missing = as_far_as_it_goes(contracted("enterprise"))
    assert missing <= LATER
    records, _, _ = sample.database.driver.execute_query(
        """MATCH (e:Enterprise)<-[:RAISED_BY]-(:ServiceRequest) WHERE EXISTS { (e)<-[:POSTED_TO]-() }
        RETURN e.code AS code, count(*) AS requests ORDER BY requests DESC, code LIMIT 1""",
        database_=sample.database.name,
    )
    found = sent(http, query, code=records[0]["code"], asOf="2026-11-25")["enterprise"]
    assert found["dispatches"]
    assert found["requests"]["totalCount"] > 0
    assert found["observations"]
    assert {each["source"]["batch"]["code"][:4] for each in found["observations"]} == {"BAT-"}
    assert "name" in {each["field"] for each in found["provenance"]}
    assert all(each["batch"]["file"] and each["row"] for each in found["provenance"])


def test_the_search_box_runs_unchanged(http: httpx.Client, sample: Sample) -> None:
    found = sent(http, contracted("search"), text="福绵")["search"]
    assert sample.reports
    assert found["totalCount"] >= len(found["edges"]) > 0
    assert all(each["node"]["id"] and each["matched"] for each in found["edges"])


def report(http: httpx.Client, day: str, **others: Any) -> dict[str, Any]:
    figures = ask(http, FOLDER / "case-report.graphql", asOf=day, **others)["caseReport"]["figures"]
    return {each["key"]: each for each in figures}


def test_the_ten_figures_hold_on_the_day_of_the_case(http: httpx.Client, sample: Sample) -> None:
    figures = report(http, "2022-08-02")
    assert sample.reports
    assert {key: each["value"] for key, each in figures.items()} == CASE
    assert {key for key, each in figures.items() if each["lowerBound"]} == {"ACTIVISTS", "PROBLEMS_SOLVED"}


@pytest.mark.parametrize("day", ["2022-08-02", "2019-12-31", "2023-10-09", "2024-02-29", "2026-11-25"])
def test_each_figure_is_what_an_independent_statement_counts(
    http: httpx.Client, sample: Sample, day: str
) -> None:
    figures = report(http, day)
    counted = independent(sample.database, int(day.replace("-", "")))
    assert {key: each["value"] for key, each in figures.items()} == {
        key: value for key, (value, _) in counted.items()
    }
    assert {key: each["subjects"]["totalCount"] for key, each in figures.items()} == {
        key: subjects for key, (_, subjects) in counted.items()
    }


def test_the_towns_add_up_to_the_district_where_nothing_lies_in_two(
    http: httpx.Client, sample: Sample
) -> None:
    towns = [f"4509031{number:02}" for number in range(7, 13)]
    assert sample.reports
    whole = report(http, "2022-08-02", division="450903")
    parts = [report(http, "2022-08-02", division=town) for town in towns]
    for key in ("FIRST_CHAIRS", "PROBLEMS_SOLVED", "ACTIVISTS", "MEMBERS_DEVELOPED"):
        assert sum(each[key]["value"] for each in parts) == whole[key]["value"] == CASE[key], key
