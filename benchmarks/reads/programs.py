"""Programs that answer over HTTP, each a process of its own: started, asked what they use, ended."""

import contextlib
import os
import re
import signal
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import psutil

from graph_api import PROJECT
from graph_api.database import die_with_parent

PATIENCE: Final = 600.0
"""Seconds until a program must have said its port, or answered."""
END_PATIENCE: Final = 30.0
_PORT: Final = re.compile(rb"(\d+)\n")


@dataclass(frozen=True, slots=True)
class Usage:
    """What a process has used: seconds of processor time, bytes of memory now.

    What a program started counts with it; what the benchmark itself started (Neo4j, the programs) does not.
    """

    seconds: float
    memory: int

    @classmethod
    def of(cls, pid: int) -> "Usage":
        """Its use until now."""
        mother = psutil.Process(pid)
        family = [mother, *(mother.children(recursive=True) if pid != os.getpid() else ())]
        times = [each.cpu_times() for each in family]
        return cls(
            sum(each.user + each.system for each in times), sum(each.memory_info().rss for each in family)
        )


@dataclass(frozen=True, slots=True)
class Program:
    """A running program and its port on this machine."""

    pid: int
    port: int
    log: Path

    def usage(self) -> Usage:
        """What it has used."""
        return Usage.of(self.pid)


@contextlib.contextmanager
def process(
    command: Sequence[str], environment: Mapping[str, str], log: Path, folder: Path = PROJECT
) -> Iterator[subprocess.Popen[bytes]]:
    """A process for the length of the block; what it prints goes to `log`. It never outlives this one."""
    launcher = [sys.executable, "-I", "-S", die_with_parent.__file__, str(os.getpid())]
    with log.open("wb") as file, subprocess.Popen(
        [*launcher, *command], cwd=folder, env={**os.environ, **environment},
        stdin=subprocess.DEVNULL, stdout=file, stderr=subprocess.STDOUT,
    ) as started:  # fmt: skip
        try:
            yield started
        finally:
            end(started)


@contextlib.contextmanager
def program(
    command: Sequence[str], environment: Mapping[str, str], log: Path, folder: Path = PROJECT
) -> Iterator[Program]:
    """A process that prints its port as its first line, for the length of the block.

    Raises RuntimeError with what it printed where it ends instead.
    """
    with process(command, environment, log, folder) as started:
        deadline = time.monotonic() + PATIENCE
        while not (port := _PORT.match(log.read_bytes())):
            alive(started, log, deadline)
            time.sleep(0.05)
        yield Program(started.pid, int(port[1]), log)


def alive(started: subprocess.Popen[bytes], log: Path, deadline: float) -> None:
    """Raise RuntimeError with what a process printed where it has ended or its time is over."""
    if started.poll() is not None or time.monotonic() > deadline:
        raise RuntimeError(f"{started.args!r}: {log.read_text(encoding='utf-8', errors='replace')[-2000:]}")


def end(started: subprocess.Popen[bytes]) -> None:
    """Ask a process to end, and end it where it does not."""
    if started.poll() is not None:
        return
    started.send_signal(signal.SIGTERM)
    try:
        started.wait(END_PATIENCE)
    except subprocess.TimeoutExpired:
        started.kill()
        started.wait()
