"""Malformed and hostile requests against the service in process: each gets a clear answer, quickly.

No status from 500 on and no INTERNAL, only published codes, at most 100 ms of CPU for 20 KB, and memory that
stays where it was once the caches are full. A share goes over a real connection as bytes.
"""

import asyncio
import collections
import contextlib
import gc
import gzip
import logging
import socket
import tempfile
import time
from collections.abc import AsyncIterator, Callable, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from random import Random
from typing import Any, Final

import orjson
import psutil
import structlog
import uvicorn
from starlette.applications import Starlette
from starlette.types import Message
from uvicorn.server import ServerState

from benchmarks.soak.honest import Honest, Known
from benchmarks.soak.hostile import Attacker, Hostile
from benchmarks.soak.hostile_bytes import spoiled_bytes
from graph_api.application import application
from graph_api.commands.sample import load_sample
from graph_api.database.connection import Database, open_database
from graph_api.graphql.documents import forget
from graph_api.graphql.errors import PUBLISHED
from graph_api.graphql.published import CORE
from graph_api.http_connection import HttpConnection
from graph_api.settings import Settings

FAULT: Final = 500
GZIP: Final = b"\x1f\x8b"
CPU_SECONDS: Final = 0.1
CPU_BYTES: Final = 20_000
"""So many bytes may take so many seconds; more bytes in proportion."""
AGAIN: Final = 3
"""How often what took too long is measured again."""
WIRE_EVERY: Final = 50
"""One request of so many goes over a real connection."""
ANSWER_SECONDS: Final = 0.1
"""How long an answer over a connection is waited for; many attacks are never complete."""
MOST_READ: Final = 1 << 16
WARM: Final = 0.2
"""The share of a run after which caches are full."""
MOST_GROWTH: Final = 48 << 20
"""Bytes by which a long run may grow after that: what one page of allocations more takes."""
LONG: Final = 20_000
"""Requests from which on a run is long enough to judge memory."""

Say = Callable[[str], None]


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came back: status, body, and the CPU seconds that it took."""

    status: int
    body: bytes
    cpu: float


@dataclass(slots=True)
class Tally:
    """What a run has seen."""

    problems: list[str] = field(default_factory=list)
    statuses: collections.Counter[tuple[str, int]] = field(default_factory=collections.Counter)
    cpu: list[tuple[float, str, int]] = field(default_factory=list)

    def note(self, hostile: Hostile, outcome: Outcome) -> None:
        """Judge one outcome."""
        self.statuses[hostile.kind, outcome.status] += 1
        self.cpu.append((outcome.cpu, hostile.kind, hostile.size))
        found = faults(hostile, outcome)
        if found:
            shown = (hostile.body or hostile.query)[:300]
            self.problems.append(f"{hostile.kind}: {'; '.join(found)}: {shown!r} {hostile.headers}")


def soak(requests: int, seed: int) -> bool:
    """Attack a service with the sample district; print what was seen. Whether all held."""
    structlog.configure(wrapper_class=structlog.make_filtering_bound_logger(logging.ERROR))
    with tempfile.TemporaryDirectory(prefix="attacks-") as name:
        settings = Settings(data=Path(name), heap=512 << 20)
        with open_database(settings, purpose="attacks") as database:
            collections.deque(load_sample(database, settings.key(), lambda _: None), maxlen=0)
            return run(settings, database, requests, seed, say=lambda line: print(line, flush=True))


def run(settings: Settings, database: Database, requests: int, seed: int, say: Say) -> bool:
    """Attack a service on an open database. Whether all held."""
    tally, growth = asyncio.run(attacked(application(settings, database), requests, seed))
    for line in told(tally, requests, seed, growth):
        say(line)
    flat = requests < LONG or growth <= MOST_GROWTH
    return flat and not tally.problems


async def attacked(app: Starlette, requests: int, seed: int) -> tuple[Tally, int]:
    """What came of the requests, and by how many bytes memory grew after the first fifth of them."""
    tally, process = Tally(), psutil.Process()
    warm = before = 0
    async with app.router.lifespan_context(app), listening(app) as port:
        draw = Random(seed)  # noqa: S311 - which attack comes next is no secret
        honest = Honest(CORE, await known(app, Honest(CORE, Known(), draw)), draw)
        attacker = Attacker(honest, draw, honest.names())
        await asked(app, Hostile("honest", orjson.dumps({"query": honest.document()[0]})))
        for number in range(requests):
            if number == int(requests * WARM):
                gc.collect()
                warm, before = number, process.memory_info().rss
            if number % WIRE_EVERY == WIRE_EVERY - 1:
                kind, sent = spoiled_bytes(draw)
                tally.note(Hostile(f"bytes {kind}", sent, headers={}), await over_wire(port, sent))
            else:
                hostile = attacker.request()
                tally.note(hostile, await judged(app, hostile))
        gc.collect()
        growth = process.memory_info().rss - before
    return tally, growth if warm else 0


async def judged(app: Starlette, hostile: Hostile) -> Outcome:
    """What came back. What took too long is asked again: a request's own cost is there each time.

    A round of the garbage collector, or another process on the same cores, is not.
    """
    outcome = await asked(app, hostile)
    for _ in range(AGAIN):
        if outcome.cpu <= allowed(hostile):
            break
        forget()
        again = await asked(app, hostile)
        outcome = replace(outcome, cpu=min(outcome.cpu, again.cpu))
    return outcome


def allowed(hostile: Hostile) -> float:
    """The CPU seconds that a request may take."""
    return CPU_SECONDS * max(1.0, hostile.size / CPU_BYTES)


async def asked(app: Starlette, hostile: Hostile) -> Outcome:
    """Ask the application itself."""
    head = {name.lower(): value for name, value in hostile.headers.items()}
    scope = {
        "type": "http",
        "asgi": {"version": "3.0"},
        "http_version": "1.1",
        "method": hostile.method,
        "scheme": "http",
        "path": "/graphql",
        "raw_path": b"/graphql",
        "root_path": "",
        "query_string": hostile.query,
        "headers": [(name.encode(), value.encode("latin-1", "replace")) for name, value in head.items()],
        "server": ("127.0.0.1", 80),
        "client": ("127.0.0.1", 1),
        "state": {},
    }
    messages: list[Message] = [{"type": "http.request", "body": hostile.body, "more_body": False}]
    sent: list[Message] = []

    async def receive() -> Message:
        return messages.pop() if messages else {"type": "http.disconnect"}

    async def send(message: Message) -> None:
        sent.append(message)

    began = time.process_time()
    with contextlib.suppress(Exception):  # a fault is told as 500 first, and counted by that
        await app(scope, receive, send)
    cpu = time.process_time() - began
    status = next((each["status"] for each in sent if each["type"] == "http.response.start"), FAULT)
    return Outcome(status, b"".join(each.get("body", b"") for each in sent), cpu)


@contextlib.asynccontextmanager
async def listening(app: Starlette) -> AsyncIterator[int]:
    """The application behind real connections on a free port."""
    config = uvicorn.Config(app, http=HttpConnection, ws="none", lifespan="off", log_config=None)
    config.load()
    state = ServerState()
    loop = asyncio.get_running_loop()
    server = await loop.create_server(
        lambda: HttpConnection(config=config, server_state=state, app_state={}), "127.0.0.1", 0
    )
    async with server:
        yield server.sockets[0].getsockname()[1]


async def over_wire(port: int, sent: bytes) -> Outcome:
    """Send bytes over a connection, and take what comes back first; status 0: it waits for more."""
    began = time.process_time()
    answer = b""
    with contextlib.suppress(OSError, TimeoutError):
        reader, writer = await asyncio.open_connection("127.0.0.1", port, family=socket.AF_INET)
        try:
            writer.write(sent)
            async with asyncio.timeout(ANSWER_SECONDS):
                answer = await reader.read(MOST_READ)
        finally:
            writer.close()
    first = answer.split(b"\r\n", 1)[0].split(b" ")
    status = int(first[1]) if len(first) > 1 and first[1].isdigit() else 0
    return Outcome(status, answer, time.process_time() - began)


async def known(app: Starlette, honest: Honest) -> Known:
    """Ids, codes and cursors that the service itself hands out."""
    ids: list[str] = []
    codes: list[str] = []
    cursors: list[str] = []
    queries = ['{ caseReport(asOf: "2022-08-02") { figures { subjects(first: 3) { nodes { id code } } } } }']
    queries += [
        f"{{ {name}(first: 2) {{ pageInfo {{ startCursor endCursor }} nodes {{ id code }} }} }}"
        for name in honest.paged()
    ]
    for query in queries:
        body = orjson.dumps({"query": query})
        told_of = orjson.loads((await asked(app, Hostile("honest", body))).body)
        for name, value in leaves(told_of.get("data")):
            kept = {"id": ids, "code": codes, "startCursor": cursors, "endCursor": cursors}.get(name)
            if kept is not None and isinstance(value, str):
                kept.append(value)
    return Known(ids, codes, cursors)


def leaves(value: Any, name: str = "") -> Sequence[tuple[str, Any]]:
    """Every value of an answer with the name of its field."""
    if isinstance(value, dict):
        return [leaf for key, each in value.items() for leaf in leaves(each, key)]
    if isinstance(value, list):
        return [leaf for each in value for leaf in leaves(each, name)]
    return [(name, value)]


def faults(hostile: Hostile, outcome: Outcome) -> list[str]:
    """What is wrong with an outcome."""
    found = []
    if outcome.status >= FAULT:
        found.append(f"status {outcome.status}")
    if outcome.cpu > allowed(hostile):
        found.append(f"{outcome.cpu * 1000:.0f} ms of CPU for {hostile.size} bytes")
    if not hostile.kind.startswith("bytes") and outcome.body:
        compressed = outcome.body.startswith(GZIP)
        body = orjson.loads(gzip.decompress(outcome.body) if compressed else outcome.body)
        codes = {each["extensions"]["code"] for each in body.get("errors", ())}
        if codes - PUBLISHED:
            found.append(f"codes {sorted(codes - PUBLISHED)}")
        if "data" not in body and not codes:
            found.append("neither data nor errors")
    return found


def told(tally: Tally, requests: int, seed: int, growth: int) -> list[str]:
    """What a run has seen, in lines."""
    kinds = sorted({kind for kind, _ in tally.statuses})
    lines = []
    for kind in kinds:
        found = {status: number for (each, status), number in sorted(tally.statuses.items()) if each == kind}
        spent = sorted(cpu for cpu, each, _ in tally.cpu if each == kind)
        lines.append(
            f"{kind:24} {found}  CPU ms: median {spent[len(spent) // 2] * 1000:.2f}, "
            f"highest {spent[-1] * 1000:.1f}"
        )
    lines += tally.problems[:50]
    lines.append(
        f"{requests} requests, {len(tally.problems)} problems, "
        f"memory grew by {growth / (1 << 20):.1f} MB (seed {seed})"
    )
    return lines
