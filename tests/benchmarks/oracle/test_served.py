"""The service can be asked while it is up."""

import httpx
import pytest

from benchmarks.oracle.served import served
from graph_api.database.connection import Database
from graph_api.settings import Settings


def test_it_answers_until_the_end_of_its_block(settings: Settings, database: Database) -> None:
    with served(settings, database) as ask:
        assert ask("query A($n: Boolean!) { __typename @include(if: $n) }", {"n": True})["data"] == {
            "__typename": "Query"
        }
    with pytest.raises((httpx.HTTPError, RuntimeError)):
        ask("{ __typename }", {})
