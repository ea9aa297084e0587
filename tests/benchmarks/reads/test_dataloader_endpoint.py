"""Strawberry with DataLoaders answers the page, with one statement a relation."""

import asyncio
import contextlib
import sys
from datetime import date
from pathlib import Path
from typing import Any, LiteralString

import neo4j

from benchmarks.reads import ours
from benchmarks.reads.contenders import DAY, LOADERS_PAGE, SIZE
from benchmarks.reads.cypher_endpoint import connected
from benchmarks.reads.dataloader_endpoint import Reading
from benchmarks.reads.dataloader_types import Rows
from benchmarks.reads.http_client import HttpClient
from benchmarks.reads.keyed_statements import BY_RELATION
from benchmarks.reads.programs import program
from benchmarks.reads.sameness import difference
from benchmarks.reads.stores import Store


def test_it_answers_the_page(district: Store, expected: dict[str, Any], tmp_path: Path) -> None:
    command = [sys.executable, "-m", "benchmarks.reads.dataloader_endpoint"]
    with (
        program(command, district.environment(), tmp_path / "log") as server,
        contextlib.closing(HttpClient(server.port)) as client,
    ):
        page = ours.page(client.ask(ours.asking(LOADERS_PAGE, first=SIZE, after="", asOf=DAY)))
    assert difference(expected, page) is None
    assert page["totalCount"] == 130


class Counting(Reading):
    """A reading that counts its statements."""

    statements = 0

    async def record(self, statement: LiteralString, **parameters: object) -> neo4j.Record:
        self.statements += 1
        return await super().record(statement, **parameters)


def test_a_relation_is_one_statement_for_all_who_ask(district: Store, expected: dict[str, Any]) -> None:
    nodes = [each["node"] for each in expected["edges"]]

    async def read(on: date) -> tuple[list[Rows], int]:
        async with connected(district.environment()) as driver:
            reading = Counting(driver, district.database.name, on)
            loader = reading.loaders["division"]
            return await asyncio.gather(*(loader.load(each["id"]) for each in nodes)), reading.statements

    divisions, statements = asyncio.run(read(DAY))
    assert statements == 1
    assert [each[-1][1] for each in divisions] == [each["division"]["code"] for each in nodes]


def test_every_statement_runs(district: Store) -> None:
    async def read() -> dict[str, list[Rows]]:
        async with connected(district.environment()) as driver:
            reading = Reading(driver, district.database.name, DAY)
            return {name: await loader.load_many([-1]) for name, loader in reading.loaders.items()}

    assert asyncio.run(read()) == {name: [[]] for name in BY_RELATION}
