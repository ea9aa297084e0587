"""kill -9 at random moments: of Neo4j, of the service, of both; during first start, migration and loads.

Whatever was killed, the next start needs no hand; each batch is there whole or not at all, revisions have
no hole, and when the rest has been loaded the graph is the one that an undisturbed load makes.
"""

import contextlib
import os
import random
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final, LiteralString

import psutil

from graph_api import PROJECT
from graph_api.commands.sample import files as sample_files
from graph_api.database.connection import open_database
from graph_api.database.embedded import free_port
from graph_api.settings import Settings
from loaders.fingerprint import fingerprint

VICTIMS: Final = ("neo4j", "service", "both")
PATIENCE: Final = 240.0
FILES: Final = 6
"""How many of the district's rosters a round loads: places, parks, agencies, brands, enterprises."""
SERVED: Final = 0.3
"""The share of rounds that strike the service instead of a load."""
AFTERWARDS: Final = 1.0

Say = Callable[[str], None]
"""Takes a line of the protocol."""

WHOLE: Final[LiteralString] = """
    MATCH (b:ImportBatch)
    OPTIONAL MATCH (b)<-[f:FROM_BATCH]-()
    WITH b, count(DISTINCT f.sheet + '|' + toString(f.row)) AS rows
    RETURN b.file AS file, b.revision AS revision, rows,
           b.rows_loaded + b.rows_changed + b.rows_unchanged AS accepted,
           COUNT { MATCH (c:Change {revision: b.revision, batch: b.code}) } AS changes
    ORDER BY revision
"""
REVISIONS: Final[LiteralString] = """
    OPTIONAL MATCH (n:Counter {name: 'revision'})
    RETURN coalesce(n.value, 0) AS last,
           COLLECT { MATCH (c:Change) RETURN c.revision ORDER BY c.revision } AS taken
"""


@dataclass(frozen=True, slots=True)
class Load:
    """A load of these files into a folder, in a process of its own that may be killed."""

    folder: Path
    files: Sequence[Path]

    def start(self, *, serve: bool = False) -> subprocess.Popen[bytes]:
        """Start the load, or the service on the same folder; what it says is of no interest."""
        words = ["serve"] if serve else ["load", *map(str, self.files)]
        chosen = {"GRAPH_API_DATA": str(self.folder), "GRAPH_API_HEAP": "512m", "GRAPH_API_SAMPLE": "no"}
        return subprocess.Popen(
            [sys.executable, "-m", "graph_api", *words],
            cwd=PROJECT,
            env={**os.environ, **chosen, "GRAPH_API_PORT": str(free_port())},
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )

    def finish(self) -> float:
        """Run it to its end without a hand; the seconds that took. Raises where it fails."""
        began = time.monotonic()
        process = self.start()
        try:
            status = process.wait(PATIENCE)
        except subprocess.TimeoutExpired:
            process.kill()
            raise
        if status not in (0, 1):  # 1: some rows are wrong on purpose
            raise RuntimeError(f"a load without a kill ended with {status}")
        return time.monotonic() - began

    def settings(self) -> Settings:
        """The settings of its store."""
        return Settings(data=self.folder, sample=False, heap=512 << 20)


def soak(rounds: int, seed: int) -> bool:
    """Kill the load of the sample district's first rosters `rounds` times; print each round."""
    return run(sample_files()[:FILES], rounds, seed, say=lambda line: print(line, flush=True))


def run(files: Sequence[Path], rounds: int, seed: int, say: Say) -> bool:
    """Kill loads of these files; whether every round held. The files stand in an order that loads whole."""
    draw = random.Random(seed)  # noqa: S311 - which moment is struck is no secret
    with tempfile.TemporaryDirectory(prefix="kills-") as name:
        folder = Path(name)
        whole = Load(folder / "whole", files)
        seconds = whole.finish()
        _, expected = examined(whole.settings())
        say(f"undisturbed load {seconds:.1f} s, fingerprint {expected}")
        failures: list[str] = []
        for number in range(1, rounds + 1):
            load = Load(folder / f"round{number}", files)
            victim, moment, serve = draw.choice(VICTIMS), draw.uniform(0, seconds), draw.random() < SERVED
            problems = struck(load, victim, moment, expected, serve=serve)
            what = "serve" if serve else "load"
            say(f"{number:3} {victim:8} of {what:5} after {moment:5.1f} s: {problems or 'held'}")
            failures += problems
    say(f"{rounds} kills, {len(failures)} problems (seed {seed})")
    return not failures


def struck(load: Load, victim: str, moment: float, expected: str, *, serve: bool) -> list[str]:
    """Kill a load or the service after `moment` seconds, load, and say what was not as it should be."""
    process = load.start(serve=serve)
    time.sleep(moment)
    strike(process, victim)
    problems, _ = examined(load.settings())
    try:
        load.finish()
    except (RuntimeError, subprocess.TimeoutExpired) as error:
        problems.append(f"the next start needed a hand: {error}")
    left, found = examined(load.settings())
    problems += [f"after the rest was loaded: {each}" for each in left]
    if found != expected:
        problems.append(f"fingerprint {found} instead of {expected}")
    shutil.rmtree(load.folder, ignore_errors=True)
    return problems


def strike(process: subprocess.Popen[bytes], victim: str) -> None:
    """Kill -9 the service, its Neo4j, or both at once, and wait until the service is gone."""
    java = _java_of(process)
    until = time.monotonic() + PATIENCE
    while victim == "neo4j" and not java and process.poll() is None and time.monotonic() < until:
        time.sleep(0.05)  # a kill of Neo4j strikes as soon as there is one
        java = _java_of(process)
    if victim in ("neo4j", "both"):
        for each in java:
            with contextlib.suppress(psutil.NoSuchProcess):
                each.kill()
    if victim in ("service", "both"):
        process.send_signal(signal.SIGKILL)
    if victim == "neo4j":
        time.sleep(AFTERWARDS)  # the service starts its Neo4j again; then it is ended too, in order
        process.terminate()
    try:
        process.wait(PATIENCE)
    except subprocess.TimeoutExpired:
        process.kill()
        raise
    psutil.wait_procs(java, timeout=30)


def _java_of(process: subprocess.Popen[bytes]) -> list[psutil.Process]:
    with contextlib.suppress(psutil.NoSuchProcess):
        return [each for each in psutil.Process(process.pid).children(recursive=True) if _is_java(each)]
    return []


def _is_java(process: psutil.Process) -> bool:
    with contextlib.suppress(psutil.NoSuchProcess):
        return process.name().startswith("java")
    return False


def examined(settings: Settings) -> tuple[list[str], str]:
    """What is not whole (batches with missing rows or Change, revisions with a hole), and the fingerprint."""
    with (
        open_database(settings) as database,
        database.driver.session(database=database.name) as session,
    ):
        batches = session.run(WHOLE).data()
        last, taken = session.run(REVISIONS).single(strict=True).values()
        found = fingerprint(session)
    problems = [f"{each['file']} is torn: {each}" for each in batches if each["rows"] != each["accepted"]]
    problems += [f"{each['file']} has {each['changes']} Changes" for each in batches if each["changes"] != 1]
    if taken != list(range(1, last + 1)):
        problems.append(f"revisions {taken} of {last}")
    return problems, found
