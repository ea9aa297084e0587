"""One real Neo4j for the whole run of tests: embedded, migrated, and emptied before each test that asks.

    database    the open Database, empty but for its structure
    settings    the Settings by which commands reach that same Neo4j

With NEO4J_URI set the same tests run against that Neo4j, which must hold nothing of worth.

A statement that makes Neo4j notify about anything (an unknown name, a cartesian product, something
deprecated) fails its test.
"""

import logging
import os
import subprocess
import sys
from collections.abc import Iterator

import neo4j
import pytest

from graph_api import PROJECT
from graph_api.database import jars
from graph_api.database.connection import Database, open_database
from graph_api.settings import Settings

MB = 1 << 20
PLAIN = {name: text for name, text in os.environ.items() if not name.startswith(("NEO4J_", "GRAPH_API_"))}
"""The environment without settings of the service."""

_EMPTY = """
MATCH (n) WHERE NOT n:Migration AND NOT n:MigrationLock
CALL (n) { DETACH DELETE n } IN TRANSACTIONS OF 10000 ROWS
"""


def pytest_sessionstart() -> None:
    """Bring Neo4j's jars in a process of its own: in this one sockets reach this machine alone."""
    if not all((jars.FOLDER / jar.file).exists() for jar in jars.locked()):
        subprocess.run(
            [sys.executable, "-m", "graph_api", "database", "fetch"], cwd=PROJECT, env=PLAIN, check=True
        )


@pytest.fixture(scope="session")
def settings(tmp_path_factory: pytest.TempPathFactory) -> Settings:
    if "NEO4J_URI" in os.environ:
        return Settings.from_environment(os.environ)
    return Settings(data=tmp_path_factory.mktemp("neo4j"), sample=False, heap=1024 * MB, page_cache=256 * MB)


@pytest.fixture(scope="session")
def server(settings: Settings) -> Iterator[Database]:
    """The running Neo4j, with whatever the last test left in it."""
    with open_database(settings, purpose="tests") as database:
        yield database


@pytest.fixture
def database(server: Database) -> Database:
    """The running Neo4j, empty."""
    empty(server)
    return server


def empty(server: Database) -> None:
    """Take out everything but the structure."""
    with server.driver.session(database=server.name) as session:
        session.run(_EMPTY).consume()


@pytest.fixture
def driver(database: Database) -> neo4j.Driver:
    """A driver for the empty database, whose name is `neo4j`."""
    return database.driver


@pytest.fixture(autouse=True)
def _no_notifications() -> Iterator[None]:
    """Fail the test whose statements Neo4j had something to say about."""
    seen: list[str] = []

    class Keep(logging.Handler):
        def emit(self, record: logging.LogRecord) -> None:
            seen.append(record.getMessage())

    keeper, logger = Keep(), logging.getLogger("neo4j.notifications")
    level = logger.level
    logger.addHandler(keeper)
    logger.setLevel(logging.INFO)
    yield
    logger.removeHandler(keeper)
    logger.setLevel(level)
    assert seen == []
