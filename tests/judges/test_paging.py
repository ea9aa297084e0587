"""Clients page through a whole list there and back, and find each node exactly once and in its place."""

import json
from pathlib import Path
from typing import Any

import pytest
from gql import Client, GraphQLRequest
from gql.client import SyncClientSession

from tests.api_server import Api
from tests.judges.judge import ask
from tests.judges.mills import MILLS, address, create, transport_to

PAGE = """
query Page($first: Int, $after: String, $last: Int, $before: String) {
  enterprises(first: $first, after: $after, last: $last, before: $before, orderBy: [{field: NAME}]) {
    totalCount
    pageInfo { hasNextPage hasPreviousPage startCursor endCursor }
    edges { cursor node { __typename id code name } }
  }
}
"""
SIZE = 70
IN_ORDER = sorted(MILLS, key=lambda code: (MILLS[code], code))


def page(session: SyncClientSession, **variables: Any) -> Any:
    found = session.execute(GraphQLRequest(PAGE, variable_values=variables))["enterprises"]
    assert found["totalCount"] == len(MILLS)
    return found


def codes(found: Any) -> list[str]:
    return [each["node"]["code"] for each in found["edges"]]


def forward(session: SyncClientSession) -> list[str]:
    found = page(session, first=SIZE)
    read = codes(found)
    while found["pageInfo"]["hasNextPage"]:
        found = page(session, first=SIZE, after=found["pageInfo"]["endCursor"])
        read += codes(found)
    return read


def backward(session: SyncClientSession) -> list[str]:
    found = page(session, last=SIZE)
    read = codes(found)
    while found["pageInfo"]["hasPreviousPage"]:
        found = page(session, last=SIZE, before=found["pageInfo"]["startCursor"])
        read = codes(found) + read
    return read


@pytest.mark.parametrize("read", [forward, backward])
def test_gql_pages_through_all(api: Api, read: Any) -> None:
    transport = transport_to(create(api))
    with Client(transport=transport, fetch_schema_from_transport=True) as session:
        assert read(session) == IN_ORDER


def test_apollo_merges_all_pages_in_its_cache(api: Api, tmp_path: Path) -> None:
    request = {"field": "enterprises", "document": PAGE, "variables": {"first": SIZE}, "pages": True}
    file = tmp_path / "request.json"
    file.write_text(json.dumps(request), encoding="utf-8")
    answer = ask("apollo", address(create(api)), str(file))
    merged = answer["data"]["enterprises"]
    assert codes(merged) == IN_ORDER
    assert merged["totalCount"] == len(MILLS)
    assert not merged["pageInfo"]["hasNextPage"]
    assert answer["requests"] == -(-len(MILLS) // SIZE)
    assert len([each for each in answer["cached"] if each.startswith("Enterprise:")]) == len(MILLS)
