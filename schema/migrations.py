"""How a database gets to what the catalog needs, step by step, and never back.

Each migration is a file `migrations/0001_some_name.cypher`: statements that end with `;`, frozen once a
release has shipped it. The database remembers each with the checksum of its file. At a start the missing
ones run, one process at a time; every statement may be run again, so that a start which was cut off is
mended by the next.

    python -m schema.migrations NAME    writes the next file, with what the catalog needs beyond the others
"""

import hashlib
import re
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path
from typing import ClassVar, LiteralString, cast

import neo4j
from neo4j.exceptions import Neo4jError

from schema.constraints import Names, Rule, names, read_rule, rules
from schema.errors import Exit, Failure
from schema.text import Text

FOLDER = Path(__file__).with_name("migrations")
LOCK_SECONDS = 3600.0
"""How long one process may migrate while the others wait."""
INDEX_SECONDS = 3600
"""How long new indexes may take to be filled."""

_FILE = re.compile(r"(\d{4})_(\w+)\.cypher")
_NAMES = re.compile(r"UNWIND \[(.*)\] AS name CALL db\.create(Label|RelationshipType|Property)\(name\) FINISH")
_SCHEMA = ("CREATE CONSTRAINT", "CREATE RANGE", "CREATE TEXT", "CREATE FULLTEXT", "DROP ")

_GROUND: tuple[LiteralString, ...] = (
    "CREATE CONSTRAINT migration_version IF NOT EXISTS FOR (n:Migration) REQUIRE n.version IS UNIQUE",
    "CREATE CONSTRAINT migration_lock IF NOT EXISTS FOR (n:MigrationLock) REQUIRE n.name IS UNIQUE",
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


@dataclass(frozen=True, slots=True)
class Migration:
    """One step: its number, its name, its statements in order."""

    version: int
    name: str
    text: str

    @property
    def checksum(self) -> str:
        """Of the text, hexadecimal."""
        return hashlib.sha256(self.text.encode()).hexdigest()

    @property
    def statements(self) -> tuple[str, ...]:
        """Its statements, without comments."""
        lines = [line for line in self.text.splitlines() if not line.startswith("//")]
        return tuple(part.strip() for part in "\n".join(lines).split(";") if part.strip())

    @property
    def file(self) -> str:
        """The name of its file."""
        return f"{self.version:04}_{self.name}.cypher"


def shipped(folder: Path = FOLDER) -> tuple[Migration, ...]:
    """The migrations of this release, in order. Raises ValueError where a number is missing or twice."""
    found = []
    for path in sorted(folder.glob("*.cypher")):
        parts = _FILE.fullmatch(path.name)
        if parts is None:
            raise ValueError(path.name)
        found.append(Migration(int(parts[1]), parts[2], path.read_text(encoding="utf-8")))
    if [each.version for each in found] != list(range(1, len(found) + 1)):
        raise ValueError([each.file for each in found])
    return tuple(found)


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
    with driver.session(database=database, notifications_min_severity="OFF") as session:
        if not _missing(session, wanted):
            return ()
        for statement in _GROUND:
            session.run(statement).consume()
        with _locked(driver, database):
            missing = _missing(session, wanted)
            for migration in missing:
                say(
                    Text(
                        f"更新数据库结构 {migration.version}",
                        f"migration {migration.version}: {migration.name}",
                    )
                )
                _apply(session, migration)
            return missing


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
    numbered = list(enumerate(migration.statements, start=1))
    for _, group in groupby(numbered, key=lambda each: each[1].startswith(_SCHEMA)):
        with session.begin_transaction() as transaction:
            number, statement = 0, ""
            try:
                for number, statement in group:
                    # A file of our own, committed and checked by its checksum: as literal as code.
                    transaction.run(cast("LiteralString", statement)).consume()
                transaction.commit()
            except Neo4jError as error:
                raise _refused(migration, number, statement, error) from error
    try:
        session.run(_AWAIT, seconds=INDEX_SECONDS).consume()
    except Neo4jError as error:
        raise _refused(migration, len(numbered), _AWAIT, error) from error
    session.run(
        _RECORD, version=migration.version, name=migration.name, checksum=migration.checksum
    ).consume()


def _refused(migration: Migration, number: int, statement: str, error: Neo4jError) -> StatementRefused:
    rule = read_rule(statement)
    what = rule.name if rule is not None else statement[:80]
    return StatementRefused(
        Text(
            f"数据库结构更新的第 {number} 条语句失败：{what}（{error.code}）",
            f"statement {number} of a migration failed: {what} ({error.code})",
        ),
        Text("排除原因后重新启动即可继续", "remove the cause and start again: it goes on from there"),
        where=migration.file,
    )


def lacking(migrations: Sequence[Migration]) -> tuple[str, ...]:
    """The statements by which the catalog is ahead of `migrations`; empty where they agree."""
    there: dict[str, Rule] = {}
    known: dict[str, set[str]] = {"Label": set(), "RelationshipType": set(), "Property": set()}
    for statement in (each for migration in migrations for each in migration.statements):
        rule, created = read_rule(statement), _NAMES.fullmatch(statement)
        if rule is not None:
            there[rule.name] = rule
        elif created is not None:
            known[created[2]] |= set(re.findall(r"'(\w+)'", created[1]))
        elif statement.startswith("DROP "):
            there.pop(statement.split()[2], None)
    wanted = {rule.name: rule for rule in rules()}
    stale = [rule for rule in there.values() if wanted.get(rule.name) != rule]
    new = [rule for rule in wanted.values() if there.get(rule.name) != rule]
    return (
        *_creating(names(), known),
        *(rule.drop for rule in stale),
        *(rule.statement for rule in new),
    )


def _creating(wanted: Names, known: dict[str, set[str]]) -> Iterator[str]:
    for sort, all_names in (
        ("Label", wanted.labels),
        ("RelationshipType", wanted.kinds),
        ("Property", wanted.properties),
    ):
        new = sorted(all_names - known[sort])
        if new:
            listed = ", ".join(f"'{name}'" for name in new)
            yield f"UNWIND [{listed}] AS name CALL db.create{sort}(name) FINISH"


def write_next(name: str, folder: Path = FOLDER) -> Path | None:
    """Write the next migration with what the catalog needs; None where it needs nothing."""
    before = shipped(folder)
    statements = lacking(before)
    if not statements:
        return None
    migration = Migration(len(before) + 1, name, "".join(f"{each};\n" for each in statements))
    folder.mkdir(exist_ok=True)
    path = folder / migration.file
    path.write_text(migration.text, encoding="utf-8")
    return path


if __name__ == "__main__":
    write_next(sys.argv[1])
