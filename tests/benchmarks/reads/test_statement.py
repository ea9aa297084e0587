"""The hand-written statement keeps the rules of valid time, also in cases that no synthetic district has."""

from datetime import date
from typing import Any, LiteralString

import neo4j
import pytest

from benchmarks.reads.moment import Moment
from benchmarks.reads.statement import PAGE
from benchmarks.reads.tables import nested

GRAPH: LiteralString = """
CREATE (a:Division:Entity {id: 1, code: 'D1', name: '甲镇'}),
  (b:Division:Entity {id: 2, code: 'D2', name: '乙镇'}),
  (park:IndustrialPark:Entity {id: 3, code: 'K1', name: '园'}),
  (e:Enterprise:Entity {id: 10, code: 'E1', name: '一厂', established: 20100000, industry: '1819'}),
  (f:Enterprise:Entity {id: 11, code: 'E2', name: '二厂', former_names: ['旧厂']}),
  (e)-[:LOCATED_IN {key: 1, seen: 20220720}]->(a), (e)-[:LOCATED_IN {key: 2, seen: 20240600}]->(b),
  (e)-[:SITED_IN {key: 3, seen: 20220720, until: 20230331}]->(park),
  (b1:PartyBranch:Entity {id: 20, code: 'B1', kind: 'SINGLE', established: 20190601, dissolved: 20240331}),
  (b1)-[:COVERS {key: 4}]->(e),
  (p:Person:Entity {id: 30, code: 'P1', name: '张三'}), (q:Person:Entity {id: 31, code: 'P2', name: '李四'}),
  (b1)-[:SECRETARY {key: 5, from: 20190601}]->(p), (b1)-[:SECRETARY {key: 6, from: 20230500}]->(q),
  (u:Union:Entity {id: 21, code: 'U1', established: 20230800}), (u)-[:COVERS {key: 7}]->(f),
  (u)-[:CHAIRED_BY {key: 8, from: 20230900, until: 20231031}]->(p),
  (x:Dispatch:Entity {id: 40, code: 'X1', post: 'FIRST_CHAIR', from: 20220500, until: 20240500}),
  (x)-[:POSTED_TO {key: 9}]->(f),
  (c:Cadre:Entity {id: 41, code: 'C1'}), (c)-[:SERVES {key: 10}]->(x), (c)-[:IS {key: 11}]->(q),
  (g:Agency:Entity {id: 50, code: 'A1', name: '甲局'}), (h:Agency:Entity {id: 51, code: 'A2', name: '乙局'}),
  (q)-[:WORKS_AT {key: 12, seen: 20220720}]->(g), (q)-[:WORKS_AT {key: 13, from: 20240101}]->(h),
  (g)-[:BACKS {key: 14, seen: 20220720}]->(x),
  (o:Observation:Entity {id: 60, code: 'O1', day: 20220720, employees: 50, full_members: 3}),
  (r:Observation:Entity {id: 61, code: 'O2', day: 20240600, employees: 60}),
  (o)-[:OF {key: 15}]->(e), (r)-[:OF {key: 16}]->(e)
"""


@pytest.fixture
def graph(driver: neo4j.Driver) -> neo4j.Driver:
    with driver.session(database="neo4j", notifications_min_severity="OFF") as session:
        session.run(GRAPH).consume()
    return driver


def page(driver: neo4j.Driver, on: date, after: str = "", first: int = 100) -> dict[str, Any]:
    """The page as of that day."""
    asked = {"after": after, "first": first, **Moment(on).parameters()}
    with driver.session(database="neo4j") as session:
        return nested(session.run(PAGE, asked).single(strict=True))


def nodes(driver: neo4j.Driver, on: date) -> dict[str, dict[str, Any]]:
    """The enterprises of the page by code."""
    return {each["node"]["code"]: each["node"] for each in page(driver, on)["edges"]}


def code(node: dict[str, Any] | None) -> str | None:
    return None if node is None else str(node["code"])


def test_a_place_holds_since_the_establishment_and_ends_where_the_next_begins(graph: neo4j.Driver) -> None:
    found = {
        on: code(nodes(graph, on)["E1"]["division"])
        for on in (
            date(2010, 6, 1),
            date(2010, 12, 31),
            date(2022, 1, 1),
            date(2024, 6, 29),
            date(2024, 6, 30),
        )
    }
    assert list(found.values()) == [None, "D1", "D1", "D1", "D2"]
    parks = [code(nodes(graph, on)["E1"]["park"]) for on in (date(2023, 3, 31), date(2023, 4, 1))]
    assert parks == ["K1", None]


def test_observed_values_come_field_by_field(graph: neo4j.Driver) -> None:
    seen = {on: nodes(graph, on)["E1"] for on in (date(2022, 7, 19), date(2024, 6, 29), date(2024, 6, 30))}
    assert [(each["employees"], each["fullMembers"]) for each in seen.values()] == [
        (None, None), (50, 3), (60, 3),
    ]  # fmt: skip


def test_offices_follow_one_another_and_end_with_the_organisation(graph: neo4j.Driver) -> None:
    on = [date(2023, 5, 30), date(2023, 5, 31), date(2024, 3, 31), date(2024, 4, 1)]
    branches = [nodes(graph, each)["E1"]["branches"] for each in on]
    assert [[code(each["secretary"]) for each in several] for several in branches] == [
        ["P1"],
        ["P2"],
        ["P2"],
        [],
    ]
    days = [date(2023, 8, 30), date(2023, 8, 31), date(2023, 9, 30), date(2023, 11, 1)]
    unions = [nodes(graph, each)["E2"]["unions"] for each in days]
    assert [[each["electedChair"] for each in several] for several in unions] == [
        [], [None], [{"name": "张三"}], [None],
    ]  # fmt: skip


def test_posts_are_those_that_certainly_hold(graph: neo4j.Driver) -> None:
    on = [date(2022, 5, 30), date(2022, 5, 31), date(2024, 5, 31), date(2024, 6, 1)]
    found = [nodes(graph, each)["E2"]["dispatches"] for each in on]
    assert [len(each) for each in found] == [0, 1, 1, 0]
    assert found[2] == [
        {
            "post": "FIRST_CHAIR", "from": "2022-05", "until": "2024-05",
            "cadre": {"code": "C1", "name": "李四", "agency": {"code": "A2", "name": "乙局"}},
            "backingAgency": {"code": "A1", "name": "甲局"},
        }
    ]  # fmt: skip
    assert nodes(graph, date(2022, 8, 1))["E2"]["dispatches"][0]["cadre"]["agency"]["code"] == "A1"


def test_a_page_goes_on_after_a_code_and_says_whether_more_follow(graph: neo4j.Driver) -> None:
    first = page(graph, date(2022, 8, 1), first=1)
    second = page(graph, date(2022, 8, 1), after=first["pageInfo"]["endCursor"], first=1)
    assert [first["totalCount"], second["totalCount"]] == [2, 2]
    assert [first["pageInfo"]["hasNextPage"], second["pageInfo"]["hasNextPage"]] == [True, False]
    assert [each["edges"][0]["node"]["formerNames"] for each in (first, second)] == [[], ["旧厂"]]
