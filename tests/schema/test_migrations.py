"""Migrations on a real Neo4j: done once, under a lock, told when they fail, mended by the next start."""

import threading
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import neo4j
import pytest

from graph_api.database.connection import Database
from schema import constraints
from schema.migration import Migration, lacking, shipped, write_next
from schema.migrations import (
    DatabaseNewer,
    MigrationChanged,
    StatementRefused,
    migrate,
)

BASE = len(shipped())
NEXT = BASE + 1


@pytest.fixture
def scratch(database: Database) -> Iterator[neo4j.Driver]:
    """The empty database, with whatever further migrations a test did taken back."""
    yield database.driver
    with database.driver.session(notifications_min_severity="OFF") as session:
        session.run("DROP CONSTRAINT scratch_code IF EXISTS").consume()
        session.run("DROP INDEX scratch_code IF EXISTS").consume()
        session.run("DROP INDEX scratch_size IF EXISTS").consume()
        session.run("MATCH (m:Migration) WHERE m.version >= $next DELETE m", next=NEXT).consume()


def added(*statements: str) -> tuple[Migration, ...]:
    return (*shipped(), Migration(NEXT, "scratch", "".join(f"{each};\n" for each in statements)))


UNIQUE = "CREATE CONSTRAINT scratch_code IF NOT EXISTS FOR (n:Scratch) REQUIRE n.code IS UNIQUE"
INDEX = "CREATE RANGE INDEX scratch_size IF NOT EXISTS FOR (n:Scratch) ON (n.size)"


def present(driver: neo4j.Driver) -> set[str]:
    with driver.session() as session:
        return {each["name"] for each in session.run("SHOW INDEXES YIELD name")}


def recorded(driver: neo4j.Driver) -> list[int]:
    with driver.session() as session:
        return [each["v"] for each in session.run("MATCH (m:Migration) RETURN m.version AS v ORDER BY v")]


def test_every_rule_of_the_catalog_is_in_the_database_and_online(database: Database) -> None:
    with database.driver.session() as session:
        states = {each["name"]: each["state"] for each in session.run("SHOW INDEXES YIELD name, state")}
    wanted = {rule.name for rule in constraints.rules()}
    assert wanted <= states.keys()
    assert {states[name] for name in wanted} == {"ONLINE"}


def test_shipped_migrations_hold_all_that_the_catalog_needs() -> None:
    assert lacking(shipped()) == ()


def test_a_second_run_does_nothing(database: Database) -> None:
    assert migrate(database.driver, database.name) == ()


def test_a_new_migration_is_applied_once_and_recorded_with_its_checksum(scratch: neo4j.Driver) -> None:
    wanted = added(UNIQUE, INDEX)
    assert migrate(scratch, "neo4j", migrations=wanted) == wanted[-1:]
    assert {"scratch_code", "scratch_size"} <= present(scratch)
    with scratch.session() as session:
        found = session.run("MATCH (m:Migration {version: $v}) RETURN m.checksum AS c", v=NEXT).single()
    assert found is not None
    assert found["c"] == wanted[-1].checksum
    assert migrate(scratch, "neo4j", migrations=wanted) == ()


def test_a_newer_database_is_refused_by_name(scratch: neo4j.Driver) -> None:
    migrate(scratch, "neo4j", migrations=added(INDEX))
    with pytest.raises(DatabaseNewer, match=f"migration {NEXT} scratch"):
        migrate(scratch, "neo4j")


def test_a_changed_migration_is_refused_by_name(scratch: neo4j.Driver) -> None:
    wanted = added(INDEX)
    migrate(scratch, "neo4j", migrations=wanted)
    changed = (*wanted[:-1], replace(wanted[-1], text=wanted[-1].text + "// later\n"))
    with pytest.raises(MigrationChanged, match=wanted[-1].file):
        migrate(scratch, "neo4j", migrations=changed)


def test_a_failed_migration_names_its_statement_and_the_next_start_mends_it(scratch: neo4j.Driver) -> None:
    with scratch.session() as session:
        session.run("UNWIND [1, 2] AS _ CREATE (:Scratch {code: 'same', size: 1})").consume()
    wanted = added(INDEX, UNIQUE)
    with pytest.raises(StatementRefused, match="statement 2 of a migration failed: scratch_code"):
        migrate(scratch, "neo4j", migrations=wanted)
    assert present(scratch).isdisjoint({"scratch_code", "scratch_size"})
    assert recorded(scratch) == list(range(1, NEXT))
    with scratch.session() as session:
        session.run("MATCH (n:Scratch) DELETE n").consume()
    assert migrate(scratch, "neo4j", migrations=wanted) == wanted[-1:]


def test_a_migration_that_ran_but_was_not_recorded_is_run_again(scratch: neo4j.Driver) -> None:
    wanted = added(UNIQUE, INDEX)
    migrate(scratch, "neo4j", migrations=wanted)
    with scratch.session() as session:
        session.run("MATCH (m:Migration {version: $v}) DELETE m", v=NEXT).consume()
    assert migrate(scratch, "neo4j", migrations=wanted) == wanted[-1:]
    assert recorded(scratch)[-1] == NEXT


def test_an_index_that_a_killed_server_left_without_its_constraint_is_replaced(scratch: neo4j.Driver) -> None:
    with scratch.session() as session:
        session.run("CREATE RANGE INDEX scratch_code FOR (n:Scratch) ON (n.code)").consume()
    wanted = added(UNIQUE)
    assert migrate(scratch, "neo4j", migrations=wanted) == wanted[-1:]
    with scratch.session() as session:
        constraints_now = [each["name"] for each in session.run("SHOW CONSTRAINTS YIELD name")]
    assert "scratch_code" in constraints_now


def test_of_several_starts_at_once_one_migrates_and_the_others_wait(scratch: neo4j.Driver) -> None:
    wanted = added(UNIQUE, INDEX)
    results: list[tuple[Migration, ...]] = []
    threads = [
        threading.Thread(target=lambda: results.append(migrate(scratch, "neo4j", migrations=wanted)))
        for _ in range(4)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(results) == [(), (), (), wanted[-1:]]


def test_the_next_file_holds_what_the_catalog_needs_beyond_the_others(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = constraints.rules()
    first = write_next("start", tmp_path)
    assert first is not None
    assert write_next("nothing", tmp_path) is None
    grown = (
        *before[:-1],
        constraints.read_rule(UNIQUE),
        replace(before[-1], statement=before[-1].statement + " "),
    )
    monkeypatch.setattr("schema.migration.rules", lambda: grown)
    second = write_next("grown", tmp_path)
    assert second is not None
    assert [each.strip() for each in second.read_text(encoding="utf-8").split(";") if each.strip()] == [
        before[-1].drop,
        UNIQUE,
        before[-1].statement,
    ]
    assert [each.version for each in shipped(tmp_path)] == [1, 2]
