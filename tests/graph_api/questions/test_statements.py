"""Each statement is accepted by the server, without a remark, and finds what it looks for by an index."""

import neo4j
import pytest

from tests.graph_api.questions.statements import statements

STATEMENTS = statements()
PARAMETERS = {
    "code": "x", "day": 20220802, "ids": [1], "inward": ["IS"], "label": "Enterprise", "observed": True,
    "outward": ["IS"],
}  # fmt: skip
BY_KEY = [name for name in STATEMENTS if ".BY_CODE." in name or name.endswith((".NODES", ".TIES_INTO"))]


def test_the_statements_are_found() -> None:
    assert len(STATEMENTS) > 30
    assert "graph_api.questions.case_report.POSTS" in STATEMENTS


@pytest.mark.parametrize("name", STATEMENTS)
def test_the_server_accepts_it(driver: neo4j.Driver, name: str) -> None:
    summary = driver.execute_query(f"EXPLAIN {STATEMENTS[name]}", PARAMETERS, database_="neo4j").summary
    assert summary.plan is not None
    assert summary.query_type == "r"


@pytest.mark.parametrize("name", BY_KEY)
def test_a_lookup_uses_an_index(driver: neo4j.Driver, name: str) -> None:
    summary = driver.execute_query(f"EXPLAIN {STATEMENTS[name]}", PARAMETERS, database_="neo4j").summary
    assert "NodeUniqueIndexSeek" in str(summary.plan)
