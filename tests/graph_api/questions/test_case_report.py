"""The ten figures, each at the edge of its definition, and by division."""

from typing import Any

import pytest

from tests.api_server import Api
from tests.graph_api.questions.case import CASE, OUTCOMES

QUERY = """query CaseReport($asOf: Date, $division: String) {
  caseReport(asOf: $asOf, division: $division) {
    asOf
    figures {
      key label value lowerBound reported definition
      subjects(first: 500) { totalCount nodes { code } }
    }
  }
}"""

ON_THE_DAY = {
    "FIRST_CHAIRS": ["D50", "D51"],  # D53 may have begun in August, D52 ended the day before
    "FIRST_SECRETARIES_OF_BRANDS": ["D54"],
    "PEOPLE_DISPATCHED": ["C40", "C41"],
    "POSTS": ["D50", "D51", "D54"],
    "UNIONS_FOUNDED_VIA_BRANCH": ["U60", "U61"],
    "ACTIVISTS": ["X110", "X111", "X112", "X113"],  # X115 is in no union
    "MEMBERS_DEVELOPED": ["X112"],
    "TRAINING_PERSON_TIMES": ["T90", "T91"],
    "PROBLEMS_SOLVED": ["R80", "R81"],
    "TRAINING_BASES": ["S100", "S102"],
}


@pytest.fixture
def case(api: Api) -> Api:
    api.create(CASE)
    api.create(OUTCOMES)
    return api


def report(api: Api, day: str, division: str | None = None, **headers: str) -> dict[str, Any]:
    """The figures by key."""
    data = api.data(QUERY, {"asOf": day, "division": division}, **headers)["caseReport"]
    assert data["asOf"] == day
    return {each["key"]: each for each in data["figures"]}


def subjects(figures: dict[str, Any]) -> dict[str, list[str]]:
    return {key: [one["code"] for one in each["subjects"]["nodes"]] for key, each in figures.items()}


def test_each_figure_counts_what_it_defines(case: Api) -> None:
    assert subjects(report(case, "2022-08-02")) == ON_THE_DAY


def test_a_value_is_the_number_of_its_subjects_and_of_trainings_their_person_times(case: Api) -> None:
    figures = report(case, "2022-08-02")
    values = {key: each["value"] for key, each in figures.items()}
    counts = {key: each["subjects"]["totalCount"] for key, each in figures.items()}
    assert counts == {key: len(each) for key, each in ON_THE_DAY.items()}
    assert values == counts | {"TRAINING_PERSON_TIMES": 2 + 40}  # two are listed, whatever was stated


def test_the_day_after_and_the_day_before_count_otherwise(case: Api) -> None:
    before, after = subjects(report(case, "2022-08-01")), subjects(report(case, "2022-08-03"))
    assert before["FIRST_CHAIRS"] == ["D50", "D51", "D52"]
    assert after["FIRST_CHAIRS"] == ["D50"]
    assert subjects(report(case, "2022-08-31"))["FIRST_CHAIRS"] == ["D50", "D53"]
    assert (before["UNIONS_FOUNDED_VIA_BRANCH"], after["UNIONS_FOUNDED_VIA_BRANCH"]) == (
        ["U60"],
        ["U60", "U61", "U62"],
    )
    assert (before["MEMBERS_DEVELOPED"], after["MEMBERS_DEVELOPED"]) == ([], ["X112", "X113"])
    assert before["TRAINING_BASES"] == ["S100", "S101"]
    assert after["PROBLEMS_SOLVED"] == ["R80", "R81", "R82"]


def test_long_before_there_was_nothing(case: Api) -> None:
    assert subjects(report(case, "1990-01-01")) == {key: [] for key in ON_THE_DAY}


@pytest.mark.parametrize(
    ("division", "expected"),
    [
        ("450903", ON_THE_DAY),
        (
            "450903107",
            {
                "FIRST_CHAIRS": ["D50"],
                "FIRST_SECRETARIES_OF_BRANDS": [],
                "PEOPLE_DISPATCHED": ["C40"],
                "POSTS": ["D50"],
                "UNIONS_FOUNDED_VIA_BRANCH": ["U60"],
                "ACTIVISTS": ["X110", "X111"],
                "MEMBERS_DEVELOPED": [],
                "TRAINING_PERSON_TIMES": ["T91"],
                "PROBLEMS_SOLVED": ["R80"],
                "TRAINING_BASES": ["S100"],
            },
        ),
        (
            "450903108",  # by the park in it
            {
                "FIRST_CHAIRS": ["D51"],
                "FIRST_SECRETARIES_OF_BRANDS": ["D54"],
                "PEOPLE_DISPATCHED": ["C40", "C41"],
                "POSTS": ["D51", "D54"],
                "UNIONS_FOUNDED_VIA_BRANCH": [],
                "ACTIVISTS": ["X112", "X113"],
                "MEMBERS_DEVELOPED": ["X112"],
                "TRAINING_PERSON_TIMES": [],
                "PROBLEMS_SOLVED": ["R81"],
                "TRAINING_BASES": ["S102"],
            },
        ),
    ],
)
def test_with_a_division_a_figure_counts_what_lies_in_it(
    case: Api, division: str, expected: dict[str, list[str]]
) -> None:
    # the second union covers nobody and has no place: it lies nowhere
    wanted = expected | {
        "UNIONS_FOUNDED_VIA_BRANCH": [u for u in expected["UNIONS_FOUNDED_VIA_BRANCH"] if u != "U61"]
    }
    assert subjects(report(case, "2022-08-02", division)) == wanted


def test_an_unknown_division_is_not_found(case: Api) -> None:
    answer = case.post(QUERY, {"division": "110101"}).json()
    assert answer["data"] == {"caseReport": None}
    assert [each["extensions"]["code"] for each in answer["errors"]] == ["NOT_FOUND"]


def test_a_division_may_be_named_by_its_id(case: Api) -> None:
    place = case.data('{ division(code: "450903107") { id } }')["division"]["id"]
    assert subjects(report(case, "2022-08-02", place))["FIRST_CHAIRS"] == ["D50"]


def test_more_than_stays_a_lower_bound(case: Api) -> None:
    figures = report(case, "2022-08-02")
    assert {key for key, each in figures.items() if each["lowerBound"]} == {"ACTIVISTS", "PROBLEMS_SOLVED"}


def test_texts_come_in_the_language_asked_for(case: Api) -> None:
    chinese = report(case, "2022-08-02")["FIRST_CHAIRS"]
    english = report(case, "2022-08-02", accept_language="en")["FIRST_CHAIRS"]
    assert (chinese["label"], english["label"]) == ("第一主席", "First Chairs")
    assert english["definition"] == "dispatches as First Chair in force on the day"
    assert english["reported"] == "60 First Chairs"


def test_subjects_come_page_by_page_at_most(case: Api) -> None:
    query = """query Q($first: Int!) { caseReport(asOf: "2022-08-02") {
      figures { subjects(first: $first) { totalCount nodes { id } } } } }"""
    first = case.data(query, {"first": 1})["caseReport"]["figures"]
    assert [len(each["subjects"]["nodes"]) for each in first] == [1] * 10
    assert first[0]["subjects"]["totalCount"] == 2
    for wrong, code in ((-1, "BAD_INPUT"), (501, "TOO_COSTLY")):
        assert set(case.codes(query, {"first": wrong})) == {code}
