"""Who answers the page: each contender with its program, its requests, and its answers in a common shape."""

import contextlib
import os
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any, Final, Protocol

import neo4j
import orjson

from benchmarks.reads import ours, peer
from benchmarks.reads.http_client import HttpClient, post
from benchmarks.reads.moment import Moment
from benchmarks.reads.programs import Program, program
from benchmarks.reads.statement import PAGE
from benchmarks.reads.stores import Store
from benchmarks.reads.tables import nested
from graph_api import PROJECT

DAY: Final = date(2025, 3, 1)
"""The day of the page: posts of both rounds are in force, and a later roster has seen other values."""
SIZE: Final = 100
PAGES: Final = 20
"""How many pages are walked through, so that nobody answers from the memory of one page alone."""

OURS: Final = "this service"
PEER_AS_OF: Final = "@neo4j/graphql, as of the day"
PEER_LIST: Final = "@neo4j/graphql, list form"
PEER_COUNTED: Final = "@neo4j/graphql, list form with the total"
TABLES: Final = "Cypher by hand over HTTP, flat tables"
NESTED: Final = "Cypher by hand over HTTP, nested page"
DRIVER: Final = "raw driver, no HTTP"
LOADERS: Final = "Strawberry with DataLoaders"

LOADERS_PAGE: Final = (PROJECT / "benchmarks" / "reads" / "dataloaders.graphql").read_text(encoding="utf-8")

Page = dict[str, Any]


class Client(Protocol):
    """One client of a contender."""

    def ask(self, request: Any, /) -> Any:
        """The answer to one of the contender's requests."""

    def close(self) -> None:
        """Let go of it."""


@dataclass(frozen=True, slots=True)
class Contender:
    """Its pages in order as `requests`; `shaped` gives an answer the common shape; `pid` is who works."""

    name: str
    pid: int
    requests: list[Any]
    client: Callable[[], Client]
    shaped: Callable[[Any], Page]


class DriverClient:
    """The driver itself as a client: a session of its own, one statement a page."""

    def __init__(self, driver: neo4j.Driver, database: str) -> None:
        """Open the session."""
        self._session = driver.session(database=database, default_access_mode=neo4j.READ_ACCESS)

    def ask(self, request: dict[str, Any]) -> neo4j.Record:
        """The one record of the page."""
        return self._session.run(PAGE, request).single(strict=True)

    def close(self) -> None:
        """End the session."""
        self._session.close()


def starts(store: Store) -> list[str]:
    """The codes after which the pages begin, the first one's empty."""
    statement = "MATCH (e:Enterprise) WHERE e.code > '' RETURN e.code ORDER BY e.code LIMIT $most"
    one = store.database
    with one.driver.session(database=one.name) as session:
        found = session.run(statement, most=SIZE * PAGES).value()
    ends: list[str] = found[SIZE - 1 :: SIZE]
    return ["", *ends[: len(found) // SIZE - 1]]


@contextlib.contextmanager
def this_service(store: Store, folder: Path) -> Iterator[Contender]:
    """Our own service on a store, for the length of the block."""
    with ours.running(store, folder) as service:
        requests = ours.pages(service, len(starts(store)), DAY, SIZE)
        yield Contender(OURS, service.pid, requests, lambda: HttpClient(service.port), ours.page)


@contextlib.contextmanager
def others(store: Store, folder: Path) -> Iterator[list[Contender]]:
    """Every other contender on a store, each started and idle, for the length of the block."""
    asked = [{"after": after, "first": SIZE} for after in starts(store)]
    dated = [each | Moment(DAY).parameters() for each in asked]
    plain = [orjson.dumps(each | {"asOf": DAY}) for each in asked]
    with contextlib.ExitStack() as stack:

        def python(module: str) -> Program:
            command = [sys.executable, "-m", f"benchmarks.reads.{module}"]
            return stack.enter_context(program(command, store.environment(), folder / f"{module}.log"))

        node = stack.enter_context(peer.running(store, folder))
        cypher, loaders = python("cypher_endpoint"), python("dataloader_endpoint")
        yield [
            _peer(PEER_AS_OF, node, peer.AS_OF, dated),
            _peer(PEER_LIST, node, peer.LIST, dated),
            _peer(PEER_COUNTED, node, peer.counting(peer.LIST), dated),
            Contender(
                TABLES, cypher.pid, [post("/tables", each) for each in plain],
                lambda: HttpClient(cypher.port), lambda body: nested(orjson.loads(body)),
            ),
            Contender(
                NESTED, cypher.pid, [post("/page", each) for each in plain],
                lambda: HttpClient(cypher.port), orjson.loads,
            ),
            Contender(
                DRIVER, os.getpid(), dated,
                lambda: DriverClient(store.database.driver, store.database.name), nested,
            ),
            Contender(
                LOADERS, loaders.pid,
                [ours.asking(LOADERS_PAGE, **each, asOf=DAY) for each in asked],
                lambda: HttpClient(loaders.port), ours.page,
            ),
        ]  # fmt: skip


def _peer(name: str, node: Program, document: str, variables: list[dict[str, Any]]) -> Contender:
    requests = [ours.asking(document, **each) for each in variables]
    return Contender(name, node.pid, requests, lambda: HttpClient(node.port), peer.page)
