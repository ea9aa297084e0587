"""Plans' values pass graph-core's executor whole; everything else of a document runs on it as ever."""

from tests.api_server import Api
from tests.graph_api.graphql.town import DAY


def test_what_a_plan_completed_stands_beside_what_the_executor_resolves(town: Api) -> None:
    query = f"""query Q($with: Boolean = false) {{
      __typename
      kind: __type(name: "Enterprise") {{ name }}
      first: enterprise(code: "ENT-1", asOf: "{DAY}") {{ ...Shown }}
      second: enterprise(code: "ENT-2", asOf: "2020-01-01") {{ ...Shown branches {{ code }} }}
      none: enterprise(code: "ENT-9") {{ name }}
      left_out: enterprise(code: "ENT-1") @include(if: $with) {{ name }}
      caseReport(asOf: "{DAY}") {{ asOf
        figures {{ __typename key subjects(first: 1) {{ __typename totalCount }} }} }}
    }}
    fragment Shown on Enterprise {{ __typename name employees }}"""
    found = town.data(query)
    figures = found.pop("caseReport")
    assert found == {
        "__typename": "Query",
        "kind": {"name": "Enterprise"},
        "first": {"__typename": "Enterprise", "name": "甲厂", "employees": 60},
        "second": {"__typename": "Enterprise", "name": "乙厂", "employees": None, "branches": []},
        "none": None,
    }
    assert figures["asOf"] == DAY
    assert {each["__typename"] for each in figures["figures"]} == {"CaseFigure"}
    assert list(found) == ["__typename", "kind", "first", "second", "none"]


def test_answers_name_the_day_of_each_field_by_its_key(town: Api) -> None:
    query = f"""{{
      a: enterprises(asOf: "{DAY}") {{ totalCount }}
      b: enterprise(code: "ENT-1", asOf: "2020-01-01") {{ code }}
    }}"""
    assert town.post(query).json()["extensions"]["asOf"] == {"a": DAY, "b": "2020-01-01"}


def test_a_field_asked_for_twice_must_be_the_same(town: Api) -> None:
    query = '{ enterprise(code: "ENT-1") { name name: code } }'
    assert set(town.codes(query)) == {"BAD_INPUT"}
    query = '{ enterprise(code: "ENT-1") { name name } enterprise(code: "ENT-1") { code } }'
    assert town.data(query) == {"enterprise": {"name": "甲厂", "code": "ENT-1"}}


def test_an_answer_in_parts_is_not_offered_and_breaks_nothing(town: Api) -> None:
    query = '{ enterprise(code: "ENT-1") { code ... @defer { name } } }'
    assert set(town.codes(query)) == {"BAD_INPUT"}
