"""Another process that owns a data folder, for tests to kill."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from graph_api import PROJECT
from graph_api.database import owner
from graph_api.database.owner import Owner
from graph_api.database.store import Store

PATIENCE = 60.0


@dataclass(frozen=True, slots=True)
class OwningProcess:
    """A `database start --foreground` and the folder that it owns."""

    process: subprocess.Popen[bytes]
    store: Store

    @property
    def owner(self) -> Owner:
        found = owner.owner_of(self.store)
        assert found is not None
        return found

    def kill(self) -> None:
        """As a power cut would have it for this one process."""
        self.process.send_signal(signal.SIGKILL)
        self.process.wait(PATIENCE)


START = ("-m", "graph_api", "database", "start", "--foreground")
BARE = """
import os, signal
from graph_api.database.connection import open_database
from graph_api.settings import Settings
with open_database(Settings.from_environment(os.environ), purpose="database", migrated=False):
    signal.pause()
"""


@contextmanager
def owning(folder: Path, *, migrated: bool = True) -> Iterator[OwningProcess]:
    """Such a process, once its Neo4j answers; stopped in order at the end if it still lives.

    Without `migrated` it leaves the database bare, which is quicker.
    """
    process = subprocess.Popen(
        [sys.executable, *(START if migrated else ("-c", BARE))],
        cwd=PROJECT,
        env={**os.environ, "GRAPH_API_DATA": str(folder), "GRAPH_API_HEAP": "512m"},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    store = Store(folder)
    try:
        eventually(lambda: (living := owner.owner_of(store)) is not None and living.ready)
        yield OwningProcess(process, store)
    finally:
        process.terminate()
        process.wait(PATIENCE)


def eventually(holds: object, within: float = PATIENCE) -> None:
    """Wait until `holds()` is true; fails after `within` seconds."""
    assert callable(holds)
    deadline = time.monotonic() + within
    while not holds():
        assert time.monotonic() < deadline
        time.sleep(0.05)
