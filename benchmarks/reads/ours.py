"""The service as `python -m graph_api serve` runs it: started on a store, and its pages."""

import contextlib
import json
import sys
import time
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any, Final

import orjson

from benchmarks.reads.http_client import HttpClient, get, post
from benchmarks.reads.programs import PATIENCE, Program, alive, process
from benchmarks.reads.stores import Store
from graph_api import PROJECT
from graph_api.database.embedded import free_port

PAGE: Final = (PROJECT / "tests" / "contract" / "documents" / "enterprises.graphql").read_text(
    encoding="utf-8"
)
_PAUSE: Final = 0.02

Page = dict[str, Any]


@contextlib.contextmanager
def running(store: Store, folder: Path) -> Iterator[Program]:
    """The service on a store, ready to answer, for the length of the block."""
    port = free_port()
    environment = {
        "GRAPH_API_DATA": str(store.settings.data), "GRAPH_API_PORT": str(port), "GRAPH_API_SAMPLE": "no",
        "GRAPH_API_LOG_FORMAT": "json",
    }  # fmt: skip
    log = folder / f"service-{port}.log"
    with process([sys.executable, "-m", "graph_api", "serve"], environment, log) as started:
        deadline = time.monotonic() + PATIENCE
        while not _ready(port):
            alive(started, log, deadline)
            time.sleep(_PAUSE)
        yield Program(started.pid, port, log)


def _ready(port: int) -> bool:
    try:
        client = HttpClient(port)
    except ConnectionRefusedError:
        return False
    try:
        return bool(json.loads(client.ask(get("/readyz")))["status"] == "ready")
    except (RuntimeError, ConnectionError, TimeoutError):
        return False
    finally:
        client.close()


def asking(document: str, **variables: Any) -> bytes:
    """The whole request for a document."""
    return post("/graphql", orjson.dumps({"query": document, "variables": variables}))


def data(body: bytes) -> Page:
    """The data of an answer; raises RuntimeError for one with errors."""
    answer = json.loads(body)
    if answer.get("errors"):
        raise RuntimeError(f"the service says {answer['errors'][0]['message']}")
    found: Page = answer["data"]
    return found


def page(body: bytes) -> Page:
    """Its answer in the common shape, which is its own."""
    found: Page = data(body)["enterprises"]
    return found


def pages(service: Program, number: int, on: date, size: int) -> list[bytes]:
    """The requests for so many pages one after the other, each after the end of the one before."""
    client = HttpClient(service.port)
    found: list[bytes] = []
    after = None
    for _ in range(number):
        found.append(asking(PAGE, first=size, asOf=on, after=after))
        after = page(client.ask(found[-1]))["pageInfo"]["endCursor"]
    client.close()
    return found
