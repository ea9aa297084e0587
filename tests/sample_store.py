"""The sample district, loaded into the tests' Neo4j once for each module that asks.

sample    the open Database with the district in it, and nothing else
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import pytest

from graph_api.commands.sample import LOADED_BY, files
from graph_api.database.connection import Database
from graph_api.settings import Settings
from loaders.fingerprint import fingerprint
from loaders.outcome import Report
from loaders.pipeline import Loader, Opened, open_roster
from tests.neo4j_server import empty


@dataclass(frozen=True, slots=True)
class Sample:
    """A store with the district, what each file's load reported, and the files as they were read."""

    database: Database
    settings: Settings
    opened: Sequence[Opened]
    reports: Sequence[Report]

    def load_all(self, order: Callable[[Sequence[Opened]], Sequence[Opened]]) -> list[Report]:
        """Load the files again in an order of choice."""
        loader = Loader(self.database.driver, self.database.name, self.settings.key(), LOADED_BY)
        return [loader.load(each) for each in order(self.opened)]

    def fingerprint(self) -> str:
        """The hash over the whole graph."""
        with self.database.driver.session(database=self.database.name) as session:
            return fingerprint(session)

    def revision(self) -> int:
        """The revision of the graph."""
        records, _, _ = self.database.driver.execute_query(
            "MATCH (c:Counter {name: 'revision'}) RETURN c.value", database_=self.database.name
        )
        revision: int = records[0][0]
        return revision


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Put the tests of the district behind all others, which empty the store."""
    items.sort(key=lambda item: "sample" in getattr(item, "fixturenames", ()))


@pytest.fixture(scope="session")
def sample(server: Database, settings: Settings) -> Sample:
    """The district in an otherwise empty store; tests share it and leave it as it was."""
    empty(server)
    opened = sorted((open_roster(path) for path in files()), key=lambda each: (each.turn, each.workbook.file))
    unloaded = Sample(server, settings, opened, [])
    return Sample(server, settings, opened, unloaded.load_all(lambda each: each))
