"""The embedded Neo4j: a child process that this process owns, watches, and takes with it when it ends.

One thread starts the JVM and stays with it to its end. Linux sends a death signal when the thread that
forked a child dies, so the JVM lives exactly as long as that thread, hence never longer than we do. A JVM
that dies by itself is started again on the same port, so that every driver finds its way back.
"""

import contextlib
import logging
import os
import socket
import subprocess
import sys
import threading
import time
from pathlib import Path

import neo4j
import psutil
from neo4j.exceptions import AuthError, DriverError, Neo4jError, TransientError

from graph_api.database import admin, die_with_parent, java, owner
from graph_api.database.complaints import Transcript
from graph_api.database.progress import Progress
from graph_api.database.shared_classes import SharedClasses
from graph_api.database.store import Store
from graph_api.errors import DatabaseFailure, StoreUnusable, Unavailable
from schema.text import Text

START_PATIENCE = 180.0
"""Seconds that Neo4j may take to answer; recovery after a crash is part of it."""
STOP_PATIENCE = 30.0
PORT_TRIES = 5
RESTARTS = 5
"""Starts in a row that may fail after a crash before we give up."""
LAUNCHER = Path(die_with_parent.__file__)

log = logging.getLogger(__name__)


class EmbeddedNeo4j:
    """One running Neo4j on a data folder that we own. `start` it, read `port`, `stop` it."""

    def __init__(
        self,
        store: Store,
        ownership: owner.Ownership,
        me: owner.Owner,
        *,
        version: str,
        class_path: str,
        memory: java.Memory,
    ) -> None:
        """Nothing runs yet."""
        self._store = store
        self._version = version
        self._class_path = class_path
        self._classes = SharedClasses.of(class_path)
        self._memory = memory
        self._ownership = ownership
        self._me = me
        self._process: subprocess.Popen[bytes] | None = None
        self._answers = threading.Event()
        self._answered = False
        self._stopping = threading.Event()
        self._failure: DatabaseFailure | None = None
        self._thread = threading.Thread(target=self._keep_running, name="neo4j", daemon=True)
        self.port = 0

    @property
    def failure(self) -> DatabaseFailure | None:
        """Why it does not run any more, if it has given up."""
        return self._failure

    def start(self, progress: Progress) -> None:
        """Start it and wait until it answers. Raises DatabaseFailure where it does not."""
        if not self._store.has_first_password:
            progress(Text("初始化数据库", "initialising the database"))
            admin.set_first_password(self._store.home, self._class_path, self._store.password_file)
        progress(Text("启动 Neo4j", "starting Neo4j"))
        self._thread.start()
        self._answers.wait()
        if self._failure is not None:
            raise self._failure

    def stop(self) -> None:
        """Stop it: politely, and after a while by force. Harmless where it does not run."""
        self._stopping.set()
        if not self._thread.is_alive():
            return
        process = self._process
        if process is not None:
            process.terminate()
        self._thread.join(STOP_PATIENCE)
        if self._thread.is_alive() and process is not None:
            log.warning("Neo4j did not stop in %s s and is ended", STOP_PATIENCE)
            process.kill()
            self._thread.join()
        elif self._answered:
            self._classes.keep()
        self._classes.drop()

    def _keep_running(self) -> None:
        """The life of the thread: start, wait for the end, start again unless the end was wanted."""
        try:
            self._first_start()
            while not self._stopping.is_set():
                if self._process is not None:
                    status = self._process.wait()
                    if self._stopping.is_set():
                        break
                    log.error("Neo4j ended unasked (status %s) and is started again", status)
                self._start_again()
        except OSError as error:
            self._failure = self._store.unwritable(error)
            log.exception("Neo4j cannot be started")
        except DatabaseFailure as failure:
            self._failure = failure
            log.error("%s", failure)  # noqa: TRY400 (a failure is told, never traced)
        finally:
            if self._process is not None:
                self._process.wait()
            self._answers.set()

    def _first_start(self) -> None:
        for left in reversed(range(PORT_TRIES)):
            self.port = free_port()
            transcript = Transcript(self._store)
            try:
                self._launch(transcript)
            except DatabaseFailure:
                if left and transcript.port_was_taken():
                    continue
                raise
            self._answers.set()
            return

    def _start_again(self) -> None:
        for left in reversed(range(RESTARTS)):
            try:
                self._launch(Transcript(self._store))
            except DatabaseFailure:
                if not left or self._stopping.wait(1.0):
                    raise
            else:
                return

    def _launch(self, transcript: Transcript) -> None:
        """Start the JVM and wait until it answers; raises DatabaseFailure with what its logs say."""
        conf = self._store.home / "conf" / "neo4j.conf"
        conf.write_text(java.configuration(self.port, self._memory), encoding="utf-8")
        launcher = [sys.executable, "-I", "-S", str(LAUNCHER), str(os.getpid())]
        with transcript.console.open("ab") as console:
            process = subprocess.Popen(
                [*launcher, *java.server(self._store, self._memory, self._classes.flags())],
                env=java.surroundings(self._store.home, self._class_path),
                stdin=subprocess.DEVNULL,
                stdout=console,
                stderr=subprocess.STDOUT,
                start_new_session=True,  # so that Ctrl-C reaches us alone, and we stop it in order
            )
        self._process = process
        me = self._me.with_neo4j(process.pid, self.port)
        self._ownership.write(me)
        if self._stopping.is_set():
            process.terminate()
        try:
            self._await(process, transcript)
        except DatabaseFailure:
            process.kill()
            process.wait()
            raise
        self._answered = True
        self._store.note_success(self._version)
        self._ownership.write(me.now_ready())

    def _await(self, process: subprocess.Popen[bytes], transcript: Transcript) -> None:
        deadline = time.monotonic() + START_PATIENCE
        while not (listens(process.pid, self.port) and self._answers_now()):
            if process.poll() is not None:
                if self._stopping.is_set():
                    raise Unavailable(
                        Text("启动被中止", "the start was broken off"), Text("重新启动", "start again")
                    )
                raise killed(process.returncode) if process.returncode < 0 else transcript.failure()
            if time.monotonic() > deadline:
                raise transcript.failure()
            time.sleep(0.05)

    def _answers_now(self) -> bool:
        """Whether a statement gets through; raises StoreUnusable where it never will."""
        address, auth = f"bolt://127.0.0.1:{self.port}", ("neo4j", self._store.password())
        with neo4j.GraphDatabase.driver(address, auth=auth, connection_timeout=5.0) as driver:
            try:
                with driver.session(database=java.DATABASE) as session:
                    session.run("RETURN 1").consume()
            except AuthError as error:
                raise StoreUnusable(
                    Text("密码与数据不符", "the password is not the store's"),
                    Text("从备份恢复密码文件", "restore the password file from a backup"),
                    where=str(self._store.folder / "password"),
                ) from error
            except TransientError:
                self._refuse_broken(driver)
                return False
            except (DriverError, Neo4jError):
                return False
        return True

    def _refuse_broken(self, driver: neo4j.Driver) -> None:
        """Raise StoreUnusable where Neo4j runs but says that it cannot open the database."""
        with contextlib.suppress(DriverError, Neo4jError), driver.session(database="system") as session:
            for state in session.run(
                "SHOW DATABASE neo4j YIELD currentStatus, statusMessage RETURN currentStatus, statusMessage"
            ):
                if state["statusMessage"]:
                    raise StoreUnusable(
                        Text("数据库已损坏，无法打开", "the database is damaged and cannot be opened"),
                        Text(
                            "用 database load 载入最近的导出文件",
                            "load the latest dump with `database load`",
                        ),
                        where=f"{self._store.folder}: {str(state['statusMessage'])[:200]}",
                    )


def killed(status: int) -> Unavailable:
    """The failure of a Neo4j that a signal ended while it started; `status` is the signal's, negated."""
    return Unavailable(
        Text(f"Neo4j 在启动时被信号 {-status} 终止", f"Neo4j was ended by signal {-status} while it started"),
        Text(
            "重新启动；内存不足时调小 GRAPH_API_HEAP",
            "start again; where memory is short, lower GRAPH_API_HEAP",
        ),
    )


def free_port() -> int:
    """A TCP port on loopback that nobody uses just now."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def listens(pid: int, port: int) -> bool:
    """Whether this very process listens on a TCP port; another one may have taken it."""
    try:
        found = psutil.Process(pid).net_connections(kind="tcp")
    except (psutil.NoSuchProcess, psutil.AccessDenied):
        return False
    return any(each.status == psutil.CONN_LISTEN and each.laddr.port == port for each in found)
