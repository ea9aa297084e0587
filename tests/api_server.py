"""The API over HTTP on the tests' Neo4j: one real server for the whole run.

api     asks it, on a database that is empty but for what the test creates
"""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from typing import Any, LiteralString

import httpx
import pytest

from benchmarks.oracle.served import listening
from graph_api.application import application
from graph_api.database.connection import Database
from graph_api.projection.keeper import Keeper
from graph_api.settings import Settings

CASE_DAY = date(2022, 8, 2)


@dataclass(frozen=True, slots=True)
class Api:
    """A running API, and the database behind it."""

    http: httpx.Client
    database: Database
    keeper: Keeper

    def create(self, statement: LiteralString, **parameters: object) -> None:
        """Write a small graph by hand; how the statement is run is of no interest."""
        name = self.database.name
        with self.database.driver.session(database=name, notifications_min_severity="OFF") as session:
            session.run(statement, parameters).consume()
        self.keeper.rebuild()

    def post(self, query: str, variables: dict[str, Any] | None = None, **headers: str) -> httpx.Response:
        """Send a document."""
        body = {"query": query, "variables": variables}
        sent = {name.replace("_", "-"): value for name, value in headers.items()}
        return self.http.post("/graphql", json=body, headers=sent)

    def data(self, query: str, variables: dict[str, Any] | None = None, **headers: str) -> Any:
        """The data of an answer without errors."""
        answer = self.post(query, variables, **headers)
        body = answer.json()
        assert "errors" not in body, body
        assert answer.status_code == httpx.codes.OK
        return body["data"]

    def codes(self, query: str, variables: dict[str, Any] | None = None, **headers: str) -> list[str]:
        """The codes of an answer's errors."""
        return codes(self.post(query, variables, **headers))


def codes(answer: httpx.Response) -> list[str]:
    """The codes of an answer's errors."""
    return [each["extensions"]["code"] for each in answer.json()["errors"]]


@contextmanager
def serving(settings: Settings, database: Database) -> Iterator[httpx.Client]:
    """A server in a thread, and a client for it."""
    with serving_api(settings, database) as api:
        yield api.http


@contextmanager
def serving_api(settings: Settings, database: Database) -> Iterator[Api]:
    """A server in a thread, with what is behind it."""
    made = application(settings, database)
    with listening(made) as address, httpx.Client(base_url=address, timeout=30) as client:
        yield Api(client, database, made.state.service.answering.keeper)


@pytest.fixture(scope="session")
def running_api(settings: Settings, server: Database) -> Iterator[Api]:
    """The running API of the whole run."""
    with serving_api(settings, server) as api:
        yield api


@pytest.fixture
def api(running_api: Api, database: Database) -> Api:
    """The running API on an empty database."""
    running_api.keeper.rebuild()
    return Api(running_api.http, database, running_api.keeper)
