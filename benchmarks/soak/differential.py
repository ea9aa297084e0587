"""Every answer beside an oracle's: documents by a walk over the live schema, on small random stores.

The oracle reads Neo4j by plain Cypher and evaluates in plain Python; it shares no code with
the service. Each store has vague days, missing ends, equal keys and corrupted rows.
"""

import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import Final

from benchmarks.oracle.examination import Examination
from benchmarks.oracle.facts import read
from benchmarks.oracle.replying import Oracle
from benchmarks.oracle.served import served
from benchmarks.oracle.world import World
from benchmarks.oracle.writes import Write
from graph_api.database.connection import Database, open_database
from graph_api.graphql.days import today
from graph_api.graphql.published import CORE
from graph_api.settings import Settings

DOCUMENTS_A_STORE: Final = 500
DOCUMENTS_A_WRITE: Final = 20
FACTS_A_WRITE: Final = 30
ENOUGH: Final = 10
"""So many wrong answers of one store are told."""

Say = Callable[[str], None]
"""Takes a line of the protocol."""


def soak(documents: int, seed: int) -> bool:
    """Examine so many documents on a Neo4j of its own; print each store and what was not as it should be."""
    with tempfile.TemporaryDirectory(prefix="differential-") as name:
        settings = Settings(data=Path(name), sample=False, heap=512 << 20)
        with open_database(settings, purpose="soak") as database:
            return run(settings, database, documents, seed, lambda line: print(line, flush=True))


def run(settings: Settings, database: Database, documents: int, seed: int, say: Say) -> bool:
    """Examine documents on the database, which is emptied; whether every answer was right."""
    right = True
    for number, done in enumerate(range(0, documents, DOCUMENTS_A_STORE)):
        examination = examined(settings, database, min(DOCUMENTS_A_STORE, documents - done), seed + number)
        say(told(examination, seed + number))
        for finding in examination.findings:
            say(str(finding))
        right = right and not examination.findings
    return right


def examined(
    settings: Settings, database: Database, documents: int, seed: int, *, enough: int = ENOUGH
) -> Examination:
    """An examination of so many documents on one random store, with writes in between.

    It ends once there are `enough` findings.
    """
    began = time.monotonic()
    world = World.of(seed)
    world.write(database.driver, database.name)
    oracle = Oracle(CORE, read(database.driver, database.name), today)
    with served(settings, database) as ask:
        examination = Examination.of(CORE, oracle, ask, seed)
        for done in range(0, documents, DOCUMENTS_A_WRITE):
            examination.run(min(DOCUMENTS_A_WRITE, documents - done), enough=enough)
            if len(examination.findings) >= enough:
                break
            Write.of(world, oracle.graph, FACTS_A_WRITE).commit(database.driver, database.name)
            examination.renew(read(database.driver, database.name))
    examination.seconds = time.monotonic() - began
    return examination


def told(examination: Examination, seed: int) -> str:
    """One line on an examination."""
    return (
        f"store {seed}: {examination.documents} documents, {examination.answers} answers, "
        f"{examination.followed} of them pages that follow, {len(examination.walker.seen)} fields, "
        f"{examination.seconds:.1f} s: {len(examination.findings)} wrong"
    )
