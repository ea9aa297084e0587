"""Connections that hold without asking are ended; requests in flight at a signal are answered."""

import contextlib
import os
import signal
import socket
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
import uvicorn
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from graph_api.http_connection import MOST_HEAD_BYTES, HttpConnection
from tests.graph_api.commands.test_serve import free_port, service

LARGE = 64 << 20
HEAD = b"POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 2\r\n\r\n"


class Impatient(HttpConnection):
    head_seconds = 0.5
    fetching_seconds = 1.0


async def answer(request: Request) -> Response:
    body = await request.body()
    return Response(b"x" * LARGE if request.method == "GET" else body)


@pytest.fixture(scope="module")
def port() -> Iterator[int]:
    """A server with connections of little patience."""
    app = Starlette(routes=[Route("/", answer, methods=["GET", "POST"])])
    server = uvicorn.Server(uvicorn.Config(app, port=0, http=Impatient, ws="none", log_config=None))
    thread = threading.Thread(target=server.run)
    thread.start()
    while not server.started:
        time.sleep(0.01)
    found: int = server.servers[0].sockets[0].getsockname()[1]
    yield found
    server.should_exit = True
    thread.join(20)
    assert not thread.is_alive()


@contextmanager
def line(port: int, **options: Any) -> Iterator[socket.socket]:
    with socket.create_connection(("127.0.0.1", port), timeout=10, **options) as made:
        yield made


def rest(made: socket.socket) -> bytes:
    """Everything until the other side ends the connection, in order or not."""
    parts: list[bytes] = []
    with contextlib.suppress(ConnectionResetError):
        parts.extend(iter(lambda: made.recv(65536), b""))
    return b"".join(parts)


def drip(made: socket.socket, part: bytes, pause: float) -> None:
    """Send the same over and over; raises OSError once the other side has ended the connection."""
    for _ in range(100):
        made.sendall(part)
        time.sleep(pause)


def test_a_request_is_answered_and_the_connection_serves_the_next(port: int) -> None:
    with line(port) as made:
        for _ in range(2):
            made.sendall(HEAD + b"ok")
            assert made.recv(65536).endswith(b"ok")


@pytest.mark.parametrize(
    ("sent", "told"),
    [(b"", b""), (b"POST / HTTP/1.1\r\nHost: x\r\n", b"HTTP/1.1 408"), (b"\r\n", b"HTTP/1.1 408")],
)
def test_a_head_that_does_not_come_is_not_waited_for(port: int, sent: bytes, told: bytes) -> None:
    began = time.monotonic()
    with line(port) as made:
        made.sendall(sent)
        assert rest(made)[: len(told) or 1] == told
    assert time.monotonic() - began < 5


def test_nor_is_the_next_one_of_a_connection_that_drips(port: int) -> None:
    began = time.monotonic()
    with line(port) as made:
        made.sendall(HEAD + b"ok")
        assert made.recv(65536).endswith(b"ok")
        with pytest.raises((ConnectionResetError, BrokenPipeError)):
            drip(made, b"\r\n", pause=0.05)
    assert time.monotonic() - began < 4


def test_a_body_may_take_longer_than_a_head(port: int) -> None:
    with line(port) as made:
        made.sendall(HEAD)
        time.sleep(1)
        made.sendall(b"ok")
        assert made.recv(65536).endswith(b"ok")


def test_a_head_without_end_is_refused(port: int) -> None:
    with line(port) as made:
        made.sendall(b"GET / HTTP/1.1\r\nX: ")
        with pytest.raises((ConnectionResetError, BrokenPipeError)):
            drip(made, b"x" * (MOST_HEAD_BYTES // 8), pause=0.01)


def test_an_answer_that_nobody_fetches_is_let_go(port: int) -> None:
    began = time.monotonic()
    with line(port) as made:
        made.sendall(b"GET / HTTP/1.1\r\nHost: x\r\n\r\n")
        time.sleep(3)
        assert len(rest(made)) < LARGE
    assert time.monotonic() - began < 8


def test_a_request_in_flight_at_a_signal_is_answered_before_the_service_ends(tmp_path: Path) -> None:
    port = free_port()
    body = b'{"query":"{ __typename }"}'
    with service(tmp_path / "data", port) as (process, said), line(port) as made:
        made.sendall(b"POST /graphql HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\n")
        made.sendall(f"Content-Length: {len(body)}\r\n\r\n".encode() + body[:9])
        time.sleep(0.5)
        os.kill(process.pid, signal.SIGTERM)
        time.sleep(0.5)
        with pytest.raises(ConnectionRefusedError), line(port):
            pass
        made.sendall(body[9:])
        assert b'{"data":{"__typename":"Query"}' in rest(made)
        assert process.wait(40) == 0, said
