"""Cypher built at run time is refused; literal statements with parameters pass."""

import shutil
from pathlib import Path

from tools.checks.literal_cypher import findings

ROOT = Path(__file__).resolve().parents[2]

PROGRAM = '''
"""A program that asks a database three times."""

from typing import LiteralString

import neo4j

BY_CODE: LiteralString = "MATCH (n:Entity {code: $code}) RETURN n"


def ask(statement: LiteralString) -> LiteralString:
    """Our own door to the driver."""
    return statement


def answers(session: neo4j.Session, tx: neo4j.Transaction, code: str) -> None:
    """Ask by literal and by built statements."""
    session.run(BY_CODE, code=code)
    session.run(f"MATCH (n:Entity {{code: '{code}'}}) RETURN n")
    tx.run("MATCH (n) WHERE n.code = '" + code + "' RETURN n")
    ask("MATCH (n:%s) RETURN n" % code)
'''


def test_statements_built_from_run_time_strings_are_found_and_literal_ones_are_not(tmp_path: Path) -> None:
    shutil.copy(ROOT / "pyproject.toml", tmp_path)
    folder = tmp_path / "graph_api"
    folder.mkdir()
    (folder / "asking.py").write_text(PROGRAM, encoding="utf-8")
    found = findings(tmp_path)
    assert [(each.file, each.line) for each in found] == [
        ("graph_api/asking.py", 19),
        ("graph_api/asking.py", 20),
        ("graph_api/asking.py", 21),
    ]


def test_the_project_has_no_statement_built_at_run_time() -> None:
    assert findings(ROOT) == []
