"""Embedded stores with districts of a given size, written once each."""

import contextlib
import os
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from examples.district.store import write_district
from graph_api.database.connection import Database, open_database
from graph_api.database.owner import owner_of
from graph_api.database.store import Store as DataFolder
from graph_api.settings import Settings

HEAP: Final = 3 << 30
PAGE_CACHE: Final = 2 << 30
KEPT: Final = "BENCH_DATA"
"""The variable that names a folder in which stores are kept for the next run; else they are thrown away."""


@dataclass(frozen=True, slots=True)
class Store:
    """A running Neo4j with a district, and the settings by which a service attaches to it."""

    enterprises: int
    settings: Settings
    database: Database

    def environment(self) -> dict[str, str]:
        """The variables by which a program in any language finds the database."""
        one = self.database
        return {
            "NEO4J_URI": one.uri, "NEO4J_USERNAME": one.username, "NEO4J_PASSWORD": one.password,
            "NEO4J_DATABASE": one.name,
        }  # fmt: skip

    def neo4j_pid(self) -> int:
        """The process of its Neo4j; raises RuntimeError where nobody runs one."""
        found = owner_of(DataFolder(self.settings.data))
        if found is None:
            raise RuntimeError(f"{self.settings.data}: no Neo4j runs there")
        return found.neo4j_pid


@contextlib.contextmanager
def store(enterprises: int) -> Iterator[Store]:
    """A store of so many enterprises for the length of the block; one kept from before is not written."""
    with contextlib.ExitStack() as stack:
        kept = os.environ.get(KEPT)
        folder = Path(kept or stack.enter_context(tempfile.TemporaryDirectory(prefix="reads-")))
        data = folder / f"district-{enterprises}"
        settings = Settings(data=data, sample=False, heap=HEAP, page_cache=PAGE_CACHE)
        database = stack.enter_context(open_database(settings, purpose="benchmark"))
        _write(database, data / "written", enterprises)
        yield Store(enterprises, settings, database)


def _write(database: Database, done: Path, enterprises: int) -> None:
    if done.exists():
        return
    with database.driver.session(database=database.name) as session:
        if session.run("MATCH (e:Enterprise) RETURN count(e)").single(strict=True)[0]:
            raise RuntimeError(f"{done.parent} was left half written: remove it")
    write_district(database.driver, database.name, enterprises)
    done.touch()
