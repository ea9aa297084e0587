"""One way to the database, wherever it is: `with open_database(settings, …) as database`.

Where NEO4J_URI is set, that server is used. Else the data folder has an owner: this process, which
starts Neo4j and stops it at the end, or a living other one, to whose Neo4j we attach. From then on there
is no difference.
"""

import contextlib
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import TypedDict

import neo4j
from neo4j.exceptions import DriverError, Neo4jError

from graph_api.database import jars, java, owner
from graph_api.database.embedded import START_PATIENCE, EmbeddedNeo4j
from graph_api.database.failures import as_failure
from graph_api.database.progress import Progress, silent
from graph_api.database.store import Store
from graph_api.errors import DatabaseFailure, Unavailable
from graph_api.settings import Settings
from schema.migrations import migrate
from schema.text import Text

OLDEST = (5, 26)
"""The oldest server whose Cypher we write."""


class _Options(TypedDict):
    connection_timeout: float
    connection_acquisition_timeout: float
    max_transaction_retry_time: float
    liveness_check_timeout: float
    user_agent: str


OPTIONS = _Options(
    connection_timeout=5.0,
    connection_acquisition_timeout=15.0,
    max_transaction_retry_time=15.0,
    liveness_check_timeout=2.0,  # a connection that idled while Neo4j was started again is found out
    user_agent="graph-api",
)


@dataclass(frozen=True, slots=True)
class Database:
    """An open database: where it is, and a driver for it (threads may share that one).

    `embedded` is the Neo4j that this process owns, None where another process or operator does.
    """

    uri: str
    username: str
    password: str = field(repr=False)
    name: str
    driver: neo4j.Driver = field(repr=False)
    embedded: EmbeddedNeo4j | None = field(default=None, repr=False)

    def async_driver(self) -> neo4j.AsyncDriver:
        """A new driver for asyncio, which whoever asked for it closes."""
        auth = (self.username, self.password)
        return neo4j.AsyncGraphDatabase.driver(self.uri, auth=auth, **OPTIONS)


@contextlib.contextmanager
def open_database(
    settings: Settings, progress: Progress = silent, *, purpose: str = "command", migrated: bool = True
) -> Iterator[Database]:
    """The database that `settings` mean, with all migrations done, for the length of the block.

    `purpose` tells others in one word what the owning process is for; `migrated` False leaves the
    structure as it is. Raises DatabaseFailure or MigrationFailure where the database cannot be had; what
    the driver raises in the block is the caller's (see failures.as_failure).
    """
    with _opened(settings, progress, purpose) as database:
        if migrated:
            try:
                migrate(database.driver, database.name, progress)
            except (DriverError, Neo4jError) as error:
                raise _told(error, database.uri) from error
        yield database


@contextlib.contextmanager
def _opened(settings: Settings, progress: Progress, purpose: str) -> Iterator[Database]:
    if settings.neo4j_uri is not None:
        uri, user = settings.neo4j_uri, settings.neo4j_username
        with _connected(uri, user, settings.neo4j_password, settings.neo4j_database) as database:
            yield database
        return
    store = Store(settings.data)
    store.create()
    ownership = _own_or_attach(store, progress)
    if isinstance(ownership, owner.Owner):
        with _connected(_bolt(ownership.port), "neo4j", store.password(), java.DATABASE) as database:
            yield database
        return
    with contextlib.closing(ownership), running(store, settings, ownership, progress, purpose) as server:
        uri = _bolt(server.port)
        with _connected(uri, "neo4j", store.password(), java.DATABASE, server) as database:
            yield database


@contextlib.contextmanager
def running(
    store: Store, settings: Settings, ownership: owner.Ownership, progress: Progress, purpose: str
) -> Iterator[EmbeddedNeo4j]:
    """Our own Neo4j on a folder that we own already, for the length of the block. Raises DatabaseFailure."""
    me = owner.Owner.me(purpose)
    ownership.write(me)
    wanted = jars.locked()
    version, class_path = jars.neo4j_version(wanted), jars.class_path(progress, wanted)
    owner.end_orphan(ownership.predecessor)
    owner.refuse_foreign(store)
    store.furnish(version)
    memory = java.Memory.chosen(settings)
    server = EmbeddedNeo4j(store, ownership, me, version=version, class_path=class_path, memory=memory)
    try:
        server.start(progress)
        yield server
    finally:
        server.stop()


def _own_or_attach(store: Store, progress: Progress) -> owner.Ownership | owner.Owner:
    """Become the owner, or the living owner once its Neo4j answers. Raises Unavailable if it never does."""
    deadline = time.monotonic() + START_PATIENCE
    told = False
    while time.monotonic() < deadline:
        ownership = owner.own(store)
        if ownership is not None:
            return ownership
        living = owner.owner_of(store)
        if living is not None and living.ready:
            return living
        if not told:
            progress(Text("等待另一进程启动 Neo4j", "waiting for another process to start Neo4j"))
            told = True
        time.sleep(0.1)
    raise Unavailable(
        Text(
            "另一进程正在使用数据文件夹，但没有应答",
            "another process owns the data folder but does not answer",
        ),
        Text("停止它：python -m graph_api database stop", "stop it: python -m graph_api database stop"),
        where=str(store.folder),
    )


@contextlib.contextmanager
def _connected(
    uri: str, username: str, password: str, name: str, embedded: EmbeddedNeo4j | None = None
) -> Iterator[Database]:
    """A driver that has been seen to reach a server that we can use."""
    with neo4j.GraphDatabase.driver(uri, auth=(username, password), **OPTIONS) as driver:
        try:
            with driver.session(database=name) as session:
                agent = session.run("RETURN 1").consume().server.agent
        except (DriverError, Neo4jError) as error:
            raise _told(error, uri) from error
        if _version(agent) < OLDEST:
            raise Unavailable(
                Text(f"{agent} 太旧", f"{agent} is too old"),
                Text("使用 Neo4j 5.26 或更新的版本", "use Neo4j 5.26 or newer"),
                where=uri,
            )
        yield Database(uri, username, password, name, driver, embedded)


def _told(error: DriverError | Neo4jError, uri: str) -> DatabaseFailure:
    failure = as_failure(error, uri)
    if isinstance(failure, DatabaseFailure):
        return failure
    return Unavailable(failure.what, failure.remedy, where=f"{uri} {failure.where}")


def _version(agent: str) -> tuple[int, ...]:
    """(5, 26, 28) of "Neo4j/5.26.28"; a server that tells no version counts as new enough."""
    numbers = [int(part) for part in agent.partition("/")[2].split(".") if part.isdigit()]
    return tuple(numbers) or OLDEST


def _bolt(port: int) -> str:
    return f"bolt://127.0.0.1:{port}"
