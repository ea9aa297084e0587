"""Neo4j stopped and started again under fifty clients: no wrong answer, and full speed afterwards.

The service holds on to one address, a wire that leads to whatever Neo4j runs; it is never restarted itself.
"""

import contextlib
import tempfile
import threading
import time
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any, Final

import neo4j

from benchmarks.oracle.examination import Ask
from benchmarks.oracle.served import served
from benchmarks.oracle.world import World
from benchmarks.wire import Wire
from graph_api.database.connection import OPTIONS, Database, open_database
from graph_api.settings import Settings

CLIENTS: Final = 50
SECONDS_UP: Final = 5.0
DOCUMENTS: Final = (
    "{ enterprises(first: 20) { totalCount nodes { code name employees division { name } } } }",
    "{ enterprises(first: 5) { nodes { code provenance { field sheet row } } } }",
    "{ unions(orderBy: [{field: ESTABLISHED}], last: 5) { nodes { code enterprises { totalCount } } } }",
)


@dataclass(slots=True)
class Watch:
    """What fifty clients get: right answers, UNAVAILABLE, and anything else."""

    ask: Ask
    expected: dict[str, Any] = field(default_factory=dict)
    over: threading.Event = field(default_factory=threading.Event)
    seen: Counter[str] = field(default_factory=Counter)
    wrong: list[str] = field(default_factory=list)
    lock: threading.Lock = field(default_factory=threading.Lock)

    def client(self, number: int) -> None:
        """Ask again and again."""
        while not self.over.is_set():
            self.ask_once(number)

    def ask_once(self, number: int) -> None:
        """Ask the client's document, and see what comes."""
        text = DOCUMENTS[number % len(DOCUMENTS)]
        body = self.ask(text, {})
        if body.get("data") == self.expected[text]:
            what = "right"
        elif [each["extensions"]["code"] for each in body.get("errors", ())] == ["UNAVAILABLE"]:
            what = "unavailable"
            time.sleep(0.05)
        else:
            what = "wrong"
            self.wrong.append(f"{text}: {str(body)[:300]}")
        with self.lock:
            self.seen[what] += 1

    def right_in(self, seconds: float) -> int:
        """How many right answers come in that time."""
        before = self.seen["right"]
        time.sleep(seconds)
        return self.seen["right"] - before

    def recovered(self, patience: float = 60) -> float:
        """Seconds until answers are right again; infinite where they are not in time."""
        began = time.monotonic()
        while time.monotonic() - began < patience:
            if self.right_in(0.1):
                return time.monotonic() - began
        return float("inf")


def soak(rounds: int, seed: int) -> bool:
    """Restart Neo4j so many times; whether nothing was wrong and every time answers came back."""
    with tempfile.TemporaryDirectory(prefix="restarts-") as name:
        settings = Settings(data=Path(name), sample=False, heap=512 << 20)
        with contextlib.closing(Wire()) as wire:
            return run(settings, wire, rounds, seed)


def run(settings: Settings, wire: Wire, rounds: int, seed: int) -> bool:
    """The rounds on one data folder."""
    with contextlib.ExitStack() as life, contextlib.ExitStack() as before:
        first = before.enter_context(_neo4j(settings, wire))
        World.of(seed).write(first.driver, first.name)
        uri = f"bolt://127.0.0.1:{wire.port}"
        driver = life.enter_context(
            neo4j.GraphDatabase.driver(uri, auth=(first.username, first.password), **OPTIONS)
        )
        database = replace(first, uri=uri, driver=driver, embedded=None)
        ask = life.enter_context(served(settings, database))
        watch = Watch(ask, {text: ask(text, {})["data"] for text in DOCUMENTS})
        life.enter_context(_clients(watch))
        speed = watch.right_in(SECONDS_UP)
        before.close()
        return _rounds(settings, wire, watch, rounds, speed)


def _rounds(settings: Settings, wire: Wire, watch: Watch, rounds: int, speed: int) -> bool:
    held = True
    for number in range(1, rounds + 1):
        with _neo4j(settings, wire):
            back, again = watch.recovered(), watch.right_in(SECONDS_UP)
        held = held and back < float("inf")
        print(f"{number:3} back after {back:.1f} s, {again / max(speed, 1):.2f} of the speed before")
    for each in watch.wrong[:5]:
        print(each)
    print(f"{rounds} restarts under {CLIENTS} clients: {dict(watch.seen)}")
    return held and not watch.wrong


@contextlib.contextmanager
def _neo4j(settings: Settings, wire: Wire) -> Iterator[Database]:
    """A Neo4j on the data folder, to which the wire leads for the length of the block."""
    with open_database(settings, purpose="soak") as database:
        wire.target = int(database.uri.rsplit(":", 1)[1])
        try:
            yield database
        finally:
            wire.target = None


@contextlib.contextmanager
def _clients(watch: Watch) -> Iterator[None]:
    threads = [threading.Thread(target=watch.client, args=(number,)) for number in range(CLIENTS)]
    for each in threads:
        each.start()
    try:
        yield
    finally:
        watch.over.set()
        for each in threads:
            each.join()
