"""Small graphs, written once for each module whose tests only read.

district    a factory, its branch, its union, its people, at changing times
town        five enterprises and what they are tied to, for lists
"""

import pytest

from graph_api.database.connection import Database
from tests.api_server import Api
from tests.graph_api.graphql import district as one_factory
from tests.graph_api.graphql import town as five_enterprises
from tests.neo4j_server import empty


@pytest.fixture(scope="module")
def district(running_api: Api, server: Database) -> Api:
    empty(server)
    return one_factory.create(running_api)


@pytest.fixture(scope="module")
def town(running_api: Api, server: Database) -> Api:
    empty(server)
    return five_enterprises.create(running_api)
