"""Pages of a list: keyset cursors, both directions, totals, and what a cursor must not be used for."""

from datetime import date
from functools import partial
from typing import Any, LiteralString

import pytest

from graph_api.database.connection import Database
from graph_api.graphql.failures import BadInput
from graph_api.graphql.plans.pages import PAGE, Window, bound_to
from graph_api.graphql.request import Request
from tests.api_server import Api
from tests.graph_api.graphql.town import DAY, create

PAGED = """
query Page($first: Int, $after: String, $last: Int, $before: String, $day: Date, $where: EnterpriseWhere,
  $order: [EnterpriseOrder!] = [{field: MATURE, direction: DESC}, {field: EMPLOYEES}]) {
  enterprises(first: $first, after: $after, last: $last, before: $before, asOf: $day, where: $where,
    orderBy: $order) {
    totalCount
    edges { cursor node { code } }
    pageInfo { hasNextPage hasPreviousPage startCursor endCursor }
  }
}"""
ORDER = ["ENT-5", "ENT-1", "ENT-2", "ENT-3", "ENT-4"]


def page(api: Api, **variables: Any) -> Any:
    return api.data(PAGED, {"day": DAY, **variables})["enterprises"]


def codes(found: Any) -> list[str]:
    return [each["node"]["code"] for each in found["edges"]]


def facts(found: Any) -> tuple[list[str], bool, bool]:
    info = found["pageInfo"]
    assert found["totalCount"] == len(ORDER)
    assert info["startCursor"] == (found["edges"][0]["cursor"] if found["edges"] else None)
    assert info["endCursor"] == (found["edges"][-1]["cursor"] if found["edges"] else None)
    return codes(found), info["hasNextPage"], info["hasPreviousPage"]


ORDERS = [
    ([{"field": "MATURE", "direction": "DESC"}, {"field": "EMPLOYEES"}], ORDER),
    ([{"field": "OWNERSHIP"}], ["ENT-2", "ENT-1", "ENT-3", "ENT-4", "ENT-5"]),  # equal and unknown ones
    ([{"field": "MATURE", "direction": "DESC"}], ["ENT-1", "ENT-5", "ENT-2", "ENT-3", "ENT-4"]),
    ([{"field": "ESTABLISHED", "direction": "DESC"}], ["ENT-5", "ENT-1", "ENT-2", "ENT-3", "ENT-4"]),
    ([{"field": "NOT_BUILT_BECAUSE"}], ["ENT-1", "ENT-2", "ENT-3", "ENT-4", "ENT-5"]),
    ([{"field": "NAME"}], ["ENT-4", "ENT-3", "ENT-2", "ENT-5", "ENT-1"]),
]


@pytest.mark.parametrize(("order", "rows"), ORDERS)
@pytest.mark.parametrize("size", [1, 2, 5, 6])
def test_pages_forward_and_backward_show_every_row_once(
    town: Api, size: int, order: list[dict[str, str]], rows: list[str]
) -> None:
    forward: list[str] = []
    after = None
    while True:
        found = page(town, first=size, after=after, order=order)
        forward += codes(found)
        after = found["pageInfo"]["endCursor"]
        assert found["pageInfo"]["hasPreviousPage"] == (len(forward) > size)
        if not found["pageInfo"]["hasNextPage"]:
            break
    backward: list[str] = []
    before = None
    while True:
        found = page(town, last=size, before=before, order=order)
        backward = codes(found) + backward
        before = found["pageInfo"]["startCursor"]
        if not found["pageInfo"]["hasPreviousPage"]:
            break
    assert forward == backward == rows


def test_a_window_may_be_cut_from_both_sides(town: Api) -> None:
    cursors = [each["cursor"] for each in page(town)["edges"]]
    assert facts(page(town)) == (ORDER, False, False)
    assert facts(page(town, after=cursors[0], before=cursors[4])) == (ORDER[1:4], True, True)
    assert facts(page(town, first=2, after=cursors[0], before=cursors[4])) == (ORDER[1:3], True, True)
    assert facts(page(town, last=2, after=cursors[0], before=cursors[4])) == (ORDER[2:4], True, True)
    assert facts(page(town, last=2)) == (ORDER[3:], False, True)
    assert facts(page(town, first=2)) == (ORDER[:2], True, False)
    assert facts(page(town, after=cursors[4])) == ([], False, True)
    assert facts(page(town, before=cursors[0])) == ([], True, False)
    assert codes(page(town, after=cursors[3], before=cursors[1])) == []


def test_without_a_size_a_page_has_fifty(town: Api) -> None:
    assert Window.of({}, 500) == Window(PAGE, None, None, None)
    assert Window.of({"last": 500, "first": None}, 500) == Window(None, 500, None, None)
    found = town.data("{ enterprises(first: null, after: null) { nodes { code } pageInfo { __typename } } }")
    assert len(found["enterprises"]["nodes"]) == 5
    assert found["enterprises"]["pageInfo"] == {"__typename": "PageInfo"}


@pytest.mark.parametrize(
    ("arguments", "where"),
    [
        ({"first": 2, "last": 2}, "first"),
        ({"first": -1}, "first"),
        ({"first": 0}, "first"),
        ({"last": 0}, "last"),
        ({"last": -3}, "last"),
        ({"first": 501}, "first"),
        ({"last": 501}, "last"),
    ],
)
def test_sizes_that_contradict_or_are_out_of_range_are_bad_input(
    arguments: dict[str, Any], where: str
) -> None:
    with pytest.raises(BadInput) as caught:
        Window.of(arguments, 500)
    assert caught.value.where == where


@pytest.mark.parametrize("text", ["first: 1, last: 1", "first: -1", "first: 0", "last: 0", "first: 1.5"])
def test_they_are_so_over_the_wire(town: Api, text: str) -> None:
    assert town.codes(f"{{ enterprises({text}) {{ totalCount }} }}") == ["BAD_INPUT"]


@pytest.mark.parametrize("text", ["first: 501", "last: 501"])
def test_a_page_beyond_the_limit_is_refused_before_any_work(town: Api, text: str) -> None:
    assert set(town.codes(f"{{ enterprises({text}) {{ totalCount }} }}")) <= {"BAD_INPUT", "TOO_COSTLY"}


def test_a_cursor_fits_its_own_list_filter_order_and_day_alone(town: Api) -> None:
    cursor = page(town, first=1)["pageInfo"]["endCursor"]
    assert codes(page(town, first=1, after=cursor)) == ["ENT-1"]
    assert codes(page(town, last=3, after=cursor)) == ORDER[2:]  # another size is the same list
    others: list[dict[str, Any]] = [
        {"where": {"mature": {"eq": True}}},
        {"order": [{"field": "MATURE", "direction": "DESC"}]},
        {"order": [{"field": "MATURE"}, {"field": "EMPLOYEES"}]},
        {"order": []},
        {"day": "2022-08-03"},
        {"day": None},
    ]
    for each in others:
        for side in ("after", "before"):
            assert town.codes(PAGED, {"day": DAY, side: cursor, **each}) == ["BAD_INPUT"], (side, each)
    elsewhere = f'{{ unions(after: "{cursor}", asOf: "{DAY}") {{ totalCount }} }}'
    assert town.codes(elsewhere) == ["BAD_INPUT"]


@pytest.mark.parametrize("text", ["", "x", "ENT-1", "你好", "MQ", "A" * 60])
def test_a_made_up_cursor_is_bad_input(town: Api, text: str) -> None:
    for side in ("after", "before"):
        assert town.codes(PAGED, {"day": DAY, side: text}) == ["BAD_INPUT"]


def test_the_same_condition_written_otherwise_is_the_same_list() -> None:
    one = bound_to(("enterprises",), {"where": {"a": {"eq": 1}, "b": {"in": ["x"]}}}, masking=True)
    assert one == bound_to(("enterprises",), {"where": {"b": {"in": ["x"]}, "a": {"eq": 1}}}, masking=True)
    assert one != bound_to(("enterprises",), {"where": {"a": {"eq": 1}, "b": {"in": ["y"]}}}, masking=True)
    assert one != bound_to(("unions",), {"where": {"a": {"eq": 1}, "b": {"in": ["x"]}}}, masking=True)
    assert one != bound_to(("enterprises",), {"where": {"a": {"eq": 1}, "b": {"in": ["x"]}}}, masking=False)


def test_a_list_without_a_day_keeps_its_first_day_over_midnight(
    town: Api, monkeypatch: pytest.MonkeyPatch
) -> None:
    def today_is(day: date) -> None:
        monkeypatch.setattr("graph_api.graphql.answering.Request", partial(Request, today=day))

    today_is(date(2022, 7, 30))
    first = town.post(PAGED, {"first": 2}).json()
    cursor = first["data"]["enterprises"]["pageInfo"]["endCursor"]
    today_is(date(2022, 7, 31))  # on which ENT-1 employs 60, no longer 50
    second = town.post(PAGED, {"first": 2, "after": cursor}).json()
    assert codes(first["data"]["enterprises"]) == ["ENT-5", "ENT-1"]
    assert codes(second["data"]["enterprises"]) == ["ENT-2", "ENT-3"]
    assert second["extensions"]["asOf"] == {"enterprises": "2022-07-30"}
    assert town.codes(PAGED, {"after": cursor, "day": "2022-07-31"}) == ["BAD_INPUT"]
    assert town.post(PAGED, {"after": cursor, "day": "2022-07-30"}).json()["extensions"]["asOf"] == {
        "enterprises": "2022-07-30"
    }


DELETE: LiteralString = "MATCH (e:Enterprise {code: $code}) DETACH DELETE e"
RENAME: LiteralString = "MATCH (e:Enterprise {code: $code}) SET e.mature = false"


def test_paging_goes_on_where_the_row_of_the_cursor_was(running_api: Api, database: Database) -> None:
    api = create(running_api)
    assert api.database is database
    cursor = page(api, first=2)["pageInfo"]["endCursor"]
    api.create(DELETE, code="ENT-1")
    assert codes(page(api, first=2, after=cursor)) == ["ENT-2", "ENT-3"]
    assert codes(page(api, last=5, before=cursor)) == ["ENT-5"]
    api.create(RENAME, code="ENT-5")  # moves behind the cursor: shown where it is now
    found = page(api, after=cursor)
    assert codes(found) == ["ENT-5", "ENT-2", "ENT-3", "ENT-4"]
    assert found["totalCount"] == 4
