"""An application is served on a port of its own, which it says before it answers."""

import contextlib
import sys
from pathlib import Path

from benchmarks.reads.http_client import HttpClient, get
from benchmarks.reads.programs import program

SERVES = """
from benchmarks.reads.listening import serve
from starlette.applications import Starlette
from starlette.responses import PlainTextResponse
from starlette.routing import Route
serve(Starlette(routes=[Route("/", lambda request: PlainTextResponse("here"))]))
"""


def test_its_first_line_is_its_port(tmp_path: Path) -> None:
    with (
        program([sys.executable, "-c", SERVES], {}, tmp_path / "log") as running,
        contextlib.closing(HttpClient(running.port)) as client,
    ):
        assert client.ask(get("/")) == b"here"
