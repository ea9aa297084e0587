"""GraphQL over HTTP: every malformed request is a clear 4xx, never a 500."""

import json
from typing import Any

import httpx
import pytest

from graph_api.graphql.documents import MOST_TOKENS
from graph_api.graphql.transport import GRAPHQL, JSON, MOST_BYTES, language_of
from tests.api_server import Api, codes

FINE = {"query": "{ __typename }"}
TWO = "query A { __typename } query B { __typename }"


@pytest.mark.parametrize(
    "body",
    [
        b"",
        b"{",
        b'"x"',
        b"1",
        b"null",
        b"true",
        b"[1]",
        b"[]",
        b'[{"query":"{ __typename }"}]',
        b"{}",
        b'{"query":null}',
        b'{"query":1}',
        b'{"query":""}',
        b'{"query":"  "}',
        b'{"query":"{"}',
        b'{"query":"{ __typename "}',
        b'{"query":"#"}',
        b'{"query":"{ nothing }"}',
        b'{"query":"fragment F on Query { __typename }"}',
        b'{"query":"{ __typename }","variables":[]}',
        b'{"query":"{ __typename }","variables":"x"}',
        b'{"query":"{ __typename }","variables":0}',
        b'{"query":"{ __typename }","operationName":1}',
        b'{"query":"{ __typename }","operationName":"Other"}',
        b'{"query":"{ __typename }","extensions":[]}',
        b'\xff\xfe{"query":"{ __typename }"}',
        b'{"query":"{ \xc3\x28 }"}',
        b'{"query":"{ __typename \\ud800 }"}',
        b"[" * 5000 + b"]" * 5000,
        json.dumps({"query": TWO}).encode(),
        b'{"query":"mutation { x }"}',
        b'{"query":"subscription { x }"}',
        b'{"query":"query Q($a: Int!) { __typename }"}',
        b'{"query":"query Q($d: Date) { caseReport(asOf: $d) { asOf } }","variables":{"d":"yesterday"}}',
        b'{"query":"query Q($d: Date) { caseReport(asOf: $d) { asOf } }","variables":{"d":{}}}',
        b'{"query":"query Q($c: String!) { enterprise(code: $c) { code } }","variables":{}}',
        b'{"query":"query Q($c: String!) { enterprise(code: $c) { code } }","variables":{"c":1}}',
        b'{"query":"{ caseReport { figures { subjects(first: -1) { totalCount } } } }","variables":7}',
    ],
    ids=range(38),
)
def test_a_malformed_body_is_bad_input(api: Api, body: bytes) -> None:
    answer = api.http.post("/graphql", content=body, headers={"content-type": JSON})
    assert answer.status_code == httpx.codes.BAD_REQUEST, answer.text
    assert codes(answer) == ["BAD_INPUT"]


@pytest.mark.parametrize(
    "kind",
    [
        "",
        "text/plain",
        "application/x-www-form-urlencoded",
        "multipart/form-data; boundary=x",
        f"{JSON}; charset=gbk",
    ],
)
def test_a_content_type_that_a_form_could_send_is_refused(api: Api, kind: str) -> None:
    answer = api.http.post("/graphql", content=json.dumps(FINE), headers={"content-type": kind})
    assert answer.status_code == httpx.codes.UNSUPPORTED_MEDIA_TYPE
    assert codes(answer) == ["BAD_INPUT"]


def test_a_compressed_body_is_refused(api: Api) -> None:
    headers = {"content-type": JSON, "content-encoding": "gzip"}
    answer = api.http.post("/graphql", content=b"\x1f\x8b\x08", headers=headers)
    assert answer.status_code == httpx.codes.UNSUPPORTED_MEDIA_TYPE


def test_a_body_over_the_limit_is_refused_and_one_at_the_limit_is_read(api: Api) -> None:
    text = json.dumps(FINE)
    headers = {"content-type": JSON}
    answer = api.http.post("/graphql", content=text.ljust(MOST_BYTES), headers=headers)
    assert answer.json()["data"] == {"__typename": "Query"}
    answer = api.http.post("/graphql", content=text.ljust(MOST_BYTES + 1), headers=headers)
    assert answer.status_code == httpx.codes.REQUEST_ENTITY_TOO_LARGE
    assert codes(answer) == ["TOO_COSTLY"]


def test_a_document_of_too_many_tokens_is_refused(api: Api) -> None:
    fields = [f"f{number}: __typename" for number in range(MOST_TOKENS // 3)]
    room = " __typename" * (MOST_TOKENS - 2 - 3 * len(fields))
    fitting = "{" + " ".join(fields) + room + "}"
    assert len(api.data(fitting)) >= len(fields)
    answer = api.post(fitting.replace("}", " __typename}"))
    assert answer.status_code == httpx.codes.BAD_REQUEST
    assert codes(answer) == ["TOO_COSTLY"]


def test_a_document_that_costs_too_much_to_validate_is_refused(api: Api) -> None:
    assert api.codes("{" + "__typename " * (MOST_TOKENS - 2) + "}") == ["TOO_COSTLY"]


def test_an_operation_is_chosen_by_name(api: Api) -> None:
    for name in ("A", "B"):
        answer = api.http.post("/graphql", json={"query": TWO, "operationName": name})
        assert answer.json()["data"] == {"__typename": "Query"}


@pytest.mark.parametrize(
    ("accept", "kind"),
    [
        ("*/*", GRAPHQL),
        (GRAPHQL, GRAPHQL),
        (JSON, JSON),
        (f"{JSON}, {GRAPHQL};q=0.9", GRAPHQL),
    ],
)
def test_the_media_type_is_the_one_accepted(api: Api, accept: str, kind: str) -> None:
    answer = api.post("{ __typename }", accept=accept)
    assert answer.headers["content-type"] == kind


def get(api: Api, **parameters: Any) -> httpx.Response:
    return api.http.get("/graphql", params=parameters)


def test_get_asks_too(api: Api) -> None:
    query = "query Q($c: String!) { enterprise(code: $c) { code } }"
    answer = get(api, query=query, variables='{"c":"x"}', operationName="Q")
    assert answer.json()["data"] == {"enterprise": None}


@pytest.mark.parametrize(
    "parameters",
    [
        {},
        {"query": ""},
        {"query": "{"},
        {"query": TWO},
        {"query": "{ __typename }", "variables": "x"},
        {"query": "{ __typename }", "variables": "[]"},
        {"query": "{ __typename }", "variables": "\ufffd"},
        {"query": "{ __typename }", "operationName": "Other"},
    ],
    ids=range(8),
)
def test_a_malformed_get_is_bad_input(api: Api, parameters: dict[str, str]) -> None:
    answer = get(api, **parameters)
    assert answer.status_code == httpx.codes.BAD_REQUEST
    assert codes(answer) == ["BAD_INPUT"]


@pytest.mark.parametrize("method", ["PUT", "DELETE", "PATCH"])
def test_other_methods_are_refused(api: Api, method: str) -> None:
    assert api.http.request(method, "/graphql", json=FINE).status_code == httpx.codes.METHOD_NOT_ALLOWED


@pytest.mark.parametrize(
    ("header", "language"),
    [
        ("", "zh"),
        ("*", "zh"),
        ("de", "zh"),
        ("en", "en"),
        ("en-GB,zh;q=0.5", "en"),
        ("en;q=0.5,zh-CN", "zh"),
        ("fr,en;q=0.2", "en"),
        ("en;q=x,zh;q=0.1", "zh"),
    ],
)
def test_texts_come_in_the_language_preferred(header: str, language: str) -> None:
    assert language_of(header) == language


def test_an_error_comes_in_one_language(api: Api) -> None:
    query = '{ node(id: "x") { id } }'
    chinese = api.post(query).json()["errors"][0]["message"]
    english = api.post(query, accept_language="en").json()["errors"][0]["message"]
    assert chinese == "“x”不是本服务的 id → 用查询返回的 id"
    assert english == "'x' is no id of this service → use an id that an answer contained"
