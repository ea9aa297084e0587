"""A town of 150 mills, several of the same name: enough for a few pages.

MILLS    the code of each with its name
create   the API with the town behind it
"""

from typing import Final, LiteralString

from gql.transport.httpx import HTTPXTransport

from tests.api_server import Api

TOWN: LiteralString = """
CREATE (:Counter {name: 'revision', value: 1})
CREATE (t:Entity:Division {id: 1, code: '450903107', name: '福绵镇', level: 'TOWNSHIP'})
WITH t UNWIND range(1, 150) AS number
CREATE (:Entity:Enterprise {id: 10 + number, code: 'ENT-' + (1000 + number), name: '厂' + number % 40})
  -[:LOCATED_IN {key: 1000 + number, from: 20200101}]->(t)
"""
MILLS: Final = {f"ENT-{1000 + number}": f"厂{number % 40}" for number in range(1, 151)}


def create(api: Api) -> Api:
    """The API with the town behind it."""
    api.create(TOWN)
    return api


def address(api: Api) -> str:
    """Where a client finds the API."""
    return f"{api.http.base_url}/graphql"


def transport_to(api: Api) -> HTTPXTransport:
    """How gql reaches the API; patient, because tests share a machine."""
    return HTTPXTransport(address(api), timeout=60)
