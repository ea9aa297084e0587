"""An answer is true of one revision, also while others write."""

import asyncio
from dataclasses import replace

import pytest
from neo4j import AsyncGraphDatabase
from neo4j.exceptions import ServiceUnavailable

from graph_api.database.connection import Database
from graph_api.graphql.answering import TRIES, Answer, Answering, Call
from graph_api.graphql.cold_reader import ColdReader
from graph_api.graphql.days import today
from graph_api.graphql.documents import prepare
from graph_api.graphql.published import CORE
from graph_api.projection.keeper import Keeper
from tests.api_server import Api
from tests.graph_api.graphql.district import create

CALL = Call('{ enterprise(code: "ENT-10") { name division { name } } }')
COLD = Call('{ enterprise(code: "ENT-10") { provenance { field } } }')
KEY = b"k" * 32
Revisions = list[int | Exception]


def answer(
    database: Database, call: Call = CALL, language: str = "zh", *, masking: bool = True, stale: bool = False
) -> Answer:
    """Ask in process, of a picture read before."""

    async def ask() -> Answer:
        auth = (database.username, database.password)
        async with AsyncGraphDatabase.driver(database.uri, auth=auth) as driver:
            answering = Answering(driver, database.name, keeper, KEY, masking, stale=stale)
            return await answering.answer(call, prepare(CORE, call.query), language)

    with Keeper(database.driver, database.name) as keeper:
        assert keeper.picture is not None
        return asyncio.run(ask())


@pytest.fixture
def revisions(api: Api, monkeypatch: pytest.MonkeyPatch) -> Revisions:
    """What each look at the revision finds, in order and taken out as it does; then what is there."""
    create(api)
    told: Revisions = []
    before = ColdReader.revision

    async def revision(reader: ColdReader) -> int:
        found = told.pop(0) if told else await before(reader)
        if isinstance(found, Exception):
            raise found
        return found

    monkeypatch.setattr(ColdReader, "revision", revision)
    return told


def test_an_answer_names_the_revision_that_it_is_true_of(revisions: Revisions, database: Database) -> None:
    assert revisions == []
    body = answer(database).body
    assert body["data"] == {"enterprise": {"name": "甲厂", "division": {"name": "成均镇"}}}
    assert body["extensions"]["revision"] == 7
    assert "stale" not in body["extensions"]


def test_a_write_between_columns_and_cold_fields_starts_the_answer_anew(
    revisions: Revisions, database: Database
) -> None:
    revisions += [7, 8, 7, 7]
    assert answer(database, COLD).body["extensions"]["revision"] == 7
    assert revisions == []


def test_writes_without_end_are_unavailable(revisions: Revisions, database: Database) -> None:
    revisions += [7, 8] * TRIES
    found = answer(database, COLD)
    assert revisions == []
    assert found.status == 503
    assert [each["extensions"]["code"] for each in found.body["errors"]] == ["UNAVAILABLE"]


def test_an_answer_from_columns_alone_needs_no_second_look(revisions: Revisions, database: Database) -> None:
    revisions += [7, 8]
    assert answer(database).body["extensions"]["revision"] == 7
    assert revisions == [8]


def test_a_database_that_is_away_is_unavailable_unless_answers_may_go_on_from_memory(
    revisions: Revisions, database: Database
) -> None:
    revisions.append(ServiceUnavailable("away"))
    assert answer(database).status == 503
    revisions.append(ServiceUnavailable("away"))
    found = answer(database, stale=True)
    assert found.body["data"]["enterprise"]["name"] == "甲厂"
    assert found.body["extensions"] == {"revision": 7, "asOf": {"enterprise": str(today())}, "stale": True}
    revisions.append(ServiceUnavailable("away"))
    assert answer(database, replace(CALL, min_revision=8), stale=True).status == 503


def test_a_database_that_was_set_back_is_read_anew(revisions: Revisions, database: Database) -> None:
    async def ask(answering: Answering) -> Answer:
        return await answering.answer(CALL, prepare(CORE, CALL.query), "zh")

    async def before_and_after() -> list[Answer]:
        auth = (database.username, database.password)
        async with AsyncGraphDatabase.driver(database.uri, auth=auth) as driver:
            answering = Answering(driver, database.name, keeper, KEY)
            before = await ask(answering)
            with database.driver.session(database=database.name) as session:
                session.run("MATCH (c:Counter {name: 'revision'}) SET c.value = 3").consume()
                session.run("MATCH (e:Enterprise {code: 'ENT-10'}) SET e.name = '旧厂'").consume()
            return [before, await ask(answering)]

    assert revisions == []
    with Keeper(database.driver, database.name) as keeper:
        found = asyncio.run(before_and_after())
    told = [(each.body["data"]["enterprise"]["name"], each.body["extensions"]["revision"]) for each in found]
    assert told == [("甲厂", 7), ("旧厂", 3)]


def test_what_is_wrong_with_a_document_is_told_in_the_language_asked_for(database: Database) -> None:
    found = answer(database, Call("query A { __typename } query B { __typename }"), "en")
    assert found.status == 400
    assert found.body["errors"][0]["message"] == ("the document has 2 operations → name one in operationName")


def test_an_office_may_turn_masking_off_on_its_own_machine(revisions: Revisions, database: Database) -> None:
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
