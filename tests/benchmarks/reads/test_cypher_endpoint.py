"""The hand-written endpoint sends the same page in both forms."""

import contextlib
import sys
from pathlib import Path
from typing import Any

import orjson

from benchmarks.reads.contenders import DAY, SIZE
from benchmarks.reads.http_client import HttpClient, post
from benchmarks.reads.programs import program
from benchmarks.reads.sameness import difference
from benchmarks.reads.stores import Store
from benchmarks.reads.tables import nested


def test_tables_and_page_say_the_same(district: Store, expected: dict[str, Any], tmp_path: Path) -> None:
    command = [sys.executable, "-m", "benchmarks.reads.cypher_endpoint"]
    asked = orjson.dumps({"after": "", "first": SIZE, "asOf": DAY})
    with (
        program(command, district.environment(), tmp_path / "log") as server,
        contextlib.closing(HttpClient(server.port)) as client,
    ):
        tables = nested(orjson.loads(client.ask(post("/tables", asked))))
        page = orjson.loads(client.ask(post("/page", asked)))
    assert page == tables == expected
    assert difference(expected, page) is None
