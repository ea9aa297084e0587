"""The checks that graphql-cop makes of a service, each held over HTTP: none finds anything.

It also tells of GET queries and of GraphiQL, which are there on purpose: GET only reads, so that caches
can keep its answers, and the page at `/` is our own, under a strict policy.
"""

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import httpx
import pytest

from graph_api.database.connection import Database
from graph_api.settings import Settings
from tests.api_server import Api, codes, serving_api

TYPENAME = "query cop { __typename }"
SUGGESTS = ("did you mean", "meant")
BURDEN = 101
"""How often graphql-cop repeats an alias or a field at least."""


def nested(levels: int) -> str:
    """A query that goes round in a circle of the introspection."""
    inner = "name"
    for _ in range(levels):
        inner = f"fields {{ type {{ {inner} }} }}"
    return f"query cop {{ __schema {{ types {{ {inner} }} }} }}"


COSTLY = {
    "aliases": f"query cop {{ {' '.join(f'alias{each}: __typename' for each in range(BURDEN))} }}",
    "repeated fields": f"query cop {{ {'__typename ' * 5 * BURDEN} }}",
    "directives": f"query cop {{ __typename {'@aa' * 10} }}",
    "known directives": f"query cop {{ __typename {'@include(if: true) ' * 10} }}",
    "a circle": nested(20),
    "fragments": "query cop { ...F0 } "
    + " ".join(f"fragment F{each} on Query {{ ...F{each + 1} ...F{each + 1} }}" for each in range(200))
    + " fragment F200 on Query { __typename }",
}


@pytest.mark.parametrize("document", COSTLY.values(), ids=COSTLY.keys())
def test_a_document_that_burdens_is_refused_before_anything_runs(api: Api, document: str) -> None:
    answer = api.post(document)
    assert answer.status_code == httpx.codes.BAD_REQUEST
    assert "data" not in answer.json()
    assert codes(answer) == ["TOO_COSTLY"]


def test_a_small_circle_of_a_real_tool_is_no_attack(api: Api) -> None:
    assert len(api.data(nested(2))["__schema"]["types"]) > 25


def test_batches_are_refused(api: Api) -> None:
    answer = api.http.post("/graphql", json=[{"query": TYPENAME}] * 10)
    assert answer.status_code == httpx.codes.BAD_REQUEST
    assert codes(answer) == ["BAD_INPUT"]


@pytest.mark.parametrize("kind", ["mutation", "subscription"])
def test_nothing_but_a_query_runs_by_get(api: Api, kind: str) -> None:
    answer = api.http.get("/graphql", params={"query": f"{kind} cop {{ __typename }}"})
    assert answer.is_client_error
    assert "data" not in answer.json()


@pytest.mark.parametrize(
    "kind", ["application/x-www-form-urlencoded", "multipart/form-data; boundary=x", "text/plain", ""]
)
def test_what_a_form_of_another_site_can_send_is_refused(api: Api, kind: str) -> None:
    body = httpx.QueryParams({"query": TYPENAME}) if "urlencoded" in kind else f'{{"query": "{TYPENAME}"}}'
    answer = api.http.post("/graphql", content=str(body), headers={"Content-Type": kind})
    assert answer.status_code == httpx.codes.UNSUPPORTED_MEDIA_TYPE
    assert "data" not in answer.json()


def test_no_site_may_read_answers_by_default(api: Api) -> None:
    answer = api.post(TYPENAME, Origin="https://example.org")
    assert [name for name in answer.headers if name.startswith("access-control-")] == []


def test_answers_carry_no_trace_of_their_execution(api: Api) -> None:
    assert "tracing" not in api.post(TYPENAME).json().get("extensions", {})


@pytest.mark.parametrize("document", ["qwerty cop { abc }", "query cop { node(id: 1) { id } }", "{"])
def test_an_error_tells_nothing_of_what_is_inside(api: Api, document: str) -> None:
    answer = api.post(document)
    text = answer.text.lower()
    assert answer.json()["errors"]
    assert [word for word in ("traceback", "exception", "stacktrace", ".py", "neo4j") if word in text] == []


@pytest.fixture(scope="module")
def closed(settings: Settings, server: Database) -> Iterator[Api]:
    """The API with introspection off."""
    with serving_api(replace(settings, introspection=False), server) as api:
        yield api


INTROSPECTING = [
    "query cop { __schema { types { name fields { name } } } }",
    'query cop { __type(name: "Query") { fields { name } } }',
    "query cop { ...F } fragment F on Query { a: __schema { directives { name } } }",
]


@pytest.mark.parametrize("document", INTROSPECTING)
@pytest.mark.parametrize("method", ["GET", "POST"])
def test_where_introspection_is_off_the_schema_is_not_told(closed: Api, document: str, method: str) -> None:
    given: dict[str, Any] = {"params" if method == "GET" else "json": {"query": document}}
    answer = closed.http.request(method, "/graphql", **given)
    assert answer.status_code == httpx.codes.BAD_REQUEST
    assert "data" not in answer.json()
    assert closed.data(TYPENAME) == {"__typename": "Query"}


NEARLY = [
    "query cop { enterprize(code: 1) { id } }",
    'query cop { enterprise(cod: "1") { id } }',
    'query cop { enterprise(code: "1") { nam } }',
    'query cop { enterprise(code: "1") { ... on Enterprize { id } } }',
    'query cop($w: EnterpriseWher) { enterprise(code: "1") { id } }',
    "query cop { __schema { directive } }",
    "query cop { __typename @inclde(if: true) }",
    'query cop { dispatch(code: "1") { ...Fielda } } fragment Fields on Dispatch { id }',
]


@pytest.mark.parametrize("document", NEARLY)
def test_where_introspection_is_off_no_message_suggests_a_name(closed: Api, document: str) -> None:
    answer = closed.post(document)
    assert answer.json()["errors"]
    told = answer.text.lower()
    assert [word for word in SUGGESTS if word in told] == []
    assert [name for name in ("enterprise`", '"enterprise"', "EnterpriseWhere") if name in answer.text] == []
