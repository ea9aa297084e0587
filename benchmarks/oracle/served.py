"""The service under examination, over HTTP in a thread of this process."""

import threading
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from typing import Any, Final

import httpx
import uvicorn
from starlette.applications import Starlette

from benchmarks.oracle.examination import Ask
from graph_api.application import application
from graph_api.database.connection import Database
from graph_api.http_connection import HttpConnection
from graph_api.settings import Settings

PATIENCE: Final = 100.0


@contextmanager
def listening(app: Starlette) -> Iterator[str]:
    """Run an application in a thread, as the service runs it; its address.

    Raises TimeoutError where it does not start, or does not end.
    """
    config = uvicorn.Config(app, port=0, loop="uvloop", http=HttpConnection, ws="none", log_config=None)
    server = uvicorn.Server(config)
    ready, startup = threading.Event(), server.startup

    async def started(*sockets: Any, **others: Any) -> None:
        await startup(*sockets, **others)
        ready.set()

    server.startup = started  # type: ignore[method-assign] # the only sign that the port is known
    thread = threading.Thread(target=server.run)
    thread.start()
    try:
        if not ready.wait(PATIENCE):
            raise TimeoutError
        yield f"http://127.0.0.1:{server.servers[0].sockets[0].getsockname()[1]}"
    finally:
        server.should_exit = True
        thread.join(PATIENCE)
    if thread.is_alive():
        raise TimeoutError


@contextmanager
def served(settings: Settings, database: Database) -> Iterator[Ask]:
    """Start the service on the database; what asks it. Raises TimeoutError where it does not start."""
    with (
        listening(application(settings, database)) as address,
        httpx.Client(base_url=address, timeout=PATIENCE) as client,
    ):
        yield _asking(client)


def _asking(client: httpx.Client) -> Ask:
    def ask(text: str, variables: Mapping[str, Any]) -> Mapping[str, Any]:
        body: Mapping[str, Any] = client.post("/graphql", json={"query": text, "variables": variables}).json()
        return body

    return ask
