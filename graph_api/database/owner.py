"""Who owns a data folder: exactly one process, which started its Neo4j.

The owner holds an exclusive lock on the owner file for as long as it lives (the kernel lets go of it when
the process dies, however it dies), and the file says who it is: process ids with their start times, so
that a number used again is not mistaken for it, and the port of its Neo4j. Others read the port there
and attach over Bolt.
"""

import contextlib
import fcntl
import json
import os
import struct
import sys
import time
from collections.abc import Iterator
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from typing import Self

import psutil

from graph_api.database.store import Store
from graph_api.errors import StoreHeld
from schema.text import Text

FOREIGN_PATIENCE = 15.0
"""Seconds that a store may stay locked by a process that is not ours before we give up."""
RECORD = 512
"""Bytes of the owner file, filled up with blanks."""


@dataclass(frozen=True, slots=True)
class Owner:
    """What the owner file says; times are seconds since the epoch."""

    pid: int
    started: float
    purpose: str
    port: int = 0
    neo4j_pid: int = 0
    neo4j_started: float = 0.0
    ready: bool = False

    @classmethod
    def me(cls, purpose: str) -> Self:
        """We ourselves, for this purpose."""
        return cls(os.getpid(), psutil.Process().create_time(), purpose)

    def with_neo4j(self, pid: int, port: int) -> "Owner":
        """The same with its Neo4j, which is not ready yet."""
        try:
            started = psutil.Process(pid).create_time()
        except psutil.NoSuchProcess:
            started = 0.0
        return replace(self, port=port, neo4j_pid=pid, neo4j_started=started, ready=False)

    def now_ready(self) -> "Owner":
        """The same with its Neo4j answering."""
        return replace(self, ready=True)


class Ownership:
    """The lock that makes this process the owner; `close` gives it up."""

    def __init__(self, descriptor: int, predecessor: Owner | None) -> None:
        """Keep the locked file, and what its last owner left in it."""
        self._descriptor = descriptor
        self.predecessor = predecessor

    def write(self, owner: Owner) -> None:
        """Say who the owner is now: in one piece of one length, so that readers see the old or the new."""
        os.pwrite(self._descriptor, json.dumps(asdict(owner)).encode().ljust(RECORD), 0)

    def close(self) -> None:
        """Stop owning: an empty file, and no lock."""
        os.ftruncate(self._descriptor, 0)
        os.close(self._descriptor)


def own(store: Store) -> Ownership | None:
    """Become the owner of `store`, or None while somebody lives who is."""
    descriptor = os.open(store.owner_file, os.O_RDWR | os.O_CREAT, 0o600)
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        os.close(descriptor)
        return None
    return Ownership(descriptor, read(store))


def owner_of(store: Store) -> Owner | None:
    """The living owner of `store`, or None; one that has just begun may not have signed yet."""
    if not store.owner_file.exists():
        return None
    with store.owner_file.open("rb") as file:
        try:
            fcntl.flock(file, fcntl.LOCK_SH | fcntl.LOCK_NB)
        except BlockingIOError:
            return read(store)
    return None


def read(store: Store) -> Owner | None:
    """What the owner file says, or None where it says nothing readable."""
    try:
        return Owner(**json.loads(store.owner_file.read_text(encoding="utf-8")))
    except (OSError, ValueError, TypeError):
        return None


def is_running(pid: int, started: float) -> bool:
    """Whether the very process lives that had this id and start time; a zombie is dead."""
    try:
        process = psutil.Process(pid)
        return abs(process.create_time() - started) < 1 and process.status() != psutil.STATUS_ZOMBIE
    except psutil.NoSuchProcess:
        return False


def end_orphan(predecessor: Owner | None) -> None:
    """See a dead owner's Neo4j out: it dies by its death signal; where there is none, we end it."""
    if predecessor is None or predecessor.neo4j_pid == 0:
        return
    pid, started = predecessor.neo4j_pid, predecessor.neo4j_started
    deadline = time.monotonic() + FOREIGN_PATIENCE
    while is_running(pid, started):
        if time.monotonic() > deadline or sys.platform != "linux":
            with contextlib.suppress(psutil.NoSuchProcess):
                psutil.Process(pid).kill()
        time.sleep(0.05)


def refuse_foreign(store: Store) -> None:
    """Wait until nobody locks the files of `store`.

    Raises StoreHeld, naming who does, after FOREIGN_PATIENCE.
    """
    deadline = time.monotonic() + FOREIGN_PATIENCE
    while (holder := next(_holders(store.home / "data" / "databases"), None)) is not None:
        if time.monotonic() > deadline:
            name = _name(holder)
            raise StoreHeld(
                Text(f"数据文件夹正被进程 {name} 使用", f"the data folder is in use by process {name}"),
                Text(
                    "先停止该进程，或用 GRAPH_API_DATA 另指一处",
                    "stop that process, or name another folder with GRAPH_API_DATA",
                ),
                where=str(store.folder),
            )
        time.sleep(0.2)


def _holders(databases: Path) -> Iterator[int]:
    """The processes (0 where the system does not say) that lock files of the store."""
    for lock in (databases / "store_lock", *databases.glob("*/database_lock")):
        try:
            with lock.open("r+b") as file:
                try:
                    fcntl.lockf(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
                except (BlockingIOError, PermissionError):
                    yield _lock_holder(file.fileno())
        except FileNotFoundError:
            continue


def _lock_holder(descriptor: int) -> int:
    if sys.platform != "linux":
        return 0
    ask = struct.pack("hhqqi4x", fcntl.F_WRLCK, os.SEEK_SET, 0, 0, 0)
    answer = fcntl.fcntl(descriptor, fcntl.F_GETLK, ask)
    kind, _, _, _, pid = struct.unpack("hhqqi4x", answer)
    return int(pid) if kind != fcntl.F_UNLCK else 0


def _name(pid: int) -> str:
    try:
        return f"{pid} ({psutil.Process(pid).name()})" if pid > 0 else "?"
    except psutil.NoSuchProcess:
        return str(pid)
