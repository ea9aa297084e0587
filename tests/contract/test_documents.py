"""The documents that callers send run unchanged on the sample district, without errors and with real data."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import httpx
import pytest
from graphql import parse, print_ast

from graph_api import PROJECT
from tests.contract.figures import independent
from tests.sample_store import Sample

FOLDER = PROJECT / "examples" / "queries"
DOCUMENTS = sorted(FOLDER.glob("*.graphql"))

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
