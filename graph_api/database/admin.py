"""Neo4j's admin tool on a store that is not running: first password, dump, load, check.

Whoever calls these owns the data folder (see owner.py).
"""

import shutil
import subprocess
from pathlib import Path

from graph_api.database import java
from graph_api.database.store import Store
from graph_api.errors import StoreUnusable
from schema.text import Text

HEAP = 512 << 20
"""Bytes of heap for the tool: dump, load and check stream."""

DUMP = f"{java.DATABASE}.dump"
"""The name that the tool gives a dump in its folder."""


UNCLEAN = "Please recover database"
"""What the tool says of a store that was not closed."""


class NeedsRecovery(StoreUnusable):
    """The store was not closed: Neo4j must start and stop once before the tool can read it."""


def set_first_password(home: Path, class_path: str, password: Path) -> None:
    """Give the user of a home that has never been started the password in a file.

    The tool reads the file itself: its command line, which others can see, has no secret.
    """
    _run(home, class_path, "dbms", "set-initial-password", f"@{password}")


def dump(store: Store, class_path: str, file: Path) -> None:
    """Write the database into `file`, whole or not at all. Raises NeedsRecovery, StoreUnusable."""
    folder = _beside(file)
    try:
        _run(store.home, class_path, "database", "dump", java.DATABASE, f"--to-path={folder}")
        made = folder / DUMP
        made.chmod(0o600)
        made.replace(file)
    finally:
        shutil.rmtree(folder)


def load(home: Path, class_path: str, file: Path) -> None:
    """Read the database of a home that was never started from `file`. Raises StoreUnusable."""
    folder = home / "import" / "load"
    folder.mkdir()
    (folder / DUMP).symlink_to(file.resolve())
    _run(home, class_path, "database", "load", java.DATABASE, f"--from-path={folder}")
    shutil.rmtree(folder)


def check(store: Store, class_path: str) -> None:
    """Check that the store is consistent. Raises NeedsRecovery, or StoreUnusable with the report's place."""
    _run(
        store.home,
        class_path,
        "database",
        "check",
        java.DATABASE,
        f"--report-path={store.logs}",
    )


def _beside(file: Path) -> Path:
    folder = file.resolve().parent / f".{file.name}.part"
    if folder.exists():
        shutil.rmtree(folder)
    folder.mkdir()
    return folder


def _run(home: Path, class_path: str, *words: str) -> None:
    done = subprocess.run(
        java.admin(HEAP, *words),
        env=java.surroundings(home, class_path),
        capture_output=True,
        text=True,
        errors="replace",
        check=False,
        stdin=subprocess.DEVNULL,
    )
    if done.returncode == 0:
        return
    said = done.stderr + done.stdout
    if UNCLEAN in said:
        raise NeedsRecovery(
            Text("数据库上次没有正常关闭", "the database was not closed properly"),
            Text("先启动再停止一次", "start and stop it once"),
            where=str(home),
        )
    lines = [line.strip() for line in said.splitlines() if line.strip()]
    telling = [line for line in lines if "Failed" in line or "nconsisten" in line] or lines or ["?"]
    why = telling[0].partition("] ")[2] or telling[0]
    raise StoreUnusable(
        Text(f"Neo4j 的管理工具失败：{why[:300]}", f"Neo4j's admin tool failed: {why[:300]}"),
        Text("检查文件和磁盘空间", "check the file and the space on the disk"),
        where=" ".join(words[:2]),
    )
