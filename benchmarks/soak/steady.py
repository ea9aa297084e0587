"""Readers and writers at once: is every answer the oracle's at the revision that it names?

Eight readers ask documents by a walk over the schema, one of them pages through a list; two writers take
turns. After each write the oracle reads the graph, so that every revision can be looked up afterwards.
"""

import queue
import tempfile
import threading
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Final

from graphql import parse

from benchmarks.oracle.chance import Chance
from benchmarks.oracle.comparison import differences
from benchmarks.oracle.documents import Walker
from benchmarks.oracle.examination import Ask
from benchmarks.oracle.facts import Graph, read
from benchmarks.oracle.pool import Pool
from benchmarks.oracle.replying import Oracle
from benchmarks.oracle.served import served
from benchmarks.oracle.world import World
from benchmarks.oracle.writes import Write
from graph_api.database.connection import Database, open_database
from graph_api.graphql.days import today
from graph_api.graphql.published import CORE
from graph_api.settings import Settings

READERS: Final = 8
FACTS_A_WRITE: Final = 6
SECONDS_A_ROUND: Final = 15
PAUSE: Final = 0.2
"""Seconds between two writes."""
_PAGE: Final = """
query Page($after: String) { enterprises(first: 3, after: $after) {
  nodes { code } pageInfo { endCursor hasNextPage } } }
"""


@dataclass(slots=True)
class Steady:
    """What is seen: the graph at each revision, the answers, and what was wrong."""

    ask: Ask
    graphs: dict[int, Graph]
    answers: "queue.SimpleQueue[tuple[str, Mapping[str, Any], Mapping[str, Any]]]" = field(
        default_factory=queue.SimpleQueue
    )
    over: threading.Event = field(default_factory=threading.Event)
    lists: int = 0
    unavailable: int = 0
    problems: list[str] = field(default_factory=list)

    def read(self, seed: int, graph: Graph) -> None:
        """Ask one document after the other."""
        draw = Chance(seed)
        walker = Walker(CORE, Pool(graph, draw), draw)
        while not self.over.is_set():
            asked = walker.document()
            for variables in asked.sets:
                self.answers.put((asked.text, variables, self.ask(asked.text, variables)))

    def page(self) -> None:
        """Go through all enterprises, page by page, again and again."""
        while not self.over.is_set():
            began, codes, after, more = max(self.graphs), [], None, True
            while more:
                body = self.ask(_PAGE, {"after": after})
                if "errors" in body:
                    self.unavailable += 1
                    continue
                page = body["data"]["enterprises"]
                codes += [each["code"] for each in page["nodes"]]
                after, more = page["pageInfo"]["endCursor"], page["pageInfo"]["hasNextPage"]
            self._judge(codes, began)
            self.lists += 1

    def _judge(self, codes: list[str], began: int) -> None:
        """No row twice, and none lost that was there all the time."""
        time.sleep(1)  # the graph of the last write may still be being read
        ended = max(self.graphs)
        always = set.intersection(
            *(_enterprises(self.graphs[each]) for each in range(began, ended + 1) if each in self.graphs)
        )
        if len(codes) != len(set(codes)):
            self.problems.append(f"a row twice between revisions {began} and {ended}: {codes}")
        if lost := always - set(codes):
            self.problems.append(f"lost between revisions {began} and {ended}: {sorted(lost)}")

    def compare(self) -> int:
        """Compare every answer with the oracle's at its revision; how many there were."""
        number = 0
        while not self.answers.empty():
            text, variables, body = self.answers.get()
            number += 1
            if [each["extensions"]["code"] for each in body.get("errors", ())] == ["UNAVAILABLE"]:
                self.unavailable += 1
                continue
            revision = body.get("extensions", {}).get("revision")
            graph = self.graphs.get(revision) if revision is not None else None
            if graph is None:
                self.problems.append(f"no such revision: {revision} of {text} {body.get('errors')}")
                continue
            oracle = Oracle(CORE, graph, today)
            found = differences(oracle.answer(parse(text), variables), body, oracle.cursors)
            if found:
                self.problems.append(f"revision {revision}: {text} {dict(variables)}\n  {found[0]}")
        return number


def _enterprises(graph: Graph) -> set[str]:
    return {each.code for each in graph.nodes.values() if each.type == "Enterprise"}


def soak(rounds: int, seed: int) -> bool:
    """Read and write for so many rounds of 15 seconds on a Neo4j of its own."""
    with tempfile.TemporaryDirectory(prefix="steady-") as name:
        settings = Settings(data=Path(name), sample=False, heap=512 << 20)
        with open_database(settings, purpose="soak") as database:
            return run(settings, database, rounds * SECONDS_A_ROUND, seed)


def run(settings: Settings, database: Database, seconds: float, seed: int) -> bool:
    """Read and write for so long on the database, which is emptied; whether every answer was right."""
    world = World.of(seed)
    world.write(database.driver, database.name)
    graph = read(database.driver, database.name)
    with served(settings, database) as ask:
        steady = Steady(ask, {graph.revision: graph})
        with _reading(steady, graph, seed):
            writes = _write(steady, database, world, seconds)
        compared = steady.compare()
    for each in steady.problems[:10]:
        print(each)
    print(
        f"{seconds:.0f} s, {READERS} readers, 2 writers: {writes} writes, {compared} answers compared, "
        f"{steady.lists} lists paged through, {steady.unavailable} times unavailable, "
        f"{len(steady.problems)} problems (seed {seed})"
    )
    return not steady.problems and compared > 0 and steady.lists > 0


@contextmanager
def _reading(steady: Steady, graph: Graph, seed: int) -> Iterator[None]:
    """All readers, for the length of the block."""
    threads = [
        threading.Thread(target=steady.read, args=(seed + number, graph)) for number in range(READERS - 1)
    ]
    threads.append(threading.Thread(target=steady.page))
    for each in threads:
        each.start()
    try:
        yield
    finally:
        steady.over.set()
        for each in threads:
            each.join()


def _write(steady: Steady, database: Database, world: World, seconds: float) -> int:
    """Two writers that take turns, until the time is over; how often they wrote."""
    turn, until, written = threading.Lock(), time.monotonic() + seconds, []

    def write() -> None:
        while time.monotonic() < until:
            with turn:
                newest = steady.graphs[max(steady.graphs)]
                Write.of(world, newest, FACTS_A_WRITE).commit(database.driver, database.name)
                graph = read(database.driver, database.name)
                steady.graphs[graph.revision] = graph
                written.append(graph.revision)
            time.sleep(PAUSE)

    threads = [threading.Thread(target=write) for _ in range(2)]
    for each in threads:
        each.start()
    for each in threads:
        each.join()
    return len(written)
