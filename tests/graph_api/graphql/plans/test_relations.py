"""What nodes are tied to: lists, pages, the ties themselves, as of a day and by `when`."""

from typing import Any

import pytest

from tests.api_server import Api
from tests.graph_api.graphql.town import DAY


def asked(api: Api, root: str, fields: str, day: str = DAY) -> Any:
    """One root field by code: its only value."""
    name, code = root.split(" ")
    return api.data(f'{{ it: {name}(code: "{code}", asOf: "{day}") {{ {fields} }} }}')["it"]


@pytest.mark.parametrize(
    ("day", "codes"),
    [
        ("2018-12-31", []),
        ("2019-01-01", ["PBR-1"]),
        ("2020-01-01", ["PBR-1", "PBR-2"]),
        ("2021-12-31", ["PBR-1", "PBR-2"]),  # the last day is in it
        ("2022-01-01", ["PBR-1"]),
        ("2025-01-01", ["PBR-1", "PBR-4"]),
    ],
)
def test_a_list_shows_the_ties_that_certainly_hold_on_the_day(town: Api, day: str, codes: list[str]) -> None:
    assert asked(town, "enterprise ENT-1", "branches { code }", day) == {
        "branches": [{"code": each} for each in codes]
    }


def test_a_tie_from_a_month_holds_certainly_from_its_last_day(town: Api) -> None:
    for day, codes in (("2020-06-29", []), ("2020-06-30", ["PBR-2"])):
        found = asked(town, "enterprise ENT-2", "branches { code }", day)
        assert [each["code"] for each in found["branches"]] == codes


@pytest.mark.parametrize(
    ("when", "codes"),
    [
        ("IN_FORCE", ["PBR-1"]),
        ("ENDED", ["PBR-2"]),
        ("COMING", ["PBR-4"]),
        ("ALL", ["PBR-1", "PBR-2", "PBR-4"]),
    ],
)
def test_when_chooses_among_the_ties(town: Api, when: str, codes: list[str]) -> None:
    found = asked(town, "enterprise ENT-1", f"branches(when: {when}) {{ code }}")
    assert [each["code"] for each in found["branches"]] == codes


def test_no_tie_outlives_a_dissolved_branch(town: Api) -> None:
    last = asked(town, "enterprise ENT-5", "branches { code }", "2021-06-30")
    after = asked(
        town, "enterprise ENT-5", "branches { code } gone: branches(when: ENDED) { code }", "2021-07-01"
    )
    assert last == {"branches": [{"code": "PBR-3"}]}
    assert after == {"branches": [], "gone": [{"code": "PBR-3"}]}


def test_ties_are_shown_with_their_recorded_days_and_the_node(town: Api) -> None:
    found = asked(
        town,
        "enterprise ENT-1",
        "brandsTies(when: ALL) { __typename from until seen node { __typename code } }",
    )
    node = {"__typename": "IndustryBrand", "code": "BRD-1"}
    assert found["brandsTies"] == [
        {
            "__typename": "EnterpriseBrandsTie",
            "from": "2020-01-01",
            "until": "2020-12-31",
            "seen": None,
            "node": node,
        },
        {
            "__typename": "EnterpriseBrandsTie",
            "from": "2022-01-01",
            "until": None,
            "seen": None,
            "node": node,
        },
    ]


def test_ties_bear_what_is_their_own(town: Api) -> None:
    found = asked(town, "activist ACT-1", "mentorsTies { role from node { code name } }")
    assert found["mentorsTies"] == [
        {"role": "CONTACT", "from": "2022-01", "node": {"code": "MEM-1", "name": "张*"}}
    ]
    found = asked(town, "agency AGY-1", "competencesTies { capacity node { code } }")
    assert found["competencesTies"] == [{"capacity": 5, "node": {"code": "PRODUCTION"}}]


def test_the_ties_of_a_place_show_where_a_subject_was_and_is(town: Api) -> None:
    text = "divisionTies{} {{ from node {{ name }} }}"
    before, now = (
        {"from": "2019-01-01", "node": {"name": "福绵镇"}},
        {"from": "2022-01", "node": {"name": "成均镇"}},
    )
    fields = " ".join(
        f"{name}: {text.format(f'(when: {when})')}"
        for name, when in (("now", "IN_FORCE"), ("gone", "ENDED"), ("to_come", "COMING"), ("all", "ALL"))
    )
    assert asked(town, "enterprise ENT-3", fields) == {
        "now": [now],
        "gone": [before],
        "to_come": [],
        "all": [before, now],
    }
    assert asked(town, "enterprise ENT-3", "division { name }", "2022-01-30") == {
        "division": {"name": "福绵镇"}
    }
    assert asked(town, "enterprise ENT-3", "division { name }", "2022-01-31") == {
        "division": {"name": "成均镇"}
    }


def test_the_one_that_follows_may_be_of_another_type(town: Api) -> None:
    fields = "superior { __typename code name ... on PartyBranch { kind } }"
    assert asked(town, "partyBranch PBR-1", fields, "2022-05-31") == {
        "superior": {"__typename": "PartyBranch", "code": "PBR-2", "name": "联合党支部", "kind": "JOINT"}
    }
    assert asked(town, "partyBranch PBR-1", fields, "2022-06-01") == {
        "superior": {"__typename": "Agency", "code": "AGY-1", "name": "区总工会"}
    }


def test_a_list_of_several_types_shows_each_as_what_it_is(town: Api) -> None:
    fields = "areas { __typename code ... on Division { level } ... on IndustrialPark { label: name } }"
    assert asked(town, "agency AGY-1", fields) == {
        "areas": [
            {"__typename": "Division", "code": "450903107", "level": "TOWNSHIP"},
            {"__typename": "IndustrialPark", "code": "PRK-5", "label": "园区"},
        ]
    }


def test_nodes_that_several_lead_to_are_the_same_everywhere(town: Api) -> None:
    query = f'{{ enterprises(asOf: "{DAY}") {{ nodes {{ branches {{ code superior {{ name }} }} }} }} }}'
    found = town.data(query)["enterprises"]["nodes"]
    joint = {"code": "PBR-2", "superior": {"name": "区总工会"}}
    alone = {"code": "PBR-1", "superior": {"name": "区总工会"}}
    assert [each["branches"] for each in found] == [[alone], [joint], [joint], [], []]


REQUESTS = """
query Q($first: Int, $after: String, $last: Int, $before: String, $day: Date = "2022-08-02",
  $code: String = "ENT-1",
  $where: ServiceRequestWhere) {
  enterprise(code: $code, asOf: $day) {
    requests(first: $first, after: $after, last: $last, before: $before, where: $where,
      orderBy: [{field: RATING, direction: DESC}]) {
      totalCount
      pageInfo { hasNextPage hasPreviousPage endCursor startCursor }
      edges { cursor node { code } }
    }
  }
}"""


def requests(api: Api, **variables: Any) -> Any:
    return api.data(REQUESTS, variables)["enterprise"]["requests"]


def numbers(found: Any) -> list[int]:
    return [int(each["node"]["code"].removeprefix("REQ-")) for each in found["edges"]]


def test_a_relation_in_pages_has_filter_order_and_cursors_of_its_own(town: Api) -> None:
    found = requests(town, first=2)
    assert numbers(found) == [2, 4]  # rated 5 and 4; the one of 2023 is to come, REQ-3 is not rated
    assert found["totalCount"] == 4
    rest = requests(town, first=5, after=found["pageInfo"]["endCursor"])
    assert numbers(rest) == [1, 3]
    assert (rest["pageInfo"]["hasNextPage"], rest["pageInfo"]["hasPreviousPage"]) == (False, True)
    assert numbers(requests(town, last=1)) == [3]
    assert numbers(requests(town, last=2, before=rest["pageInfo"]["startCursor"])) == [2, 4]
    assert numbers(requests(town, where={"rating": {"gte": 4}})) == [2, 4]
    assert numbers(requests(town, where={"raisedOn": {"lt": "2022-03"}})) == [1]
    assert requests(town, where={"rating": {"isUnknown": True}})["totalCount"] == 1


def test_a_cursor_of_one_node_s_list_fits_no_other_s(town: Api) -> None:
    cursor = requests(town, first=1)["pageInfo"]["endCursor"]
    for others in (
        {"code": "ENT-2"},
        {"day": "2022-08-03"},
        {"where": {"rating": {"gte": 4}}},
    ):
        assert town.codes(REQUESTS, {"after": cursor, **others}) == ["BAD_INPUT"]
    query = f'{{ serviceRequests(after: "{cursor}", asOf: "{DAY}") {{ totalCount }} }}'
    assert town.codes(query) == ["BAD_INPUT"]
    assert town.codes(REQUESTS, {"first": 1, "last": 1}) == ["BAD_INPUT"]
    assert town.codes(REQUESTS, {"first": -1}) == ["BAD_INPUT"]


def test_pages_of_relations_nest(town: Api) -> None:
    query = f"""{{ divisions(where: {{level: {{eq: TOWNSHIP}}}}, asOf: "{DAY}") {{ nodes {{ name
      enterprises(orderBy: {{field: CODE, direction: DESC}}, first: 1) {{ totalCount
        edges {{ node {{ code requests(first: 1) {{ totalCount nodes {{ code topic {{ name }} }} }} }} }}
      }}
    }} }} }}"""
    assert town.data(query)["divisions"]["nodes"] == [
        {
            "name": "福绵镇",
            "enterprises": {
                "totalCount": 1,
                "edges": [
                    {
                        "node": {
                            "code": "ENT-1",
                            "requests": {
                                "totalCount": 4,
                                "nodes": [{"code": "REQ-1", "topic": {"name": "生产"}}],
                            },
                        }
                    }
                ],
            },
        },
        {
            "name": "成均镇",
            "enterprises": {
                "totalCount": 2,
                "edges": [{"node": {"code": "ENT-5", "requests": {"totalCount": 0, "nodes": []}}}],
            },
        },
    ]


def test_a_page_takes_ties_of_another_time(town: Api) -> None:
    text = "enterprises(when: {}) {{ totalCount nodes {{ code }} }}"
    found = asked(
        town,
        "division 450903107",
        " ".join(f"{when.lower()}: {text.format(when)}" for when in ("IN_FORCE", "ENDED", "COMING", "ALL")),
    )
    assert {name: [each["code"] for each in one["nodes"]] for name, one in found.items()} == {
        "in_force": ["ENT-1"],
        "ended": ["ENT-3"],
        "coming": [],
        "all": ["ENT-1", "ENT-3"],
    }


def test_two_stays_are_two_of_a_list_but_one_row_of_a_page(town: Api) -> None:
    fields = "brands(when: ALL) { code } brandsTies(when: ALL) { from }"
    found = asked(town, "enterprise ENT-1", fields)
    assert found["brands"] == [{"code": "BRD-1"}, {"code": "BRD-1"}]
    assert len(found["brandsTies"]) == 2
    found = asked(town, "industryBrand BRD-1", "enterprises(when: ALL) { totalCount nodes { code } }")
    assert found["enterprises"] == {"totalCount": 1, "nodes": [{"code": "ENT-1"}]}


def test_an_activist_s_employer_is_found_through_the_person(town: Api) -> None:
    found = asked(town, "enterprise ENT-1", "activists { totalCount nodes { code name employer { code } } }")
    assert found["activists"] == {
        "totalCount": 1,
        "nodes": [{"code": "ACT-1", "name": "李*", "employer": {"code": "ENT-1"}}],
    }
    assert asked(town, "activist ACT-1", "employer { code }", "2021-12-31") == {"employer": None}
