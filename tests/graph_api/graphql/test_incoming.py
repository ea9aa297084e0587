"""What is malformed or too large is refused by name, with a 4xx; never a 500."""

import json
import socket
from dataclasses import replace
from typing import Any

import httpx
import pytest

from graph_api.database.connection import Database
from graph_api.graphql.negotiation import GRAPHQL, JSON
from graph_api.limits import DEFAULTS
from graph_api.settings import Settings
from tests.api_server import Api, codes, serving

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
        b"[" * 1000 + b"]" * 1000,
        b'{"query":"{ __typename }","query":"{ __typename }"}',
        b'{"query":"{ __typename }","variables":{"a":1,"a":2}}',
        b'{"query":"{ __typename }","variables":{"a":NaN}}',
        b'{"query":"query Q($n: Int) { node(id: $n) { id } }","variables":{"n":1e30}}',
        b'{"query":"{ __typename }","variables":{"a":"\\u0000"}}',
        b'{"query":"{ __typename }","variables":{"a":"\\udc00"}}',
        b'{"query":"{ node(id: \\"\\u0000\\") { id } }"}',
        b'{"query":"{ node(id: \\"\\\\u0000\\") { id } }"}',
        b'{"query":"{ node(id: \\"\\\\ud800\\") { id } }"}',
        b'{"query":"{ node(id: \\"\x00\\") { id } }"}',
        b'{"query":"{ caseReport { figures { subjects(first: ' + b"9" * 5000 + b') { totalCount } } } }"}',
        b'{"query":"{ __typename }","extensions":{"persistedQuery":1}}',
        b'{"query":"{ __typename }","extensions":{"persistedQuery":{"version":2}}}',
        b'{"query":"{ __typename }","extensions":{"persistedQuery":{"version":1,"sha256Hash":"x"}}}',
        b'{"extensions":{"persistedQuery":{"version":1,"sha256Hash":null}}}',
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
    ids=range(54),
)
def test_a_malformed_body_is_bad_input(api: Api, body: bytes) -> None:
    answer = api.http.post("/graphql", content=body, headers={"content-type": JSON, "accept": GRAPHQL})
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
    most = DEFAULTS.body_bytes
    headers = {"content-type": JSON}
    answer = api.http.post("/graphql", content=text.ljust(most), headers=headers)
    assert answer.json()["data"] == {"__typename": "Query"}
    whole = text.ljust(most + 1).encode()
    for content in (whole, iter([whole[:9], whole[9:]])):
        answer = api.http.post("/graphql", content=content, headers=headers)
        assert answer.status_code == httpx.codes.REQUEST_ENTITY_TOO_LARGE
        assert codes(answer) == ["TOO_COSTLY"]
        assert str(most) in answer.text


def test_variables_have_a_size_and_a_depth(api: Api) -> None:
    most = DEFAULTS.variables_bytes
    for letters, refused in ((most - 8, False), (most - 7, True)):
        answer = api.http.post("/graphql", json={**FINE, "variables": {"a": "x" * letters}})
        assert (codes(answer) if refused else []) == ["TOO_COSTLY"] * refused
        assert (f"{most + 1} " in answer.text) == refused
    deep: Any = {}
    for _ in range(63):
        deep = {"a": deep}
    assert api.http.post("/graphql", json={**FINE, "variables": deep}).json()["data"]
    assert codes(api.http.post("/graphql", json={**FINE, "variables": {"a": deep}})) == ["TOO_COSTLY"]


@pytest.mark.parametrize("text", ["", "-1", "1.0", "x", "９", "1" * 19])
def test_a_revision_demanded_is_a_whole_number(api: Api, text: str) -> None:
    headers = {b"graph-min-revision": text.encode()}
    answer = api.http.post("/graphql", json=FINE, headers=headers)
    assert answer.status_code == httpx.codes.BAD_REQUEST
    assert codes(answer) == ["BAD_INPUT"]


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
        {"query": ["{ __typename }", "{ __typename }"]},
        {"query": b"{ __typename \xff }"},
        {"query": "{ __typename }", **{f"x{number}": "" for number in range(20)}},
    ],
    ids=range(11),
)
def test_a_malformed_get_is_bad_input(api: Api, parameters: dict[str, Any]) -> None:
    answer = api.http.get("/graphql", params=parameters, headers={"accept": GRAPHQL})
    assert answer.status_code == httpx.codes.BAD_REQUEST
    assert codes(answer) == ["BAD_INPUT"]


def test_a_body_that_does_not_arrive_is_not_waited_for(settings: Settings, server: Database) -> None:
    hurried = replace(settings, limits=replace(DEFAULTS, receiving_seconds=1))
    with serving(hurried, server) as client:
        address = (str(client.base_url.host), client.base_url.port)
        with socket.create_connection(address, timeout=10) as line:
            line.sendall(
                b"POST /graphql HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\n"
                b'Content-Length: 100\r\n\r\n{"query":'
            )
            answer = b"".join(iter(lambda: line.recv(65536), b""))
    assert answer.startswith(b"HTTP/1.1 408 ")
    assert b"TOO_COSTLY" in answer
