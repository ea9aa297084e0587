"""The data folder of the embedded Neo4j: what lies where, who may read it, whether it can be used.

<data>/owner       who owns the folder (see owner.py)
<data>/password    of Neo4j's user, random, mode 600
<data>/key         hashes ID numbers and signs cursors, mode 600
<data>/version     the Neo4j that the store was last started with
<data>/neo4j/      Neo4j's home: conf, data, logs; `unfinished` until its first start has succeeded
<data>/neo4j.new/  a home that a dump is being loaded into; neo4j.old: the one that it replaces
"""

import os
import secrets
import shutil
from dataclasses import dataclass
from pathlib import Path

from graph_api.errors import StoreUnusable
from schema.text import Text

LEAST_SPACE = 300 << 20
"""Bytes that must be free to start: a store needs room for its log before it needs room for data."""


NEW, LOADED = "new", "loaded"
"""What a home holds that Neo4j has never started from: nothing, or a dump."""
_UNFINISHED = "unfinished"


@dataclass(frozen=True, slots=True)
class Store:
    """One data folder."""

    folder: Path

    @property
    def home(self) -> Path:
        """Neo4j's home."""
        return self.folder / "neo4j"

    @property
    def next_home(self) -> Path:
        """Where a dump is loaded before it takes the place of the home."""
        return self.folder / "neo4j.new"

    @property
    def owner_file(self) -> Path:
        """Who owns the folder."""
        return self.folder / "owner"

    @property
    def password_file(self) -> Path:
        """The password of Neo4j's user."""
        return self.folder / "password"

    @property
    def key_file(self) -> Path:
        """The key that hashes ID numbers and signs cursors."""
        return self.folder / "key"

    @property
    def logs(self) -> Path:
        """Where Neo4j writes what it does."""
        return self.home / "logs"

    @property
    def started_before(self) -> bool:
        """Whether Neo4j has ever answered from the store, or a dump has been loaded into it."""
        return (self.home / "data" / "databases").exists() and unfinished(self.home) != NEW

    @property
    def has_first_password(self) -> bool:
        """Whether Neo4j has been told the password that its user begins with."""
        return (self.home / "data" / "dbms" / "auth.ini").exists()

    def create(self) -> None:
        """Make the folder where there is none; raises StoreUnusable where it cannot be written or is full."""
        try:
            self.folder.mkdir(mode=0o700, parents=True, exist_ok=True)
            probe = self.folder / f".probe.{os.getpid()}"
            probe.write_bytes(b"?")
            probe.unlink()
        except OSError as error:
            raise self.unwritable(error) from error
        free = shutil.disk_usage(self.folder).free
        if free < LEAST_SPACE:
            raise StoreUnusable(
                Text(f"磁盘只剩 {free >> 20} MB", f"only {free >> 20} MB are free"),
                Text(
                    f"腾出至少 {LEAST_SPACE >> 20} MB，或用 GRAPH_API_DATA 另指一处",
                    f"free {LEAST_SPACE >> 20} MB or more, or name another folder with GRAPH_API_DATA",
                ),
                where=str(self.folder),
            )

    def furnish(self, version: str) -> None:
        """Lay out what Neo4j `version` needs, as the folder's owner; what is there stays.

        Raises StoreUnusable where a filled store lacks a secret or was last used by a newer Neo4j.
        """
        try:
            self._refuse_newer(version)
            self._mend_replacement()
            self._mend_first_start()
            for path in (self.password_file, self.key_file):
                self._secret(path)
            if not self.home.exists():
                lay_out(self.home, NEW)
        except OSError as error:
            raise self.unwritable(error) from error

    def replace_home(self) -> None:
        """Put the loaded home in the place of the present one, which is deleted."""
        self.home.rename(self._old_home)
        self.next_home.rename(self.home)
        shutil.rmtree(self._old_home)

    def password(self) -> str:
        """The password of Neo4j's user; raises StoreUnusable where it cannot be read."""
        path = self.password_file
        try:
            return path.read_text(encoding="ascii").strip()
        except (OSError, UnicodeDecodeError) as error:
            raise self._lost(path) from error

    def note_success(self, version: str) -> None:
        """Remember that Neo4j `version` answers from the store: what it holds from now on is kept."""
        write_whole(self.folder / "version", version)
        (self.home / _UNFINISHED).unlink(missing_ok=True)
        _make_sure_of(self.home)

    @property
    def _old_home(self) -> Path:
        return self.folder / "neo4j.old"

    def _mend_replacement(self) -> None:
        """Finish a replacement that was cut off between its steps; drop a load that was cut off."""
        if not self.home.exists() and self._old_home.exists():
            self.next_home.rename(self.home)
        for left in (self.next_home, self._old_home):
            if left.exists():
                shutil.rmtree(left)

    def _mend_first_start(self) -> None:
        """Take back a first start that was cut off: Neo4j cannot go on with databases half made.

        Nobody has ever written into them, but for a dump that was loaded, and that one stays.
        """
        match unfinished(self.home):
            case "new":
                shutil.rmtree(self.home)
            case "loaded":
                for part in ("databases", "transactions"):
                    shutil.rmtree(self.home / "data" / part / "system", ignore_errors=True)

    def _refuse_newer(self, version: str) -> None:
        path = self.folder / "version"
        noted = path.read_text(encoding="ascii").strip() if path.exists() else version
        if _numbers(noted) > _numbers(version):
            raise StoreUnusable(
                Text(
                    f"数据由较新的 Neo4j {noted} 写成，本程序用 {version}",
                    f"the store was written by Neo4j {noted}, newer than our {version}",
                ),
                Text(
                    "使用写成它的程序版本，或把其导出文件载入新文件夹",
                    "use the release of this service that wrote it, or another data folder",
                ),
                where=str(self.folder),
            )

    def _secret(self, path: Path) -> None:
        """Make a secret where the store is new; without it a filled store is of no use."""
        if path.exists():
            return
        if self.started_before:
            raise self._lost(path)
        write_whole(path, secrets.token_hex(32))

    def unwritable(self, error: OSError) -> StoreUnusable:
        """The failure that says so."""
        why = error.strerror
        return StoreUnusable(
            Text(f"数据文件夹无法写入（{why}）", f"the data folder cannot be written ({why})"),
            Text(
                "检查权限和剩余空间，或用 GRAPH_API_DATA 另指一处",
                "check its permissions and the space left, or name another with GRAPH_API_DATA",
            ),
            where=str(self.folder),
        )

    def _lost(self, path: Path) -> StoreUnusable:
        if path == self.key_file:
            remedy = Text(
                "从备份恢复该文件；没有它，已登记的身份证号无法再匹配",
                "restore it from a backup: without it no recorded ID number can be matched again",
            )
        else:
            remedy = Text(
                "从备份恢复该文件；或用 database dump 导出，再载入新的数据文件夹",
                "restore it from a backup, or `database dump` and `database load` into a new folder",
            )
        return StoreUnusable(
            Text("数据文件夹缺少此文件", "the data folder lacks this file"), remedy, where=str(path)
        )


def lay_out(home: Path, state: str) -> None:
    """Make the folders that Neo4j expects in a home that it has never started from: NEW or LOADED."""
    home.mkdir()
    write_whole(home / _UNFINISHED, state)
    for part in ("conf", "data", "logs", "import", "plugins"):
        (home / part).mkdir()


def unfinished(home: Path) -> str:
    """NEW or LOADED until the first start from `home` has succeeded; then, and without a home, nothing."""
    marker = home / _UNFINISHED
    return marker.read_text(encoding="ascii").strip() if marker.exists() else ""


def write_whole(path: Path, text: str) -> None:
    """Write a small file that only its owner reads, whole or not at all, even through a power cut."""
    half = path.with_name(f".{path.name}.{os.getpid()}")
    with open(half, "w", encoding="utf-8", opener=_private) as file:
        file.write(text + "\n")
        file.flush()
        os.fsync(file.fileno())
    half.replace(path)
    _make_sure_of(path.parent)


def _make_sure_of(folder: Path) -> None:
    """See that what was made and deleted in `folder` survives a power cut."""
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def _private(path: str, flags: int) -> int:
    return os.open(path, flags, 0o600)


def _numbers(version: str) -> tuple[int, ...]:
    return tuple(int(part) for part in version.split(".") if part.isdigit())
