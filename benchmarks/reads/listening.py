"""Serve an application on a free port of this machine, in one process, as `graph_api serve` does."""

import socket

import uvicorn
from starlette.types import ASGIApp


def serve(application: ASGIApp) -> None:
    """Serve until a signal; the port is printed once it is taken, and requests wait until we answer."""
    with socket.create_server(("127.0.0.1", 0), backlog=1024) as port:
        print(port.getsockname()[1], flush=True)
        config = uvicorn.Config(
            application, loop="uvloop", http="httptools", ws="none", lifespan="on", log_level="warning",
            access_log=False, server_header=False,
        )  # fmt: skip
        uvicorn.Server(config).run(sockets=[port])
