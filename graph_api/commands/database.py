"""The embedded Neo4j by hand.

`start` leaves a background process that owns the data folder and its Neo4j; other commands and the
service attach to it, and `stop` ends it. Without it each command starts Neo4j for itself (5 s) and
stops it at the end. `stop` ends whichever process owns the folder, the service too. `dump`, `load` and
`check` work on a store that does not run. `fetch` only brings Neo4j's jars, for a start without the
network later. With NEO4J_URI only `status` means anything.
"""

import os
import signal
import subprocess
import sys
import time
from argparse import ArgumentParser, Namespace, RawDescriptionHelpFormatter
from pathlib import Path

from graph_api import PROJECT
from graph_api.commands.console import say
from graph_api.database import archive, jars, owner
from graph_api.database.connection import open_database
from graph_api.database.embedded import START_PATIENCE, STOP_PATIENCE
from graph_api.database.store import Store
from graph_api.errors import BadSetting, DatabaseFailure, Unavailable
from graph_api.settings import Settings
from schema.errors import Exit
from schema.text import Text


def add(parser: ArgumentParser) -> None:
    """Declare the arguments."""
    parser.formatter_class = RawDescriptionHelpFormatter
    parser.description = __doc__
    actions = parser.add_subparsers(dest="action", metavar="ACTION", required=True)
    actions.add_parser("fetch", help="下载并校验 Neo4j fetch and verify Neo4j's jars")
    start = actions.add_parser("start", help="在后台启动 start it in the background")
    start.add_argument("--foreground", action="store_true", help="留在前台，Ctrl-C 停止 stay, until Ctrl-C")
    actions.add_parser("status", help="是否在运行，地址 whether it runs, and where")
    actions.add_parser("stop", help="停止 stop it")
    dump = actions.add_parser("dump", help="导出到文件 write the database into a file")
    dump.add_argument("file", type=Path, metavar="FILE")
    load = actions.add_parser("load", help="从文件载入 make the database what a dump holds")
    load.add_argument("file", type=Path, metavar="FILE")
    load.add_argument("--overwrite", action="store_true", help="替换现有数据库 replace the present one")
    actions.add_parser("check", help="检查一致性 check its consistency")


def run(arguments: Namespace, settings: Settings) -> Exit:
    """Do what the arguments say."""
    action: str = arguments.action
    if action == "status":
        return _status(settings)
    if action == "fetch":
        jars.class_path(say)
        return Exit.DONE
    if not settings.embedded:
        raise BadSetting(
            Text("这是内嵌数据库的命令", "this command is for the embedded store"),
            Text("自备的 Neo4j 请用其自带工具", "manage your own Neo4j with its own tools"),
            where="NEO4J_URI",
        )
    if action == "start":
        return _own(settings) if arguments.foreground else _start(settings)
    if action == "stop":
        return _stop(Store(settings.data))
    if action == "dump":
        archive.dump(settings, arguments.file, say)
    elif action == "load":
        archive.load(settings, arguments.file, say, overwrite=arguments.overwrite)
    else:
        archive.check(settings, say)
    say(Text("完成", "done"))
    return Exit.DONE


def _own(settings: Settings) -> Exit:
    """Own the data folder and its Neo4j until a signal or the end of Neo4j."""
    with open_database(settings, say, purpose="database") as database:
        if database.embedded is None:
            print(f"{database.uri} (pid {_pid(settings)})")
            return Exit.DONE
        print(database.uri, flush=True)
        while database.embedded.failure is None:
            time.sleep(0.5)
        raise database.embedded.failure


def _start(settings: Settings) -> Exit:
    """Leave such an owner in the background, and wait until its Neo4j answers."""
    store = Store(settings.data)
    store.create()
    living = owner.owner_of(store)
    if living is None:
        log = store.folder / "owner.log"
        words = [sys.executable, "-m", "graph_api", "database", "start", "--foreground"]
        with log.open("wb") as output:
            child = subprocess.Popen(
                words,
                cwd=PROJECT,
                stdin=subprocess.DEVNULL,
                stdout=output,
                stderr=output,
                start_new_session=True,
            )
        say(Text("启动 Neo4j", "starting Neo4j"))
        while (living := owner.owner_of(store)) is None or not living.ready:
            if (status := child.poll()) is not None and owner.owner_of(store) is None:
                sys.stderr.write(log.read_text(encoding="utf-8"))
                return Exit(status) if status in set(Exit) else Exit.DATABASE_UNAVAILABLE
            time.sleep(0.1)
        child.returncode = 0  # it lives on without us; Python would warn of a child that it forgets
    print(f"bolt://127.0.0.1:{living.port} (pid {living.pid})")
    return Exit.DONE


def _status(settings: Settings) -> Exit:
    """Say whether the database answers, without starting it."""
    if settings.embedded:
        store = Store(settings.data)
        living = owner.owner_of(store)
        if living is None or not living.ready:
            state = Text("未运行", "not running") if living is None else Text("正在启动", "starting")
            print(f"{state}: {store.folder}")
            return Exit.DATABASE_UNAVAILABLE
        print(f"{living.purpose}: pid {living.pid}, Neo4j pid {living.neo4j_pid}, {store.folder}")
    try:
        with open_database(settings, migrated=False) as database:
            print(f"{Text('运行中', 'running')}: {database.uri}")
    except DatabaseFailure as failure:
        print(failure)
        return Exit.DATABASE_UNAVAILABLE
    return Exit.DONE


def _stop(store: Store) -> Exit:
    """End the owner, and wait until the folder is free."""
    living = owner.owner_of(store)
    if living is None:
        say(Text("没有在运行", "it is not running"))
        return Exit.DONE
    os.kill(living.pid, signal.SIGTERM)
    deadline = time.monotonic() + STOP_PATIENCE + START_PATIENCE
    while owner.is_running(living.pid, living.started):
        if time.monotonic() > deadline:
            raise Unavailable(
                Text(f"进程 {living.pid} 没有停止", f"process {living.pid} does not stop"),
                Text(f"kill -9 {living.pid}", f"kill -9 {living.pid}"),
                where=str(store.folder),
            )
        time.sleep(0.05)
    say(Text("已停止", "stopped"))
    return Exit.DONE


def _pid(settings: Settings) -> int:
    living = owner.owner_of(Store(settings.data))
    return living.pid if living else 0
