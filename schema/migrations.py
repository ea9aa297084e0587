"""How a database gets to what the catalog needs, step by step, and never back.

The database remembers each migration with the checksum of its file (see migration.py). At a start the
missing ones run, one process at a time; every statement may be run again, so that a start which was cut
off is mended by the next.
"""

import random
import time
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from contextlib import contextmanager
from itertools import groupby
from typing import Any, ClassVar, LiteralString

import neo4j
from neo4j.exceptions import Neo4jError, TransientError

from schema.constraints import read_rule
from schema.errors import Exit, Failure
from schema.migration import Migration, shipped
from schema.text import Text

LOCK_SECONDS = 3600.0
"""How long one process may migrate while the others wait."""
INDEX_SECONDS = 3600
"""How long new indexes may take to be filled."""
ORPHAN_SECONDS = 2.0
"""How long an index without its constraint may be another process's work."""
TRIES = 20
"""How often a start begins again that met another one."""

_SCHEMA = ("CREATE CONSTRAINT", "CREATE RANGE", "CREATE TEXT", "CREATE FULLTEXT", "DROP ")

_GROUND: Mapping[str, LiteralString] = {
    "migration_lock": (
        "CREATE CONSTRAINT migration_lock IF NOT EXISTS FOR (n:MigrationLock) REQUIRE n.name IS UNIQUE"
    ),
    "migration_version": (
        "CREATE CONSTRAINT migration_version IF NOT EXISTS FOR (n:Migration) REQUIRE n.version IS UNIQUE"
    ),
}
_CONSTRAINTS: LiteralString = "SHOW CONSTRAINTS YIELD name"
_ORPHANS: LiteralString = (
    "SHOW INDEXES YIELD name, owningConstraint WHERE owningConstraint IS NULL AND name IN $names RETURN name"
)
_TAKE_LOCK: LiteralString = "MERGE (l:MigrationLock {name: 'migrations'}) SET l.taken = timestamp()"
_APPLIED: LiteralString = (
    "MATCH (m:Migration) RETURN m.version AS version, m.name AS name, m.checksum AS checksum ORDER BY version"
)
_RECORD: LiteralString = """
MERGE (m:Migration {version: $version})
ON CREATE SET m.name = $name, m.checksum = $checksum, m.at = datetime()
"""
_AWAIT: LiteralString = "CALL db.awaitIndexes($seconds)"


class MigrationFailure(Failure):
    """The database cannot be brought to what this release needs."""

    code: ClassVar[str] = "UNAVAILABLE"
    exit_code: ClassVar[Exit] = Exit.DATABASE_UNAVAILABLE


class DatabaseNewer(MigrationFailure):
    """The database has migrations that this release does not know."""


class MigrationChanged(MigrationFailure):
    """The database has a migration whose file reads otherwise now."""


class StatementRefused(MigrationFailure):
    """A statement of a migration failed."""


def migrate(
    driver: neo4j.Driver,
    database: str,
    say: Callable[[Text], None] = lambda _: None,
    migrations: Sequence[Migration] | None = None,
) -> tuple[Migration, ...]:
    """Apply what is missing, and return it; a database that lacks nothing costs one small read.

    Raises DatabaseNewer, MigrationChanged, StatementRefused. Other processes that start meanwhile wait.
    """
    wanted = shipped() if migrations is None else tuple(migrations)
    for left in reversed(range(TRIES)):
        try:
            return _migrate(driver, database, say, wanted)
        except TransientError:  # two starts were in each other's way; what was done may be done again
            if not left:
                raise
            time.sleep(random.uniform(0.1, 0.5))  # noqa: S311 - chance keeps them apart
    return ()


def _migrate(
    driver: neo4j.Driver, database: str, say: Callable[[Text], None], wanted: Sequence[Migration]
) -> tuple[Migration, ...]:
    with driver.session(database=database, notifications_min_severity="OFF") as session:
        if not _missing(session, wanted):
            return ()
        if not _GROUND.keys() <= {each["name"] for each in session.run(_CONSTRAINTS)}:
            _lay_ground(session)
        with _locked(driver, database):
            missing = _missing(session, wanted)
            for migration in missing:
                title = f"{migration.version} {migration.name}"
                say(Text(f"更新数据库结构：{title}", f"migrating the database: {title}"))
                _apply(session, migration)
            return missing


def _lay_ground(session: neo4j.Session) -> None:
    """Make what the lock itself needs. Another process may be about it too: it is given time to finish."""
    if _orphans(session, _GROUND):
        time.sleep(ORPHAN_SECONDS)
        _drop_orphans(session, _GROUND)
    for statement in _GROUND.values():
        session.run(statement).consume()


def _drop_orphans(session: neo4j.Session, constraints: Collection[str]) -> None:
    """Remove indexes that a killed server left of constraints which it never finished.

    Neo4j creates a constraint's index first and the constraint afterwards, in two transactions, and
    then refuses to create the constraint because of the index.
    """
    for name in _orphans(session, constraints):
        session.run(_literal(f"DROP INDEX {name} IF EXISTS")).consume()


def _orphans(session: neo4j.Session, constraints: Collection[str]) -> list[str]:
    return [each["name"] for each in session.run(_ORPHANS, names=list(constraints))]


def _missing(session: neo4j.Session, wanted: Sequence[Migration]) -> tuple[Migration, ...]:
    """What the database lacks; raises DatabaseNewer, MigrationChanged."""
    by_version = {each.version: each for each in wanted}
    applied = session.run(_APPLIED).data()
    for each in applied:
        ours = by_version.get(each["version"])
        if ours is None:
            raise DatabaseNewer(
                Text("数据库由较新的版本建立", "the database was made by a newer release"),
                Text("使用该版本或更新的版本", "use that release, or a newer one"),
                where=f"migration {each['version']} {each['name']}",
            )
        if ours.checksum != each["checksum"]:
            raise MigrationChanged(
                Text("数据库结构更新的内容被改动过", "a migration was changed after it was applied"),
                Text(
                    "恢复原文件，把改动写成新的一步",
                    "restore its file, and write the change as a new migration",
                ),
                where=ours.file,
            )
    done = {each["version"] for each in applied}
    return tuple(each for each in wanted if each.version not in done)


@contextmanager
def _locked(driver: neo4j.Driver, database: str) -> Iterator[None]:
    """Hold the lock on one node for the length of the block; the server lets go when we die."""
    with (
        driver.session(database=database, notifications_min_severity="OFF") as session,
        session.begin_transaction(timeout=LOCK_SECONDS) as holding,
    ):
        holding.run(_TAKE_LOCK).consume()
        yield


def _apply(session: neo4j.Session, migration: Migration) -> None:
    """Run its statements, neighbours of one sort in one transaction, and record it last."""
    at = 0
    rules = [read_rule(statement) for statement in migration.statements]
    _drop_orphans(session, [rule.name for rule in rules if rule is not None and rule.is_constraint])
    try:
        for _, group in groupby(migration.statements, key=lambda each: each.startswith(_SCHEMA)):
            with session.begin_transaction() as transaction:
                for statement in group:
                    at += 1
                    transaction.run(_literal(statement)).consume()
                transaction.commit()
        session.run(_AWAIT, seconds=INDEX_SECONDS).consume()
    except TransientError:
        raise
    except Neo4jError as error:
        raise _refused(migration, at, error) from error
    session.run(
        _RECORD, version=migration.version, name=migration.name, checksum=migration.checksum
    ).consume()


def _literal(statement: str) -> Any:
    """A statement of a migration: a file of our own, held by its checksum, is as literal as code."""
    return statement


def _refused(migration: Migration, at: int, error: Neo4jError) -> StatementRefused:
    statement = migration.statements[at - 1]
    rule = read_rule(statement)
    what = rule.name if rule is not None else statement[:80]
    return StatementRefused(
        Text(
            f"数据库结构更新的第 {at} 条语句失败：{what}（{error.code}）",
            f"statement {at} of a migration failed: {what} ({error.code})",
        ),
        Text("排除原因后重新启动即可继续", "remove the cause and start again: it goes on from there"),
        where=migration.file,
    )
