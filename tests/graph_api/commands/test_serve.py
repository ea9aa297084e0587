"""The service as its operator meets it: started, asked, stopped by a signal, refused clearly."""

import os
import re
import signal
import socket
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import httpx
import psutil
import pytest

from graph_api import PROJECT
from graph_api.commands.serve import listener
from graph_api.errors import BadSetting
from graph_api.settings import Settings


def free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as found:
        port: int = found.getsockname()[1]
        return port


@contextmanager
def service(data: Path, port: int) -> Iterator[tuple[subprocess.Popen[str], list[str]]]:
    """A service of its own, and what it has said by the time it answers."""
    environment = os.environ | {
        "GRAPH_API_DATA": str(data),
        "GRAPH_API_PORT": str(port),
        "GRAPH_API_SAMPLE": "no",
        "GRAPH_API_HEAP": "256m",
        "GRAPH_API_PAGE_CACHE": "64m",
        "GRAPH_API_LOG_FORMAT": "json",
        "PYTHONUNBUFFERED": "1",
    }
    command = [sys.executable, "-m", "graph_api", "serve"]
    with subprocess.Popen(
        command, cwd=PROJECT, env=environment, text=True, stdout=subprocess.PIPE, stderr=subprocess.STDOUT
    ) as process:
        said: list[str] = []
        ready = threading.Event()

        def read() -> None:
            assert process.stdout is not None
            for line in process.stdout:
                said.append(line)
                if "/healthz" in line:
                    ready.set()
            ready.set()

        reader = threading.Thread(target=read)
        reader.start()
        try:
            assert ready.wait(90), said
            yield process, said
        finally:
            process.kill()
            reader.join(20)


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
def test_it_starts_answers_and_stops_with_everything_it_started(tmp_path: Path, number: int) -> None:
    port = free_port()
    with service(tmp_path / "data", port) as (process, said):
        addresses = [line.split()[-1] for line in said if "http" in line]
        base = f"http://127.0.0.1:{port}"
        assert addresses == [f"{base}/graphql", f"{base}/", f"{base}/healthz"]
        assert re.search("[\u4e00-\u9fff]", said[-1])
        answer = httpx.post(f"{base}/graphql", json={"query": "{ __typename }"})
        assert answer.json()["data"] == {"__typename": "Query"}
        children = psutil.Process(process.pid).children(recursive=True)
        assert children
        process.send_signal(number)
        assert process.wait(40) == 0, said
        _, alive = psutil.wait_procs(children, timeout=5)
        assert alive == []


def test_a_taken_port_is_told_before_any_work(tmp_path: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        with pytest.raises(BadSetting) as caught:
            listener(Settings(port=port))
        assert caught.value.where == f"127.0.0.1:{port}"
        with service(tmp_path / "data", port) as (process, said):
            assert process.wait(20) == 2
        assert "GRAPH_API_PORT" in "".join(said)
        assert "Traceback" not in "".join(said)
        assert not (tmp_path / "data").exists()
