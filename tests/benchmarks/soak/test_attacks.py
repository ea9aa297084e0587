"""A share of the attacks, and that the judge of their outcomes sees what is planted."""

import asyncio
import gzip

import pytest
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from benchmarks.soak.attacks import CPU_SECONDS, Outcome, Tally, asked, faults, leaves, run, told
from benchmarks.soak.hostile import Hostile
from graph_api.database.connection import Database
from graph_api.settings import Settings
from tests.sample_store import Sample

ASKED = Hostile("raw", b"{}")
FINE = b'{"data":{"a":1}}'


@pytest.mark.timeout(300)
def test_no_attack_finds_a_fault(settings: Settings, server: Database, sample: Sample) -> None:
    said: list[str] = []
    assert sample.reports
    assert run(settings, server, requests=600, seed=7, say=said.append), said[-20:]
    assert said[-1].startswith("600 requests, 0 problems")


@pytest.mark.parametrize(
    ("outcome", "found"),
    [
        (Outcome(200, FINE, 0.0), []),
        (Outcome(400, b'{"errors":[{"message":"x","extensions":{"code":"BAD_INPUT"}}]}', 0.0), []),
        (Outcome(304, b"", 0.0), []),
        (Outcome(200, gzip.compress(FINE), 0.0), []),
        (Outcome(500, FINE, 0.0), ["status 500"]),
        (
            Outcome(200, b'{"errors":[{"message":"x","extensions":{"code":"INTERNAL"}}]}', 0.0),
            ["codes ['INTERNAL']"],
        ),
        (Outcome(200, b"{}", 0.0), ["neither data nor errors"]),
        (Outcome(200, FINE, 2 * CPU_SECONDS), ["200 ms of CPU for 2 bytes"]),
    ],
)
def test_an_outcome_is_judged(outcome: Outcome, found: list[str]) -> None:
    assert faults(ASKED, outcome) == found


def test_more_bytes_may_take_more_time() -> None:
    assert faults(Hostile("raw", b"x" * 60_000), Outcome(200, FINE, 2 * CPU_SECONDS)) == []


def test_a_tally_tells_of_each_kind_and_each_problem() -> None:
    tally = Tally()
    tally.note(ASKED, Outcome(200, FINE, 0.001))
    tally.note(ASKED, Outcome(503, FINE, 0.002))
    lines = told(tally, requests=2, seed=1, growth=0)
    assert "{200: 1, 503: 1}" in lines[0]
    assert "raw: status 503" in lines[1]
    assert lines[2] == "2 requests, 1 problems, memory grew by 0.0 MB (seed 1)"


def test_an_application_that_breaks_is_seen() -> None:
    async def broken(_: Request) -> Response:
        raise RuntimeError("planted")

    app = Starlette(routes=[Route("/graphql", broken, methods=["POST"])])
    assert asyncio.run(asked(app, ASKED)).status == 500


def test_values_of_an_answer_come_with_their_names() -> None:
    assert leaves({"a": [{"id": "1"}, {"id": None}], "code": "2"}) == [
        ("id", "1"),
        ("id", None),
        ("code", "2"),
    ]
