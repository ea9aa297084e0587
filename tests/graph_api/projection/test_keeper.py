"""The kept picture is that of the database after every kind of write, and while writes go on."""

import threading
from collections.abc import Iterator
from pathlib import Path
from typing import LiteralString

import neo4j
import pytest
from structlog.testing import capture_logs

from graph_api.database.connection import Database
from graph_api.database.embedded import free_port
from graph_api.errors import Unavailable
from graph_api.projection import following
from graph_api.projection.bulk import read_picture
from graph_api.projection.differences import differences
from graph_api.projection.keeper import Keeper
from graph_api.projection.picture import Picture
from loaders import commit
from schema.catalog import RELATIONS
from tests.loaders.office import PLACES, Office

ENTERPRISES = """
填报日期：2022-07-31
企业名称,镇,职工人数,党员数,成立日期
福绵一号服装有限公司,福绵镇,120,5,2019-03
福绵二号水洗有限公司,成均镇,约50,,
"""
LATER = """
填报日期：2023-07-31
企业名称,镇,职工人数,党员数,成立日期
福绵一号服装有限公司,成均镇,130,6,2018-03
福绵三号水洗有限公司,成均镇,8,,2020
"""
BRANCHES = """
填报日期：2022-07-31
党组织名称,组建方式,覆盖企业,书记,成立时间,所属乡镇
中共福绵一号服装有限公司支部委员会,单独,福绵一号服装有限公司,张三,2021-05,福绵镇
"""
UNDONE = """
MATCH (e:Enterprise {name: '福绵二号水洗有限公司'})
OPTIONAL MATCH (e)<-[:OF]-(o:Observation)
WITH e, o, e.id AS id, collect(o.id) AS seen
DETACH DELETE e, o
WITH id, seen
MATCH (c:Counter {name: 'revision'})
SET c.value = c.value + 1
CREATE (:Change:Entity {id: 900001, code: 'CHG-900001', revision: c.value, at: '2026-01-01T00:00:00.000Z',
                        by: 'hand',
                        operations: ['-Enterprise:' + id] + [each IN seen | '-Observation:' + each]})
"""
BEHIND = """
MATCH (e:Enterprise {name: '福绵一号服装有限公司'}) SET e.name = '福绵新一号服装有限公司'
WITH e MATCH (c:Counter {name: 'revision'}) SET c.value = c.value + 2
CREATE (:Change:Entity {id: 900002, code: 'CHG-900002', revision: c.value, at: '2026-01-01T00:00:00.000Z',
                        by: 'hand', operations: []})
"""


@pytest.fixture
def office(database: Database, tmp_path: Path) -> Office:
    return Office(database, tmp_path)


@pytest.fixture
def keeper(database: Database) -> Iterator[Keeper]:
    with Keeper(database.driver, database.name) as keeper:
        yield keeper


def _unlike(kept: Picture, office: Office) -> list[str]:
    """Where a picture differs from the database, to which nobody writes meanwhile."""
    return [
        str(each) for each in differences(kept, read_picture(office.database.driver, office.database.name))
    ]


def _write(office: Office, statement: LiteralString) -> None:
    with office.database.driver.session(database=office.database.name) as session:
        session.run(statement).consume()


def test_every_kind_of_write_is_followed(
    keeper: Keeper, office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    office.load(PLACES)
    assert keeper.picture.revision == 1
    with capture_logs() as said:
        office.load(ENTERPRISES)
        _write_and_compare(keeper, office, lambda: office.load(BRANCHES))
        _write_and_compare(keeper, office, lambda: office.load(LATER))
        office.load(ENTERPRISES + "\n合计,,170,,\n")
        monkeypatch.setattr(commit, "_KEYS_IN_A_CHANGE", 3)
        monkeypatch.setattr(following, "_KEYS_A_STATEMENT", 2)
        _write_and_compare(
            keeper, office, lambda: office.load(LATER.replace("三号", "四号").replace("130", "140"))
        )
        _write_and_compare(keeper, office, lambda: _write(office, UNDONE))
    assert said == []
    table = keeper.picture.tables["Enterprise"]
    names = table.columns["name"].take(table.there.nonzero()[0]).to_pylist()
    assert sorted(names) == ["福绵一号服装有限公司", "福绵三号水洗有限公司", "福绵四号水洗有限公司"]


def _write_and_compare(keeper: Keeper, office: Office, write: object) -> None:
    assert callable(write)
    before = keeper.refresh()
    for relation in RELATIONS:
        assert all(len(each.onward.far) == len(each.backward.far) for each in before.bonds(relation).values())
    write()
    assert keeper.refresh().revision == office.revision() == before.revision + 1
    assert _unlike(keeper.picture, office) == []


def test_a_gap_or_a_change_that_says_nothing_leads_to_reading_anew_and_the_log_says_so(
    keeper: Keeper, office: Office
) -> None:
    office.load(PLACES)
    office.load(ENTERPRISES)
    assert keeper.refresh().revision == 2
    with capture_logs() as said:
        _write(office, BEHIND)
        assert keeper.refresh().revision == 4
        _write(office, "MATCH (c:Change {revision: 4}) SET c.revision = 5, c.operations = ['=Nothing']")
        _write(office, "MATCH (c:Counter {name: 'revision'}) SET c.value = 5")
        assert keeper.refresh().revision == 5
    assert [each["event"] for each in said] == ["the picture is read anew"] * 2
    assert "there are [4]" in said[0]["reason"]
    assert "another history" in said[1]["reason"]
    assert _unlike(keeper.picture, office) == []


def test_a_revision_that_does_not_come_is_told_in_time_and_one_that_comes_is_waited_for(
    keeper: Keeper, office: Office
) -> None:
    office.load(PLACES)
    with pytest.raises(Unavailable, match="revision 2 has not been read"):
        keeper.at(2, patience=0.2)
    asked = threading.Thread(target=lambda: found.append(keeper.at(2, patience=60)))
    found: list[Picture] = []
    asked.start()
    office.load(ENTERPRISES)
    asked.join()
    assert [each.revision for each in found] == [2]


def test_while_writers_write_every_picture_is_whole(keeper: Keeper, office: Office) -> None:
    """Each roster says one number for both enterprises: a picture in which they differ would be torn."""
    office.load(PLACES)
    office.load(ENTERPRISES)
    stop = threading.Event()
    torn: list[tuple[int, list[object]]] = []
    revisions: list[int] = []

    def read() -> None:
        while not stop.is_set():
            picture = keeper.refresh()
            revisions.append(picture.revision)
            counts = picture.seen("Enterprise", "employees").on(20800)[0].tolist()
            if picture.revision > 3 and len(set(counts)) != 1:
                torn.append((picture.revision, counts))

    readers = [threading.Thread(target=read) for _ in range(2)]
    for each in readers:
        each.start()
    for number in range(6):
        rows = "\n".join(
            f"福绵{n}号{what}有限公司,福绵镇,{number + 10},," for n, what in (("一", "服装"), ("二", "水洗"))
        )
        office.load(f"填报日期：2024-0{number + 1}-01\n企业名称,镇,职工人数,党员数,成立日期\n{rows}")
    stop.set()
    for each in readers:
        each.join()
    assert torn == []
    assert len(set(revisions)) > 1
    assert _unlike(keeper.refresh(), office) == []


def test_the_picture_is_kept_over_a_stop_and_changes_meanwhile_are_caught_up(
    office: Office, tmp_path: Path
) -> None:
    folder, database = tmp_path / "projection", office.database
    office.load(PLACES)
    with Keeper(database.driver, database.name, snapshot=folder) as first:
        assert first.picture.revision == 1
    office.load(ENTERPRISES)
    with capture_logs() as said, Keeper(database.driver, database.name, snapshot=folder) as second:
        assert second.picture.revision == 2
        assert _unlike(second.picture, office) == []
    assert [each["event"] for each in said] == ["the picture is saved"]
    _write(office, "MATCH (c:Change {revision: 2}) SET c.at = 'another'")
    with capture_logs() as said, Keeper(database.driver, database.name, snapshot=folder) as third:
        assert third.picture.revision == 2
    assert said[0]["event"] == "the picture is read anew"


def test_a_database_that_is_away_is_told_as_such() -> None:
    driver = neo4j.GraphDatabase.driver(f"bolt://127.0.0.1:{free_port()}", auth=("neo4j", ""))
    with driver, Keeper(driver, "neo4j") as keeper, pytest.raises(Unavailable):
        keeper.refresh()
