"""The service under examination, over HTTP in a thread of this process."""

import threading
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from typing import Any, Final

import httpx
import uvicorn

from benchmarks.oracle.examination import Ask
from graph_api.application import application
from graph_api.database.connection import Database
from graph_api.settings import Settings

PATIENCE: Final = 60.0


@contextmanager
def served(settings: Settings, database: Database) -> Iterator[Ask]:
    """Start the service on the database; what asks it. Raises TimeoutError where it does not start."""
    config = uvicorn.Config(
        application(settings, database), port=0, loop="uvloop", http="httptools", ws="none", log_config=None
    )
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
        port = server.servers[0].sockets[0].getsockname()[1]
        with httpx.Client(base_url=f"http://127.0.0.1:{port}", timeout=PATIENCE) as client:
            yield _asking(client)
    finally:
        server.should_exit = True
        thread.join(PATIENCE)


def _asking(client: httpx.Client) -> Ask:
    def ask(text: str, variables: Mapping[str, Any]) -> Mapping[str, Any]:
        body: Mapping[str, Any] = client.post("/graphql", json={"query": text, "variables": variables}).json()
        return body

    return ask
