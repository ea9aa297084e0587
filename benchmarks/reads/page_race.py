"""The list page of contract/enterprises.graphql, 100 enterprises as of a day: this service beside all others.

On one embedded Neo4j with 100,000 enterprises (`BENCH_SCALE=10` makes them a million; `--scale 0.02` is a
quick look), in one run. Every contender's pages are compared with the hand-written Cypher's before anything
is timed.
"""

import contextlib
import os
import tempfile
from collections.abc import Sequence
from pathlib import Path
from typing import Final

from benchmarks.reads import contenders as who
from benchmarks.reads import report
from benchmarks.reads.contenders import Contender
from benchmarks.reads.parts import parts
from benchmarks.reads.rounds import Figures, medians, race, warm
from benchmarks.reads.sameness import difference
from benchmarks.reads.stores import store

ENTERPRISES: Final = 100_000
CLIENTS: Final = (1, 8)
ROUNDS: Final = 5
SECONDS: Final = 2.0
"""How long a contender answers in a round."""
WARM_SECONDS: Final = 5.0
SHORTEST: Final = 0.3

GOALS: Final = ((who.PEER_AS_OF, 10.0), (who.PEER_LIST, 5.0), (who.TABLES, 1.5), (who.NESTED, 1.5))
"""How many times the pages of each contender this service is to answer, at 8 clients over HTTP."""

Medians = dict[tuple[str, int], Figures]


def measure(scale: float) -> None:
    """Print the tables; at the named size or above they are written into docs/performance.md, too."""
    load = report.others_load()
    scale *= float(os.environ.get("BENCH_SCALE", "1"))
    number = max(1, int(ENTERPRISES * scale))
    slow = min(1.0, scale)
    with contextlib.ExitStack() as stack:
        folder = Path(stack.enter_context(tempfile.TemporaryDirectory(prefix="race-")))
        one = stack.enter_context(store(number))
        service = stack.enter_context(who.this_service(one, folder))
        all_of_them = [service, *stack.enter_context(who.others(one, folder))]
        compare(all_of_them)
        print(f"all {len(all_of_them)} give the same {len(service.requests)} pages of {number:,} enterprises")
        warm(all_of_them, max(SHORTEST, WARM_SECONDS * slow))
        found = medians(
            race(
                all_of_them, one.neo4j_pid(), clients=CLIENTS, rounds=max(1, round(ROUNDS * slow)),
                seconds=max(SHORTEST, SECONDS * slow), progress=print,
            )
        )  # fmt: skip
        shares = parts(service, one)
    text = "\n\n".join((figures(found), ratios(found), shares))
    print(text)
    if scale >= 1:
        size = f"{number:,} enterprises, {ROUNDS} rounds of {SECONDS:.0f} s, medians"
        report.write("page", f"{report.made_by('make bench ARGS=page', size, load)}\n\n{text}")


def compare(all_of_them: Sequence[Contender]) -> None:
    """Raise RuntimeError at the first page that a contender answers otherwise than the Cypher by hand."""
    judge = next(each for each in all_of_them if each.name == who.DRIVER)
    for each in all_of_them:
        with contextlib.closing(judge.client()) as right, contextlib.closing(each.client()) as other:
            for request, asked in zip(judge.requests, each.requests, strict=True):
                found = difference(judge.shaped(right.ask(request)), each.shaped(other.ask(asked)))
                if found is not None:
                    raise RuntimeError(f"{each.name} answers otherwise: {found}")


def figures(found: Medians) -> str:
    """The table of all contenders: pages a second and milliseconds a page, processor time, memory."""
    head = ["", *(f"{each}, {count}" for count in CLIENTS for each in ("pages/s", "p50 ms", "p99 ms"))]
    head += ["own CPU ms", "Neo4j CPU ms", "memory MB"]
    rows = []
    for name in dict.fromkeys(name for name, _ in found):
        row = [name]
        for count in CLIENTS:
            one = found[name, count]
            row += [report.shown(one.throughput), report.shown(one.p50), report.shown(one.p99)]
        busy = found[name, CLIENTS[-1]]
        rows.append([*row, report.shown(busy.own), report.shown(busy.database), f"{busy.memory:.0f}"])
    counts = " and ".join(f"{count}" for count in CLIENTS)
    return (
        f"{report.table(head, rows)}\n\nThe columns are for {counts} clients; processor time is a page's at "
        f"{CLIENTS[-1]} clients, memory the process's own."
    )


def ratios(found: Medians) -> str:
    """How many times the pages of each contender this service answers, beside what is asked of it."""
    goals = dict(GOALS)
    ours = {count: found[who.OURS, count].throughput for count in CLIENTS}
    rows = []
    for name in dict.fromkeys(name for name, _ in found if name != who.OURS):
        times = [f"{ours[count] / found[name, count].throughput:.1f}×" for count in CLIENTS]
        rows.append([name, *times, f"≥{goals[name]:g}×" if name in goals else ""])
    head = ["this service beside", *(f"{count} clients" for count in CLIENTS), f"goal at {CLIENTS[-1]}"]
    return report.table(head, rows)
