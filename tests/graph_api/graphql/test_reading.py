"""Nodes are fetched together: a few statements a level, however many nodes."""

import asyncio

import pytest
from neo4j import AsyncGraphDatabase

from graph_api.database.connection import Database
from graph_api.graphql.reading import INWARD, OUTWARD, Facts, Key, Reader
from tests.api_server import Api
from tests.graph_api.graphql.district import create

KEYS = [Key("Enterprise", 10), Key("Division", 2), Key("Division", 3), Key("Person", 20), Key("Division", 99)]


def read(database: Database, keys: list[Key]) -> tuple[list[Facts | None], int]:
    """The facts, and how many statements they took."""

    async def ask() -> tuple[list[Facts | None], int]:
        auth = (database.username, database.password)
        async with AsyncGraphDatabase.driver(database.uri, auth=auth) as driver:
            reader = Reader(driver, database.name)
            found = await asyncio.gather(*(reader.node(each) for each in keys))
            return list(found), reader.statements

    return asyncio.run(ask())


@pytest.fixture
def district(api: Api) -> Database:
    return create(api).database


def test_nodes_asked_for_together_take_a_statement_a_type(district: Database) -> None:
    found, statements = read(district, KEYS)
    assert [each and each.number for each in found] == [10, 2, 3, 20, None]
    assert statements == 3 + 1  # one each, and the ties that lead to people
    assert read(district, KEYS * 20)[1] == statements


def test_a_number_of_another_type_is_nobody(district: Database) -> None:
    assert read(district, [Key("Union", 10)])[0] == [None]


def test_facts_hold_properties_ties_and_observations(district: Database) -> None:
    enterprise = read(district, KEYS[:1])[0][0]
    assert enterprise is not None
    assert enterprise.properties["name"] == "甲厂"
    assert {(tie.kind, tie.other_type, tie.other_id) for tie in enterprise.outward} == {
        ("LOCATED_IN", "Division", 2),
        ("LOCATED_IN", "Division", 3),
    }
    assert sorted(each["day"] for each in enterprise.observations) == [20220701, 20220800]


def test_only_ties_to_one_node_at_a_time_are_read() -> None:
    assert OUTWARD["Enterprise"] == ["LOCATED_IN", "SITED_IN"]
    assert INWARD["Enterprise"] == []
    assert INWARD["Dispatch"] == ["BACKS", "LED_TO", "SERVES"]
    assert INWARD["Person"] == ["CHAIRED_BY", "IS", "SECRETARY"]
