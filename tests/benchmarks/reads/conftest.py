"""A small synthetic district in the tests' Neo4j, and what the raw driver says of its first page.

district    the store, as contenders attach to it
expected    the first page of it, by the hand-written statement
"""

from typing import Any

import pytest

from benchmarks.reads.contenders import DAY, SIZE
from benchmarks.reads.moment import Moment
from benchmarks.reads.statement import PAGE
from benchmarks.reads.stores import Store
from benchmarks.reads.tables import nested
from examples.district.store import write_district
from graph_api.database.connection import Database
from graph_api.settings import Settings

ENTERPRISES = 130


@pytest.fixture
def district(database: Database, settings: Settings) -> Store:
    write_district(database.driver, database.name, ENTERPRISES)
    return Store(ENTERPRISES, settings, database)


@pytest.fixture
def expected(district: Store) -> dict[str, Any]:
    return first_page(district)


def first_page(store: Store) -> dict[str, Any]:
    """The first page by the raw driver."""
    with store.database.driver.session(database=store.database.name) as session:
        asked = {"after": "", "first": SIZE, **Moment(DAY).parameters()}
        return nested(session.run(PAGE, asked).single(strict=True))
