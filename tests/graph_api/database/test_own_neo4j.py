"""The same tests hold on a Neo4j that an operator runs: a second process of the same jars, by NEO4J_URI."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.graph_api.database.owning_process import owning

PROJECT = Path(__file__).parents[3]
SAME_TESTS = (
    "tests/schema/test_constraints.py",
    "tests/schema/test_migrations.py",
    "tests/graph_api/graphql/test_root_fields.py",
    "tests/graph_api/questions",
    "tests/loaders/test_pipeline.py",
    "tests/loaders/test_commit.py",
)


@pytest.mark.timeout(400)
def test_the_tests_pass_on_a_neo4j_reached_by_its_address(tmp_path: Path) -> None:
    key = tmp_path / "key"
    key.write_text("invented key of the tests of an own Neo4j")
    with owning(tmp_path / "own") as other:
        environment = {name: value for name, value in os.environ.items() if not name.startswith("PYTEST_")}
        environment |= {
            "NEO4J_URI": f"bolt://127.0.0.1:{other.owner.port}",
            "NEO4J_PASSWORD": other.store.password(),
            "GRAPH_API_KEY_FILE": str(key),
        }
        done = subprocess.run(
            [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", *SAME_TESTS],
            cwd=PROJECT,
            env=environment,
            capture_output=True,
            text=True,
            check=False,
        )
    assert done.returncode == 0, done.stdout[-3000:]
    assert " passed" in done.stdout
    assert "failed" not in done.stdout
