"""What a node shows as of a day: values, to-one relations, names, masked persons."""

from typing import Any

import pytest

from tests.api_server import Api


def enterprise(api: Api, day: str, fields: str) -> Any:
    query = f'{{ enterprise(code: "ENT-10", asOf: "{day}") {{ {fields} }} }}'
    return api.data(query)["enterprise"]


@pytest.mark.parametrize(
    ("day", "employees", "bound"),
    [
        ("2022-06-30", None, None),  # before the first roster: unknown
        ("2022-07-01", 50, "EXACT"),
        ("2022-08-30", 50, "EXACT"),  # the roster of August is certain from its last day
        ("2022-08-31", 80, "AT_LEAST"),
    ],
)
def test_an_observed_count_is_that_of_the_day_with_its_bound(
    district: Api, day: str, employees: int | None, bound: str | None
) -> None:
    shown = enterprise(district, day, "employees employeesBound")
    assert shown == {"employees": employees, "employeesBound": bound}


def test_a_blank_cell_of_a_later_roster_ends_no_observation(district: Api) -> None:
    assert enterprise(district, "2025-01-01", "operatingStatus") == {"operatingStatus": "OPERATING"}


@pytest.mark.parametrize(
    ("day", "name"),
    [
        ("2018-12-30", None),  # established some day in 2018
        ("2018-12-31", "福绵镇"),
        ("2024-05-30", "福绵镇"),
        ("2024-05-31", "成均镇"),
    ],
)
def test_a_place_is_that_of_the_day(district: Api, day: str, name: str | None) -> None:
    shown = enterprise(district, day, "division { name parent { code } }")["division"]
    assert shown == (name and {"name": name, "parent": {"code": "450903"}})


def test_a_place_that_was_never_stated_is_unknown(district: Api) -> None:
    assert enterprise(district, "2022-08-02", "park { name }") == {"park": None}


def test_values_of_every_kind_are_shown(district: Api) -> None:
    shown = enterprise(
        district, "2022-08-02", "established ownership mature shortNames formerNames hasUnion closed"
    )
    assert shown == {
        "established": "2018",
        "ownership": "PRIVATE",
        "mature": True,
        "shortNames": ["甲"],
        "formerNames": [],
        "hasUnion": None,
        "closed": None,
    }


def test_terms_are_periods_with_open_ends(district: Api) -> None:
    found = district.data('{ partyBranch(code: "PBR-30") { terms { from until } } }')["partyBranch"]
    assert found["terms"] == [
        {"from": "2019-01-01", "until": "2021-12-31"},
        {"from": "2022-01", "until": None},
    ]


@pytest.mark.parametrize(
    ("day", "name"),
    [("2018-12-31", None), ("2022-08-30", "李四"), ("2022-08-31", "张三"), ("2026-01-01", "张三")],
)
def test_a_secretary_bears_the_full_name_in_that_post(district: Api, day: str, name: str | None) -> None:
    query = f'{{ partyBranch(code: "PBR-30", asOf: "{day}") {{ secretary {{ name }} }} }}'
    assert district.data(query)["partyBranch"]["secretary"] == (name and {"name": name})


@pytest.mark.parametrize(
    ("code", "day", "name"),
    [
        ("PER-21", "2018-12-31", "李*"),  # not yet secretary
        ("PER-21", "2022-08-02", "李四"),
        ("PER-21", "2022-08-31", "李*"),  # another has followed
        ("PER-22", "2023-01-31", "赵六"),  # elected chair through January
        ("PER-22", "2023-02-01", "赵*"),
        ("PER-20", "2018-01-01", "张三"),  # a cadre
    ],
)
def test_a_person_bears_the_full_name_only_while_in_a_public_post(
    district: Api, code: str, day: str, name: str
) -> None:
    query = f'{{ person(code: "{code}", asOf: "{day}") {{ name }} }}'
    assert district.data(query)["person"] == {"name": name}


def test_the_same_person_is_masked_as_an_activist(district: Api) -> None:
    query = """{
      activist(code: "ACT-50", asOf: "2022-08-02") { name employer { name } }
      partyBranch(code: "PBR-30", asOf: "2022-08-02") { secretary { name } }
    }"""
    assert district.data(query) == {
        "activist": {"name": "李*", "employer": {"name": "甲厂"}},
        "partyBranch": {"secretary": {"name": "李四"}},
    }


def test_personal_values_are_masked(district: Api) -> None:
    query = """{
      person(code: "PER-20") { birth phones gender }
      enterprise(code: "ENT-10") { phones legalRepresentative }
      stageEvent(code: "EVT-51") { membersNamed membersStatus }
      cadre(code: "CAD-40") { name publicContact agency { name } }
    }"""
    assert district.data(query) == {
        "person": {"birth": "1980", "phones": ["139****5678"], "gender": "FEMALE"},
        "enterprise": {"phones": ["138****5678"], "legalRepresentative": "王*"},
        "stageEvent": {"membersNamed": ["钱*", "孙*"], "membersStatus": ["FULL"]},
        "cadre": {"name": "张三", "publicContact": ["07752345678"], "agency": {"name": "区总工会"}},
    }


def test_a_composed_name_masks_the_person_in_it(district: Api) -> None:
    query = '{ appraisal(code: "APR-70", asOf: "2026-01-01") { name subject { __typename name } } }'
    assert district.data(query)["appraisal"] == {
        "name": "S1 · 李* · 2021",
        "subject": {"__typename": "Person", "name": "李*"},
    }


def test_a_dispatch_shows_who_where_and_backed_by_whom(district: Api) -> None:
    query = """{ dispatch(code: "DSP-60", asOf: "2022-02-01") {
      name post from until cadre { name } target { __typename code ... on Enterprise { established } }
      backingAgency { name } selection { code }
    } }"""
    assert district.data(query)["dispatch"] == {
        "name": "第一主席 · 甲厂 · 2022-01",
        "post": "FIRST_CHAIR",
        "from": "2022-01",
        "until": "2024-01",
        "cadre": {"name": "张三"},
        "target": {"__typename": "Enterprise", "code": "ENT-10", "established": "2018"},
        "backingAgency": {"name": "区总工会"},
        "selection": None,
    }


def test_an_event_leads_to_its_activist_on_any_day(district: Api) -> None:
    query = '{ stageEvent(code: "EVT-51", asOf: "2020-01-01") { date activist { code name } } }'
    assert district.data(query)["stageEvent"] == {
        "date": "2022-03",
        "activist": {"code": "ACT-50", "name": "李*"},
    }
