"""The rules are derived from the catalog and taken by the real server."""

import pytest

from graph_api.database.connection import Database
from schema.catalog import NODE_TYPES, RELATIONSHIP_KINDS
from schema.constraints import names, rules


def test_every_type_has_unique_codes_and_every_kind_unique_keys() -> None:
    statements = [rule.statement for rule in rules()]
    for label in NODE_TYPES:
        assert sum(f"(n:{label}) REQUIRE n.`code` IS UNIQUE" in each for each in statements) == 1
    for kind in RELATIONSHIP_KINDS:
        assert sum(f"[r:{kind}]-() REQUIRE r.key IS UNIQUE" in each for each in statements) == 1


def test_no_two_rules_share_a_name() -> None:
    found = [rule.name for rule in rules()]
    assert len(found) == len(set(found))


def test_the_database_has_exactly_these_rules(database: Database) -> None:
    with database.driver.session(database=database.name) as session:
        there = set(session.run("SHOW INDEXES YIELD name RETURN collect(name)").single(strict=True)[0])
    lookups = {name for name in there if name.startswith("index_")}
    assert {rule.name for rule in rules()} <= there
    assert there - lookups - {rule.name for rule in rules()} <= {"migration_version", "migration_lock"}


@pytest.mark.parametrize("label", NODE_TYPES)
def test_a_lookup_by_code_or_match_key_uses_an_index(database: Database, label: str) -> None:
    with database.driver.session(database=database.name) as session:
        for name in ("code", "match"):
            plan = session.run(f"EXPLAIN MATCH (n:{label} {{`{name}`: 'x'}}) RETURN n").consume().plan
            assert "Index" in repr(plan)


def test_every_property_that_a_loader_may_write_is_known() -> None:
    known = names().properties
    assert {
        "employees_bound",
        "stated_code",
        "seen",
        "confirmed",
        "before",
        "kept",
        "capacity",
        "role",
    } <= known
