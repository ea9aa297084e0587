"""Reading of Neo4j what columns do not hold."""

import asyncio
from collections.abc import Awaitable, Callable
from typing import Any

import pytest
from neo4j.exceptions import ClientError, ServiceUnavailable

from graph_api.database.connection import Database
from graph_api.graphql.cold_reader import ColdReader


def read(database: Database, story: Callable[[ColdReader], Awaitable[Any]]) -> Any:
    """What the story finds with a reader of its own."""

    async def told() -> Any:
        async with database.async_driver() as driver:
            return await story(ColdReader(driver, database.name))

    return asyncio.run(told())


def test_records_of_a_statement_with_parameters(database: Database) -> None:
    async def story(reader: ColdReader) -> Any:
        found = await reader.run("UNWIND $numbers AS n RETURN n * 2 AS twice", numbers=[1, 2])
        return [each["twice"] for each in found], reader.statements

    assert read(database, story) == ([2, 4], 1)


def test_without_a_write_the_revision_is_0(database: Database) -> None:
    async def story(reader: ColdReader) -> int:
        return await reader.revision()

    assert read(database, story) == 0
    database.driver.execute_query("CREATE (:Counter {name: 'revision', value: 41})", database_=database.name)
    assert read(database, story) == 41


def test_it_writes_nothing(database: Database) -> None:
    async def story(reader: ColdReader) -> Any:
        return await reader.run("CREATE (n:Topic {code: 'T'}) RETURN n")

    with pytest.raises(ClientError):
        read(database, story)


@pytest.mark.parametrize("failures", [1, 2])
def test_a_connection_that_had_ended_is_replaced_once(
    database: Database, monkeypatch: pytest.MonkeyPatch, failures: int
) -> None:
    left = [ServiceUnavailable("gone")] * failures
    before = ColdReader._run

    async def run(reader: ColdReader, *given: Any) -> Any:
        if left:
            raise left.pop()
        return await before(reader, *given)

    monkeypatch.setattr(ColdReader, "_run", run)

    async def story(reader: ColdReader) -> int:
        return await reader.revision()

    if failures == 1:
        assert read(database, story) == 0
    else:
        with pytest.raises(ServiceUnavailable):
            read(database, story)
