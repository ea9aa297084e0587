from pathlib import Path

import pytest

from graph_api.database.connection import Database
from tests.loaders.office import Office


@pytest.fixture
def office(database: Database, tmp_path: Path) -> Office:
    """An office with an empty database."""
    return Office(database, tmp_path)
