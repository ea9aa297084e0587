"""The district and its rosters, built once for the tests that ask."""

import pytest

from examples.district.district import District, build
from examples.district.rosters.roster_file import RosterFile
from examples.district.rosters.shelf import roster_files


@pytest.fixture(scope="session")
def district() -> District:
    return build()


@pytest.fixture(scope="session")
def files(district: District) -> tuple[RosterFile, ...]:
    return roster_files(district)
