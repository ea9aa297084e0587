"""GraphQL over HTTP: every malformed request is a clear 4xx, never a 500."""

import gzip
import hashlib
import json
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import httpx
import pytest

from graph_api.database.connection import Database
from graph_api.graphql.answering import Answer, Answering
from graph_api.graphql.negotiation import GRAPHQL, JSON
from graph_api.limits import DEFAULTS
from graph_api.settings import Settings
from tests.api_server import Api, codes, serving

FINE = {"query": "{ __typename }"}
TWO = "query A { __typename } query B { __typename }"


@pytest.fixture(scope="module")
def strict(settings: Settings, server: Database) -> Iterator[httpx.Client]:
    """A service with small limits, closed to introspection, open to one page elsewhere."""
    small = replace(
        DEFAULTS,
        tokens=60,
        fields=12,
        depth=5,
        aliases=3,
        directives=2,
        fragments=2,
        operations=2,
        cost=1000,
        page=40,
    )
    chosen = replace(settings, limits=small, introspection=False, cors_origins=("https://a.example",))
    with serving(chosen, server) as client:
        yield client


@pytest.mark.parametrize(
    ("document", "number", "limit"),
    [
        ("{" + "x " * 70 + "}", "", "60"),
        ("{ a b c d e f g h i j k l m }", "13", "12"),
        ("{ a { b { c { d { e { f } } } } } }", "6", "5"),
        ("{ ...F } fragment F on Query { a { b { c { d { e } } } } }", "6", "5"),
        ("{ a: x b: x c: x d: x }", "4", "3"),
        ("{ a @skip(if: true) b @skip(if: true) c @skip(if: true) }", "3", "2"),
        ("{ ... { a } ... { b } ... { c } }", "3", "2"),
        ("query A { a } query B { b } query C { c }", "3", "2"),
        ("{ caseReport { figures { subjects(first: 39) { nodes { id code } } } } }", "1602", "1000"),
        ("{ caseReport { figures { subjects(first: 41) { totalCount } } } }", "41", "40"),
    ],
)
def test_what_is_beyond_a_limit_is_refused_with_the_number_and_the_limit(
    strict: httpx.Client, document: str, number: str, limit: str
) -> None:
    answer = strict.post("/graphql", json={"query": document}, headers={"accept": GRAPHQL})
    assert answer.status_code == httpx.codes.BAD_REQUEST
    assert codes(answer) == ["TOO_COSTLY"]
    message = answer.json()["errors"][0]["message"]
    assert number in message
    assert limit in message


def test_an_answer_says_what_it_cost(api: Api) -> None:
    query = "query Q($n: Int) { caseReport { figures { subjects(first: $n) { nodes { id } } } } }"
    costs = [api.post(query, {"n": n}).json()["extensions"]["cost"] for n in (1, 500)]
    assert costs == [62, 10042]


def test_a_closed_service_answers_no_introspection_and_suggests_no_name(strict: httpx.Client) -> None:
    for document in (
        "{ __schema { description } }",
        '{ __type(name: "Query") { name } }',
        "{ caseReprt { asOf } }",
        '{ node(ident: "x") { id } }',
        "query Q($x: Strin) { a: __typename }",
    ):
        answer = strict.post("/graphql", json={"query": document})
        assert set(codes(answer)) == {"BAD_INPUT"}
        assert "Did you mean" not in answer.text
    assert strict.post("/graphql", json=FINE).json()["data"] == {"__typename": "Query"}


def test_an_open_one_suggests(api: Api) -> None:
    assert "Did you mean" in api.post("{ caseReprt { asOf } }").text


def test_pages_elsewhere_may_call_only_where_a_setting_names_them(strict: httpx.Client, api: Api) -> None:
    def allowed(client: httpx.Client, origin: str) -> tuple[int, str | None]:
        asked = {"origin": origin, "access-control-request-method": "POST"}
        asked["access-control-request-headers"] = "content-type"
        answer = client.options("/graphql", headers=asked)
        return answer.status_code, answer.headers.get("access-control-allow-origin")

    assert allowed(strict, "https://a.example") == (200, "https://a.example")
    assert allowed(strict, "https://b.example")[1] is None
    assert allowed(api.http, "https://a.example") == (405, None)
    answer = api.http.post("/graphql", json=FINE, headers={"origin": "https://a.example"})
    assert not any(name.startswith("access-control") for name in answer.headers)


def test_a_message_does_not_grow_with_what_was_sent(api: Api) -> None:
    message = api.post("{ " + "x" * 20_000 + " }").json()["errors"][0]["message"]
    assert len(message) <= 501


def test_a_document_that_costs_too_much_to_validate_is_refused(api: Api) -> None:
    nested = "{ " + "caseReport { " + ("figures { " + "key " * 9 + "} ") * 9 + "} }"
    assert api.codes("{" + "__typename " * 1000 + "}") == ["TOO_COSTLY"]
    assert api.codes("{" + (nested[1:-1]) * 9 + "}") == ["TOO_COSTLY"]


def test_an_operation_is_chosen_by_name(api: Api) -> None:
    for name in ("A", "B"):
        answer = api.http.post("/graphql", json={"query": TWO, "operationName": name})
        assert answer.json()["data"] == {"__typename": "Query"}


@pytest.mark.parametrize(
    ("accept", "kind"),
    [
        ("*/*", JSON),
        (GRAPHQL, GRAPHQL),
        (JSON, JSON),
        (f"{JSON}, {GRAPHQL};q=0.9", JSON),
    ],
)
def test_the_media_type_is_the_one_accepted(api: Api, accept: str, kind: str) -> None:
    answer = api.post("{ __typename }", accept=accept)
    assert answer.headers["content-type"] == f"{kind}; charset=utf-8"


def test_a_caller_that_takes_neither_media_type_is_refused(api: Api) -> None:
    answer = api.post("{ __typename }", accept="text/html")
    assert answer.status_code == httpx.codes.NOT_ACCEPTABLE
    assert codes(answer) == ["BAD_INPUT"]


@pytest.mark.parametrize(
    ("body", "as_graphql", "as_json"),
    [
        ({"query": "{"}, 400, 200),
        ({"query": "{ nothing }"}, 400, 200),
        ({"query": "query Q($c: String!) { enterprise(code: $c) { code } }"}, 400, 200),
        ({"query": "{ a }", "variables": []}, 400, 400),
        ({}, 400, 400),
        ([FINE], 400, 400),
    ],
    ids=range(6),
)
def test_json_by_name_says_200_wherever_the_request_could_be_read(
    api: Api, body: Any, as_graphql: int, as_json: int
) -> None:
    for accept, status in ((GRAPHQL, as_graphql), ("*/*", as_graphql), (JSON, as_json)):
        answer = api.http.post("/graphql", json=body, headers={"accept": accept})
        assert (answer.status_code, "data" in answer.json()) == (status, False)


def test_a_batch_is_refused_by_name(api: Api) -> None:
    answer = api.http.post("/graphql", json=[FINE, FINE], headers={"accept-language": "en"})
    assert answer.status_code == httpx.codes.BAD_REQUEST
    assert answer.json()["errors"][0]["message"] == "batches are not supported; send one at a time"


def test_a_long_answer_is_compressed_for_those_who_take_it(api: Api) -> None:
    query = "{ __schema { types { name description } } }"
    for coding, expected in (("gzip, br", "gzip"), ("identity", None), ("gzip;q=0", None)):
        request = api.http.build_request(
            "POST", "/graphql", json={"query": query}, headers={"accept-encoding": coding}
        )
        answer = api.http.send(request, stream=True)
        raw = b"".join(answer.iter_raw())
        assert answer.headers.get("content-encoding") == expected
        assert "Accept-Encoding" in answer.headers["vary"]
        assert json.loads(gzip.decompress(raw) if expected else raw)["data"]["__schema"]["types"]
    assert "content-encoding" not in api.post("{ __typename }", accept_encoding="gzip").headers


def test_a_persisted_document_is_asked_for_by_its_hash(api: Api) -> None:
    query = "{ persisted: __typename }"
    extensions = {"persistedQuery": {"version": 1, "sha256Hash": hashlib.sha256(query.encode()).hexdigest()}}
    unknown = api.http.post("/graphql", json={"extensions": extensions})
    assert [(each["message"], each["extensions"]["code"]) for each in unknown.json()["errors"]] == [
        ("PersistedQueryNotFound", "NOT_FOUND")
    ]
    sent = api.http.post("/graphql", json={"query": query, "extensions": extensions})
    assert sent.json()["data"] == {"persisted": "Query"}
    again = api.http.post("/graphql", json={"extensions": extensions})
    assert again.json()["data"] == {"persisted": "Query"}
    assert get(api, extensions=json.dumps(extensions)).json()["data"] == {"persisted": "Query"}
    wrong = api.http.post("/graphql", json={**FINE, "extensions": extensions})
    assert (wrong.status_code, codes(wrong)) == (httpx.codes.BAD_REQUEST, ["BAD_INPUT"])


def test_a_document_with_errors_is_not_remembered(api: Api) -> None:
    query = "{ wrong }"
    extensions = {"persistedQuery": {"version": 1, "sha256Hash": hashlib.sha256(query.encode()).hexdigest()}}
    api.http.post("/graphql", json={"query": query, "extensions": extensions})
    assert codes(api.http.post("/graphql", json={"extensions": extensions})) == ["NOT_FOUND"]


def test_a_get_answers_304_until_something_changes(api: Api) -> None:
    query = '{ enterprise(code: "x") { code } }'
    first = get(api, query=query)
    tag = first.headers["etag"]
    assert first.headers["cache-control"] == "private, no-cache"

    def again(text: str = query, **headers: str) -> httpx.Response:
        sent = {"if-none-match": tag} | {name.replace("_", "-"): each for name, each in headers.items()}
        return api.http.get("/graphql", params={"query": text}, headers=sent)

    unchanged = again()
    assert (unchanged.status_code, unchanged.content) == (httpx.codes.NOT_MODIFIED, b"")
    assert unchanged.headers["etag"] == tag
    for other in (
        again(query + " "),
        again(accept=GRAPHQL),
        again(accept_language="en"),
    ):
        assert other.status_code == httpx.codes.OK
        assert other.headers["etag"] != tag
    api.create("CREATE (:Counter {name: 'revision', value: 41})")
    assert again().status_code == httpx.codes.OK
    assert "etag" not in get(api, query='{ node(id: "x") { id } }').headers
    assert api.post(query).headers["cache-control"] == "no-store"
    assert "etag" not in api.post(query).headers


def get(api: Api, **parameters: Any) -> httpx.Response:
    return api.http.get("/graphql", params=parameters)


def test_get_asks_too(api: Api) -> None:
    query = "query Q($c: String!) { enterprise(code: $c) { code } }"
    answer = get(api, query=query, variables='{"c":"x"}', operationName="Q")
    assert answer.json()["data"] == {"enterprise": None}


@pytest.mark.parametrize("method", ["PUT", "DELETE", "PATCH"])
def test_other_methods_are_refused(api: Api, method: str) -> None:
    assert api.http.request(method, "/graphql", json=FINE).status_code == httpx.codes.METHOD_NOT_ALLOWED


def test_an_error_comes_in_one_language(api: Api) -> None:
    query = '{ node(id: "x") { id } }'
    chinese = api.post(query).json()["errors"][0]["message"]
    english = api.post(query, accept_language="en").json()["errors"][0]["message"]
    assert chinese == "“x”不是本服务的 id → 用查询返回的 id"
    assert english == "'x' is no id of this service → use an id that an answer contained"


def test_a_stale_answer_has_no_tag(api: Api, monkeypatch: pytest.MonkeyPatch) -> None:
    async def stale(*_: object) -> Answer:
        return Answer({"data": {}, "extensions": {"revision": 1, "stale": True}})

    assert "etag" in get(api, query="{ __typename }").headers
    monkeypatch.setattr(Answering, "answer", stale)
    answer = get(api, query="{ __typename }")
    assert "etag" not in answer.headers
    assert answer.headers["cache-control"] == "no-store"
