"""How each figure of the service grows with the graph, from 10,000 enterprises to 100,000.

With `BENCH_SCALE=10` it goes on to a million. A slope is the exponent between two sizes: 1 is linear, 0 flat.
"""

import contextlib
import os
import shutil
import tempfile
import time
from collections.abc import Callable
from itertools import pairwise
from math import log10
from pathlib import Path
from statistics import median
from typing import Any, Final

from benchmarks.reads import ours, report
from benchmarks.reads.contenders import DAY, SIZE, starts
from benchmarks.reads.http_client import HttpClient
from benchmarks.reads.programs import Program
from benchmarks.reads.stores import Store, store
from benchmarks.reads.writes import REVISION, Writes
from examples.district.chance import chance
from graph_api.projection import snapshot

SMALLEST: Final = 10_000
LARGEST: Final = 100_000
TIMES: Final = 100
WRITES: Final = 20
MB: Final = 1 << 20
_REFUSED: Final = b"the snapshot is not used"

COUNT: Final = """query Count($least: Int!, $asOf: Date!) {
  enterprises(where: {employees: {gte: $least}, size: {eq: SMALL}}, first: 1, asOf: $asOf) { totalCount }
}"""
ORDER: Final = """query Order($by: [EnterpriseOrder!], $first: Int!, $asOf: Date!) {
  enterprises(orderBy: $by, first: $first, asOf: $asOf) { nodes { code } }
}"""
LOOKUP: Final = "query Lookup($code: String!) { enterprise(code: $code) { code name employees } }"
COLUMNS: Final = (
    "EMPLOYEES",
    "NAME",
    "ESTABLISHED",
    "FULL_MEMBERS",
    "USCC",
    "SIZE",
    "INDUSTRY",
    "UNION_MEMBERS",
)

SLOPES: Final = {
    "page of 100, ms": "flat", "filtered count, ms": "≤1.1", "order by any column, ms": "≤1.1",
    "lookup by code, ms": "flat", "start from the database, s": "≤1.1", "start from the snapshot, s": "≤1.1",
    "memory after it, MB": "≤1.1", "memory, MB": "≤1.1", "answer after a write, ms": "≤1.1",
}  # fmt: skip
"""Each figure with the slope that is asked of it."""

Figures = dict[str, float]


def sizes(scale: float) -> list[int]:
    """The sizes, a decade apart."""
    most = LARGEST * scale * float(os.environ.get("BENCH_SCALE", "1"))
    found = [max(SIZE, int(SMALLEST * scale))]
    while found[-1] * 10 <= most:
        found.append(found[-1] * 10)
    return found


def measure(scale: float) -> None:
    """Print the table; at the named sizes or above it is written into docs/performance.md, too."""
    load = report.others_load()
    found = {number: _of(number) for number in sizes(scale)}
    text = grown(found)
    print(text)
    if scale >= 1:
        about = f"medians of {TIMES} requests by one client over HTTP, of {WRITES} writes"
        report.write("growth", f"{report.made_by('make bench ARGS=growth', about, load)}\n\n{text}")


def grown(found: dict[int, Figures]) -> str:
    """A row a figure, a column a size, between two sizes the slope."""
    numbers = sorted(found)
    head = [
        "",
        *(f"{number:,}" for number in numbers),
        *(f"slope to {number:,}" for number in numbers[1:]),
        "goal",
    ]
    rows = []
    for name, goal in SLOPES.items():
        row = [found[number][name] for number in numbers]
        slopes = [
            log10(after / before) / log10(larger / smaller)
            for (before, after), (smaller, larger) in zip(pairwise(row), pairwise(numbers), strict=True)
        ]
        rows.append([name, *map(report.shown, row), *(f"{each:.2f}" for each in slopes), goal])
    return report.table(head, rows)


def _of(number: int) -> Figures:
    with contextlib.ExitStack() as stack:
        folder = Path(stack.enter_context(tempfile.TemporaryDirectory(prefix="growth-")))
        one = stack.enter_context(store(number))
        codes = _codes(one)
        kept = snapshot.folder_of(one.settings.data)
        shutil.rmtree(kept, ignore_errors=True)
        began = time.perf_counter()
        with ours.running(one, folder) as service:
            found = {"start from the database, s": _first_answer(service, codes[0], began)}
            found |= _answers(service, len(starts(one)), codes)
            found["memory, MB"] = service.usage().memory / MB
            found["answer after a write, ms"] = _after_writes(one, service, folder, codes)
        if not any(kept.glob("*.arrow")):
            raise RuntimeError("the service left no snapshot when it ended")
        began = time.perf_counter()
        with ours.running(one, folder) as service:
            found["start from the snapshot, s"] = _first_answer(service, codes[0], began)
            found["memory after it, MB"] = service.usage().memory / MB
            if _REFUSED in service.log.read_bytes():
                raise RuntimeError("the snapshot was there and not used")
    print(f"{number:,}: {found}")
    return found


def _codes(one: Store) -> list[str]:
    """Codes drawn anew in each run on a store that is kept, whose revision goes on."""
    with one.database.driver.session(database=one.database.name) as session:
        codes = session.run(
            "MATCH (e:Enterprise) WHERE e.code > '' RETURN e.code AS code ORDER BY code"
        ).value()
        revision = session.run(REVISION).single(strict=True)[0]
    found: list[str] = chance(f"growth {revision}").sample(codes, min(TIMES, len(codes)))
    return found


def _first_answer(service: Program, code: str, began: float) -> float:
    with contextlib.closing(HttpClient(service.port)) as client:
        ours.data(client.ask(ours.asking(LOOKUP, code=code)))
    return time.perf_counter() - began


def _answers(service: Program, number: int, codes: list[str]) -> Figures:
    orders = [{"field": name, "direction": way} for name in COLUMNS for way in ("ASC", "DESC")]
    asked = {
        "page of 100, ms": ours.pages(service, number, DAY, SIZE),
        "filtered count, ms": [ours.asking(COUNT, least=least, asOf=DAY) for least in range(0, 400, 4)],
        "order by any column, ms": [ours.asking(ORDER, by=[each], first=SIZE, asOf=DAY) for each in orders],
        "lookup by code, ms": [ours.asking(LOOKUP, code=code) for code in codes],
    }
    with contextlib.closing(HttpClient(service.port)) as client:
        return {name: _median(client, requests) for name, requests in asked.items()}


def _median(client: HttpClient, requests: list[bytes]) -> float:
    """The median milliseconds of so many answers, each checked to be without errors first."""
    for each in requests:
        ours.data(client.ask(each))
    return median(_timed(client.ask, requests[turn % len(requests)])[1] for turn in range(TIMES))


def _timed(ask: Callable[[bytes], bytes], request: bytes) -> tuple[bytes, float]:
    began = time.perf_counter()
    body = ask(request)
    return body, (time.perf_counter() - began) * 1000


def _after_writes(one: Store, service: Program, folder: Path, codes: list[str]) -> float:
    """The median milliseconds of the first answer after each write, which must show what was written."""
    took: list[float] = []
    with contextlib.closing(HttpClient(service.port)) as client:
        for employees in Writes(one, folder).numbers(codes[:WRITES]):
            body, each = _timed(client.ask, ours.asking(LOOKUP, code=employees.code))
            shown: Any = ours.data(body)["enterprise"]["employees"]
            if shown != employees.number:
                raise RuntimeError(
                    f"{employees.code} shows {shown} employees after {employees.number} was written"
                )
            took.append(each)
    return median(took)
