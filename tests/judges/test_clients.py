"""The clients that callers use, gql in Python and Apollo in JavaScript, read the schema and one node."""

import json
from pathlib import Path

import pytest
from gql import Client, GraphQLRequest
from gql.transport.exceptions import TransportQueryError
from graphql import build_schema, lexicographic_sort_schema, print_schema

from graph_api.graphql.published import sdl
from tests.api_server import Api
from tests.judges.judge import ask
from tests.judges.mills import MILLS, address, create, transport_to

CODE = sorted(MILLS)[7]
ONE = """
query One($code: String!) {
  enterprise(code: $code) { __typename id code name division { __typename id code name } }
}
"""
NODE = "query Again($id: ID!) { node(id: $id) { id } }"


@pytest.fixture
def client(api: Api) -> Client:
    """A client that reads the schema from the service and validates documents itself."""
    return Client(transport=transport_to(api), fetch_schema_from_transport=True)


def test_the_schema_that_a_client_reads_is_the_one_that_is_published(client: Client) -> None:
    with client as session:
        read = session.client.schema
    assert read is not None
    published = build_schema(sdl())
    assert print_schema(lexicographic_sort_schema(read)) == print_schema(lexicographic_sort_schema(published))


def test_gql_reads_one_and_is_told_what_is_wrong(api: Api, client: Client) -> None:
    create(api)
    with client as session:
        found = session.execute(GraphQLRequest(ONE, variable_values={"code": CODE}))["enterprise"]
        assert (found["__typename"], found["code"], found["name"]) == ("Enterprise", CODE, MILLS[CODE])
        again = session.execute(GraphQLRequest(NODE, variable_values={"id": found["id"]}))
        assert again == {"node": {"id": found["id"]}}
        with pytest.raises(TransportQueryError, match="id") as refused:
            session.execute(GraphQLRequest(NODE, variable_values={"id": "made up"}))
    assert refused.value.errors is not None
    assert refused.value.errors[0]["extensions"]["code"] == "BAD_INPUT"


def test_apollo_keeps_each_node_once_by_its_id(api: Api, tmp_path: Path) -> None:
    request = {"field": "enterprise", "document": ONE, "variables": {"code": CODE}, "pages": False}
    file = tmp_path / "request.json"
    file.write_text(json.dumps(request), encoding="utf-8")
    answer = ask("apollo", address(create(api)), str(file))
    found = answer["data"]["enterprise"]
    assert (found["code"], found["division"]["code"]) == (CODE, "450903107")
    assert {f"Enterprise:{found['id']}", f"Division:{found['division']['id']}"} <= set(answer["cached"])
