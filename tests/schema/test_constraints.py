"""What the catalog asks of the database, and that a real one gives it."""

import neo4j
import pytest

from schema import constraints
from schema.catalog import NODE_TYPES, RELATIONSHIP_KINDS
from schema.constraints import DAYS, SEARCH, read_rule, rules

BY_NAME = {rule.name: rule for rule in rules()}


def test_every_rule_has_a_name_of_its_own_that_its_statement_bears() -> None:
    assert len(BY_NAME) == len(rules())
    for rule in rules():
        assert read_rule(rule.statement) == rule


@pytest.mark.parametrize("label", NODE_TYPES)
def test_every_type_has_its_codes_and_match_keys_indexed(label: str) -> None:
    statements = {rule.statement for rule in rules()}
    on = f"IF NOT EXISTS FOR (n:{label})"
    assert sum(f"{on} REQUIRE n.`code` IS UNIQUE" in each for each in statements) == 1
    assert sum(f"{on} ON (n.`match`)" in each for each in statements) == 1
    for field in NODE_TYPES[label].stored:
        unique = field.unique or (label, field.name) == ("Change", "revision")
        assert any(f"{on} REQUIRE n.`{field.name}` IS UNIQUE" in each for each in statements) is unique


@pytest.mark.parametrize("kind", RELATIONSHIP_KINDS)
def test_every_relationship_has_a_unique_key(kind: str) -> None:
    statement = BY_NAME[f"{kind.lower()}_key"].statement
    assert statement.endswith(f"FOR ()-[r:{kind}]-() REQUIRE r.key IS UNIQUE")


def test_days_that_are_indexed_exist() -> None:
    for label, days in DAYS.items():
        assert {NODE_TYPES[label].field(day).name for day in days} == set(days)


def test_ids_are_unique_over_all_types_and_revisions_too() -> None:
    assert {"entity_id", "counter_name", "change_revision"} <= BY_NAME.keys()


@pytest.mark.parametrize(
    ("statement", "drop"),
    [
        (BY_NAME["entity_id"].statement, "DROP CONSTRAINT entity_id IF EXISTS"),
        (BY_NAME[SEARCH].statement, f"DROP INDEX {SEARCH} IF EXISTS"),
    ],
)
def test_a_rule_can_be_taken_back(statement: str, drop: str) -> None:
    rule = read_rule(statement)
    assert rule is not None
    assert rule.drop == drop


def test_what_creates_nothing_is_no_rule() -> None:
    assert read_rule("MATCH (n) RETURN n") is None
    assert read_rule("DROP INDEX search IF EXISTS") is None


def test_chinese_names_are_found_by_any_two_characters(driver: neo4j.Driver) -> None:
    driver.execute_query(
        "UNWIND $names AS name CREATE (n:Enterprise {name: name})",
        names=["福绵区水洗印染厂", "樟木镇制衣厂"],
        database_="neo4j",
    )
    driver.execute_query("CALL db.index.fulltext.awaitEventuallyConsistentIndexRefresh()", database_="neo4j")
    found = driver.execute_query(
        "CALL db.index.fulltext.queryNodes($index, $text) YIELD node RETURN node.name AS name",
        index=SEARCH,
        text='"水洗"',
        database_="neo4j",
    )
    assert [record["name"] for record in found.records] == ["福绵区水洗印染厂"]


def test_neo4j_knows_every_name_so_that_it_warns_of_typing_errors_alone(driver: neo4j.Driver) -> None:
    found = driver.execute_query(
        """
        CALL () { CALL db.labels() YIELD label RETURN collect(label) AS labels }
        CALL () { CALL db.relationshipTypes() YIELD relationshipType AS kind RETURN collect(kind) AS kinds }
        CALL () { CALL db.propertyKeys() YIELD propertyKey AS key RETURN collect(key) AS properties }
        RETURN labels, kinds, properties
        """,
        database_="neo4j",
    ).records[0]
    wanted = constraints.names()
    assert wanted.labels <= set(found["labels"])
    assert wanted.kinds <= set(found["kinds"])
    assert wanted.properties <= set(found["properties"])
