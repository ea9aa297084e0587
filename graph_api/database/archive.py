"""The embedded store as a file and back: dump, load, check. Neo4j does not run meanwhile."""

import contextlib
import shutil
import time
from collections.abc import Callable, Iterator
from pathlib import Path

from graph_api.database import admin, jars, owner
from graph_api.database.connection import running
from graph_api.database.progress import Progress, silent
from graph_api.database.store import LOADED, Store, lay_out
from graph_api.errors import BadFile, StoreHeld
from graph_api.settings import Settings
from schema.text import Text

LOOKS = 10
"""How often the owner's lock is tried: who only looks at it holds it for a moment."""


def dump(settings: Settings, file: Path, progress: Progress = silent) -> None:
    """Write the database into `file` (mode 600), whole or not at all.

    Raises BadFile where there is nothing to dump or the file exists; DatabaseFailure. The key that hashes
    ID numbers is not in it: keep a copy of the data folder's `key` beside the dump.
    """
    if file.exists():
        raise BadFile(
            Text("文件已存在", "the file exists"), Text("另取名称", "choose another name"), where=str(file)
        )
    if not file.resolve().parent.is_dir():
        raise _missing(file.resolve().parent)
    progress(Text("导出数据库", "dumping the database"))
    _at_rest(settings, progress, lambda store, class_path: admin.dump(store, class_path, file))


def check(settings: Settings, progress: Progress = silent) -> None:
    """Check the store's consistency; raises StoreUnusable with what is wrong and where the report is."""
    progress(Text("检查数据库", "checking the database"))
    _at_rest(settings, progress, admin.check)


def load(settings: Settings, file: Path, progress: Progress = silent, *, overwrite: bool = False) -> None:
    """Make the database what `file` holds; the present one is gone only when the new one is whole.

    Raises BadFile where the file is missing, or where the store has data and `overwrite` does not allow
    for it; DatabaseFailure.
    """
    if not file.is_file():
        raise _missing(file)
    store = Store(settings.data)
    store.create()
    with _owned(store) as ownership:
        if store.started_before and not overwrite:
            raise BadFile(
                Text("数据文件夹中已有数据库", "the data folder holds a database"),
                Text("加上 --overwrite 以替换它", "give --overwrite to replace it"),
                where=str(store.folder),
            )
        class_path = _furnish(store, ownership, progress)
        progress(Text("载入导出文件", "loading the dump"))
        lay_out(store.next_home, LOADED)
        try:
            admin.set_first_password(store.next_home, class_path, store.password_file)
            admin.load(store.next_home, class_path, file)
        except BaseException:
            shutil.rmtree(store.next_home)
            raise
        store.replace_home()


def _at_rest(settings: Settings, progress: Progress, work: Callable[[Store, str], None]) -> None:
    """Do `work` with a store that does not run, and with the class path.

    A store that was killed is first started and stopped, so that Neo4j recovers what was open.
    """
    store = Store(settings.data)
    if not store.started_before:
        raise BadFile(
            Text("此处没有数据库", "there is no database here"),
            Text("检查 GRAPH_API_DATA", "mend GRAPH_API_DATA"),
            where=str(store.folder),
        )
    store.create()
    with _owned(store) as ownership:
        class_path = _furnish(store, ownership, progress)
        try:
            work(store, class_path)
        except admin.NeedsRecovery:
            with running(store, settings, ownership, progress, "recovery"):
                pass
            work(store, class_path)


def _furnish(store: Store, ownership: owner.Ownership, progress: Progress) -> str:
    ownership.write(owner.Owner.me("archive"))
    wanted = jars.locked()
    class_path = jars.class_path(progress, jars=wanted)
    owner.end_orphan(ownership.predecessor)
    owner.refuse_foreign(store)
    store.furnish(jars.neo4j_version(wanted))
    return class_path


@contextlib.contextmanager
def _owned(store: Store) -> Iterator[owner.Ownership]:
    """The folder as ours for the length of the block; raises StoreHeld while another process has it."""
    for _ in range(LOOKS):
        ownership = owner.own(store)
        living = owner.owner_of(store) if ownership is None else None
        if ownership is not None or living is not None:
            break
        time.sleep(0.1)  # somebody looked at the lock just then
    if ownership is None:
        name = f"{living.pid} ({living.purpose})" if living else "?"
        raise StoreHeld(
            Text(f"进程 {name} 正在使用数据库", f"process {name} is using the database"),
            Text("先停止：python -m graph_api database stop", "first: python -m graph_api database stop"),
            where=str(store.folder),
        )
    with contextlib.closing(ownership):
        yield ownership


def _missing(path: Path) -> BadFile:
    return BadFile(
        Text("没有这个文件", "there is no such file"), Text("改正路径", "mend the path"), where=str(path)
    )
