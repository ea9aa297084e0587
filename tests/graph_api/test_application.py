"""The application around GraphQL: health, readiness, request ids, the log, a database that goes away."""

import json
import logging
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace

import httpx
import pytest

from benchmarks.wire import Wire
from graph_api.application import VERSION
from graph_api.database.connection import Database
from graph_api.settings import Settings
from tests.api_server import Api, codes, serving
from tests.journal import Journal

QUERY = {"query": '{ division(code: "1") { code } }'}


@contextmanager
def through_a_wire(settings: Settings, server: Database) -> Iterator[tuple[Wire, httpx.Client]]:
    """The API, whose database can be taken away."""
    wire = Wire(int(server.uri.rsplit(":", 1)[1]))
    database = replace(server, uri=f"bolt://127.0.0.1:{wire.port}")
    try:
        with serving(settings, database) as client:
            yield wire, client
    finally:
        wire.close()


def test_health_tells_version_and_revision(api: Api) -> None:
    api.create("CREATE (:Counter {name: 'revision', value: 41})")
    answer = api.http.get("/healthz")
    assert answer.status_code == httpx.codes.OK
    assert answer.json() == {"status": "ok", "version": VERSION, "revision": 41}


def test_it_is_ready_once_there_are_data(api: Api) -> None:
    answer = api.http.get("/readyz")
    assert answer.status_code == httpx.codes.SERVICE_UNAVAILABLE
    assert answer.json() == {"status": "not ready", "database": True, "migrations": True, "data": False}
    api.create("CREATE (:Entity:Division {id: 1, code: '1'})")
    answer = api.http.get("/readyz")
    assert answer.status_code == httpx.codes.OK
    assert answer.json() == {"status": "ready", "database": True, "migrations": True, "data": True}


def test_a_database_that_goes_away_is_unavailable_and_comes_back_by_itself(
    settings: Settings, database: Database
) -> None:
    with through_a_wire(settings, database) as (wire, client):
        assert client.post("/graphql", json=QUERY).json()["data"] == {"division": None}
        wire.sever()
        began = time.monotonic()
        answer = client.post("/graphql", json=QUERY)
        assert time.monotonic() - began < 10
        assert answer.status_code == httpx.codes.SERVICE_UNAVAILABLE
        assert codes(answer) == ["UNAVAILABLE"]
        assert client.get("/healthz").json() == {"status": "ok", "version": VERSION, "revision": None}
        assert client.get("/readyz").status_code == httpx.codes.SERVICE_UNAVAILABLE
        wire.target = int(database.uri.rsplit(":", 1)[1])
        answer = client.post("/graphql", json=QUERY)
        assert answer.status_code == httpx.codes.OK
        assert answer.json()["data"] == {"division": None}


def test_a_request_id_of_the_caller_is_kept_and_a_strange_one_replaced(api: Api) -> None:
    given = api.http.get("/healthz", headers={"x-request-id": "caller-1"}).headers["x-request-id"]
    made = api.http.get("/healthz", headers={"x-request-id": "a b\tc"}).headers["x-request-id"]
    assert given == "caller-1"
    assert made != "a b\tc"
    assert len(made) == 16


def test_every_answer_bears_security_headers(api: Api) -> None:
    for path in ("/", "/healthz", "/graphql", "/nothing"):
        headers = api.http.get(path).headers
        assert headers["x-content-type-options"] == "nosniff"
        assert headers["referrer-policy"] == "no-referrer"


def test_the_log_tells_of_a_request_without_what_it_carried(
    api: Api, caplog: pytest.LogCaptureFixture, journal: Journal
) -> None:
    caplog.set_level(logging.DEBUG)
    query = "query Q($name: String!) { enterprise(code: $name) { code } wrong: node(id: $name) { id } }"
    body = {"query": query.replace("ID!", "String!"), "variables": {"name": "张三13812345678"}}
    api.http.post("/graphql", json=body)
    api.http.post("/graphql", json={"query": '{ node(id: "李四13912345678") { id } }'})
    written = caplog.text + journal.until(lambda text: text.count("path='/graphql'") == 2)
    for secret in ("张三", "李四", "13812345678", "13912345678"):
        assert secret not in written


def test_a_fault_of_ours_shows_a_reference_number_and_nothing_else(
    api: Api, monkeypatch: pytest.MonkeyPatch, journal: Journal
) -> None:
    def broken(*_: object) -> None:
        raise RuntimeError("张三 13812345678")

    monkeypatch.setattr("graph_api.projection.picture.Picture.by_code", broken)
    answer = api.http.post("/graphql", json=QUERY)
    assert codes(answer) == ["INTERNAL"]
    error = answer.json()["errors"][0]
    reference = error["extensions"]["reference"]
    assert error["message"] == f"服务内部错误，编号 {reference}"
    assert "13812345678" not in answer.text
    written = journal.until(lambda text: "path='/graphql'" in text)
    assert reference in written
    assert "13812345678" not in written


def test_a_fault_outside_of_resolvers_is_told_alike(
    settings: Settings, database: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def broken(*_: object) -> None:
        raise RuntimeError("张三")

    monkeypatch.setattr("graph_api.graphql.answering.Answering.answer", broken)
    with serving(settings, database) as client:
        answer = client.post("/graphql", json=QUERY)
    assert answer.status_code == httpx.codes.INTERNAL_SERVER_ERROR
    assert codes(answer) == ["INTERNAL"]
    assert json.loads(answer.text)["errors"][0]["extensions"].keys() == {"code", "reference"}
