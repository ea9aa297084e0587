"""The kept picture is that of the database after every kind of write."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from graph_api.database.connection import Database
from graph_api.projection.bulk import read_picture
from graph_api.projection.differences import differences
from graph_api.projection.keeper import Keeper
from tests.loaders.office import PLACES, Office

ENTERPRISES = """
填报日期：2022-07-31
企业名称,统一社会信用代码,镇,职工人数,党员数
福绵一号服装有限公司,91450903MA5KA0001J,福绵镇,120,5
福绵二号水洗有限公司,,成均镇,约50,
"""
LATER = """
填报日期：2023-07-31
企业名称,统一社会信用代码,镇,职工人数,党员数
福绵一号服装有限公司,91450903MA5KA0001J,成均镇,130,6
福绵三号水洗有限公司,,成均镇,8,
"""


@pytest.fixture
def office(database: Database, tmp_path: Path) -> Office:
    return Office(database, tmp_path)


@pytest.fixture
def keeper(database: Database) -> Iterator[Keeper]:
    with Keeper(database.driver, database.name) as keeper:
        yield keeper


def _unlike(keeper: Keeper, office: Office) -> list[str]:
    fresh = read_picture(office.database.driver, office.database.name)
    return [str(each) for each in differences(keeper.refresh(), fresh)]


def test_follows(keeper: Keeper, office: Office) -> None:
    assert keeper.picture.revision == 0
    office.load(PLACES)
    assert _unlike(keeper, office) == []
    office.load(ENTERPRISES)
    assert _unlike(keeper, office) == []
    office.load(LATER)
    assert _unlike(keeper, office) == []
    assert keeper.picture.revision == 3
