"""Rounds in which contenders answer one after the other, with so many clients each, and what they took.

A client is a thread with a connection of its own that asks for one page after the other and sends the next
request as soon as it has the answer. Rounds are interleaved: what slows the machine down slows all alike.
"""

import threading
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from statistics import median
from typing import Final

from benchmarks.reads.contenders import Contender
from benchmarks.reads.programs import Usage

FIRST_PAGES: Final = 5
"""Pages that each client asks for before the clock runs."""


@dataclass(frozen=True, slots=True)
class Figures:
    """One contender with so many clients: pages a second, milliseconds, megabytes.

    `own` and `database` are the processor's milliseconds a page, of the contender and of Neo4j.
    """

    throughput: float
    p50: float
    p99: float
    own: float
    database: float
    memory: float


Results = dict[tuple[str, int], list[Figures]]
"""By contender and number of clients, the figures of each round."""


def warm(contenders: Sequence[Contender], seconds: float) -> None:
    """Let each contender answer for a while: plans are cached, machine code is compiled."""
    for each in contenders:
        _answers(each, 2, seconds)


def race(
    contenders: Sequence[Contender],
    neo4j_pid: int,
    *,
    clients: Sequence[int],
    rounds: int,
    seconds: float,
    progress: Callable[[str], None],
) -> Results:
    """The figures of every round."""
    found: Results = {}
    for number in range(1, rounds + 1):
        for count in clients:
            for each in contenders:
                figures = timed(each, neo4j_pid, count, seconds)
                found.setdefault((each.name, count), []).append(figures)
            progress(f"round {number} of {rounds} with {count} clients")
    return found


def medians(results: Results) -> dict[tuple[str, int], Figures]:
    """Of each figure the median over the rounds."""
    return {key: _median(several) for key, several in results.items()}


def timed(contender: Contender, neo4j_pid: int, clients: int, seconds: float) -> Figures:
    """What a contender does for so many clients in so many seconds."""
    before, database = Usage.of(contender.pid), Usage.of(neo4j_pid)
    latencies, took = _answers(contender, clients, seconds)
    after, database_after = Usage.of(contender.pid), Usage.of(neo4j_pid)
    pages = len(latencies) + FIRST_PAGES * clients
    latencies.sort()
    return Figures(
        throughput=len(latencies) / took,
        p50=latencies[len(latencies) // 2] * 1000,
        p99=latencies[min(len(latencies) - 1, len(latencies) * 99 // 100)] * 1000,
        own=(after.seconds - before.seconds) * 1000 / pages,
        database=(database_after.seconds - database.seconds) * 1000 / pages,
        memory=after.memory / (1 << 20),
    )


def _answers(contender: Contender, clients: int, seconds: float) -> tuple[list[float], float]:
    """The seconds of each answer, and those that all took; raises what a client raised."""
    latencies: list[list[float]] = [[] for _ in range(clients)]
    failures: list[Exception] = []
    start = threading.Barrier(clients + 1)

    def ask(number: int) -> None:
        client = contender.client()
        try:
            turns = _in_turn(len(contender.requests), number)
            for _ in range(FIRST_PAGES):
                client.ask(contender.requests[next(turns)])
            start.wait()
            until = time.perf_counter() + seconds
            while (began := time.perf_counter()) < until:
                client.ask(contender.requests[next(turns)])
                latencies[number].append(time.perf_counter() - began)
        except (RuntimeError, OSError, threading.BrokenBarrierError) as failure:
            failures.append(failure)
            start.abort()
        finally:
            client.close()

    threads = [threading.Thread(target=ask, args=(number,)) for number in range(clients)]
    for each in threads:
        each.start()
    began = time.perf_counter()
    try:
        start.wait()
        began = time.perf_counter()
    except threading.BrokenBarrierError:
        seconds = 0.0
    for each in threads:
        each.join()
    if failures:
        raise RuntimeError(f"{contender.name}: {failures[0]}") from failures[0]
    return [each for several in latencies for each in several], time.perf_counter() - began


def _in_turn(number: int, offset: int) -> Iterator[int]:
    """Pages one after the other for ever; each client begins at a page of its own."""
    at = offset * 3
    while True:
        yield at % number
        at += 1


def _median(several: Sequence[Figures]) -> Figures:
    fields = Figures.__dataclass_fields__
    return Figures(**{name: median(getattr(each, name) for each in several) for name in fields})
