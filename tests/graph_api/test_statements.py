"""Each statement is accepted by the server, without a remark, and finds what it looks for by an index."""

import neo4j
import pytest

from tests.graph_api.statements import statements

STATEMENTS = statements()
PARAMETERS = {
    "batch": "x", "batches": [1], "days": ["day"], "first": 1, "last": 2,
    "bound": "employees_bound", "code": "x", "field": "employees", "high": "y", "ids": [1],
    "keys": [1], "kind": "COVERS", "label": "Enterprise", "labels": ["Enterprise"], "low": "x",
    "names": ["code"], "revision": 1,
}  # fmt: skip
LOCKING = {"graph_api.projection.touched._SETTLED"}
"""Statements that wait for a write that is being committed, by its lock."""
BY_KEY = [name for name, text in STATEMENTS.items() if "IN $ids" in text]


def test_the_statements_are_found() -> None:
    assert {"graph_api.graphql.plans.history.PROVENANCE", "graph_api.projection.table._RANGE"} <= set(
        STATEMENTS
    )


@pytest.mark.parametrize("name", STATEMENTS)
def test_the_server_accepts_it(driver: neo4j.Driver, name: str) -> None:
    summary = driver.execute_query(f"EXPLAIN {STATEMENTS[name]}", PARAMETERS, database_="neo4j").summary
    assert summary.plan is not None
    assert summary.query_type == ("rw" if name in LOCKING else "r")


@pytest.mark.parametrize("name", BY_KEY)
def test_a_lookup_uses_an_index(driver: neo4j.Driver, name: str) -> None:
    summary = driver.execute_query(f"EXPLAIN {STATEMENTS[name]}", PARAMETERS, database_="neo4j").summary
    assert "NodeUniqueIndexSeek" in str(summary.plan)
