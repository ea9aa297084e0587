"""An answer is true of one revision, also while others write."""

import asyncio
from collections.abc import Iterator

import pytest
from neo4j import AsyncGraphDatabase

from graph_api.database.connection import Database
from graph_api.graphql.answering import TRIES, Answer, Answering, Call
from graph_api.graphql.reading import Reader
from tests.api_server import Api
from tests.graph_api.graphql.district import create

CALL = Call('{ enterprise(code: "ENT-10") { name division { name } } }')


def answer(database: Database, call: Call = CALL, language: str = "zh", *, masking: bool = True) -> Answer:
    """Ask in process."""

    async def ask() -> Answer:
        auth = (database.username, database.password)
        async with AsyncGraphDatabase.driver(database.uri, auth=auth) as driver:
            return await Answering(driver, database.name, masking).answer(call, language)

    return asyncio.run(ask())


@pytest.fixture
def revisions(api: Api, monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """What each look at the revision finds, in order; empty: what is there."""
    create(api)
    told: list[int] = []
    found: Iterator[int] = iter(told)
    before = Reader.revision

    async def revision(reader: Reader) -> int:
        real = await before(reader)
        return next(found, real)

    monkeypatch.setattr(Reader, "revision", revision)
    return told


def test_an_answer_names_the_revision_that_held_before_and_after(
    revisions: list[int], database: Database
) -> None:
    assert revisions == []
    body = answer(database).body
    assert body["data"] == {"enterprise": {"name": "甲厂", "division": {"name": "成均镇"}}}
    assert body["extensions"]["revision"] == 7


def test_a_write_in_between_starts_the_answer_anew(revisions: list[int], database: Database) -> None:
    revisions += [7, 8, 8, 8]
    assert answer(database).body["extensions"]["revision"] == 8


def test_writes_without_end_are_unavailable(revisions: list[int], database: Database) -> None:
    revisions += range(1, 2 * TRIES + 1)
    found = answer(database)
    assert found.status == 503
    assert [each["extensions"]["code"] for each in found.body["errors"]] == ["UNAVAILABLE"]


def test_an_answer_without_reads_needs_no_second_look(revisions: list[int], database: Database) -> None:
    revisions += [7, 8]
    assert answer(database, Call("{ __typename }")).body["extensions"] == {"revision": 7, "asOf": {}}


def test_what_is_wrong_with_a_document_is_told_in_the_language_asked_for(database: Database) -> None:
    found = answer(database, Call("query A { __typename } query B { __typename }"), "en")
    assert found.status == 400
    assert found.body["errors"][0]["message"] == ("the document has 2 operations → name one in operationName")


def test_an_office_may_turn_masking_off_on_its_own_machine(revisions: list[int], database: Database) -> None:
    assert revisions == []
    query = """{
      person(code: "PER-20") { name birth phones }
      activist(code: "ACT-50") { name }
      enterprise(code: "ENT-10") { legalRepresentative }
    }"""
    assert answer(database, Call(query), masking=False).body["data"] == {
        "person": {"name": "张三", "birth": "1980-05-12", "phones": ["13912345678"]},
        "activist": {"name": "李四"},
        "enterprise": {"legalRepresentative": "王五"},
    }
