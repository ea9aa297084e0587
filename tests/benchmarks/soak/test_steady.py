"""Readers and writers at once, for a few seconds; the soak does it for ten minutes."""

import pytest

from benchmarks.soak.steady import Steady, run
from graph_api.database.connection import Database
from graph_api.settings import Settings


def test_every_answer_is_the_oracles_at_its_revision(
    settings: Settings, database: Database, capsys: pytest.CaptureFixture[str]
) -> None:
    held = run(settings, database, 5, 20220802)
    assert held, capsys.readouterr().out


def test_an_answer_that_names_no_revision_is_a_problem() -> None:
    steady = Steady(lambda *_: {}, {})
    steady.answers.put(("{ __typename }", {}, {"data": {"__typename": "Query"}}))
    assert steady.compare() == 1
    assert steady.problems == ["no such revision: None of { __typename } None"]
