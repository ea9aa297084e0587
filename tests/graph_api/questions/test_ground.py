"""What lies in a division: every rule of where something lies, with the day."""

from datetime import date
from typing import LiteralString

import pytest

from graph_api.database.connection import Database
from graph_api.projection.bulk import read_picture
from graph_api.questions.ground import Ground

PLACES: LiteralString = """
CREATE (town:Entity:Division {id: 2, code: '450903107'})
CREATE (other:Entity:Division {id: 3, code: '450903108'})
CREATE (:Entity:Division {id: 4, code: '450903107200'})
CREATE (a:Entity:Enterprise {id: 10, code: 'moved'})-[:LOCATED_IN {key: 1, from: 20200101}]->(town)
CREATE (a)-[:LOCATED_IN {key: 2, from: 20230101}]->(other)
CREATE (p:Entity:IndustrialPark {id: 20, code: 'park'})-[:LOCATED_IN {key: 3, from: 20000101}]->(town)
CREATE (b:Entity:Enterprise {id: 11, code: 'by its park'})-[:SITED_IN {key: 4, from: 20200101}]->(p)
CREATE (c:Entity:Enterprise {id: 12, code: 'its own place decides'})
  -[:LOCATED_IN {key: 5, from: 20200101}]->(other)
CREATE (c)-[:SITED_IN {key: 6, from: 20200101}]->(p)
CREATE (:Entity:Enterprise {id: 13, code: 'nowhere'})
CREATE (d:Entity:PartyBranch {id: 30, code: 'covers two'})
  -[:COVERS {key: 7, from: 20200101, until: 20221231}]->(a)
CREATE (d)-[:COVERS {key: 8, from: 20200101}]->(c)
CREATE (:Entity:PartyBranch {id: 31, code: 'covers none'})-[:LOCATED_IN {key: 9, from: 20200101}]->(town)
CREATE (b)-[:BELONGS_TO {key: 10, from: 20200101}]->(:Entity:IndustryBrand {id: 40, code: 'by a member'})
CREATE (:Entity:IndustryBrand {id: 41, code: 'by its lead'})-[:LED_BY {key: 11, from: 20200101}]->
  (:Entity:Agency {id: 50, code: 'agency'})-[:LOCATED_IN {key: 12, from: 20200101}]->(town)
CREATE (:Entity:IndustryBrand {id: 42, code: 'of nobody'})
"""
THERE = {
    "Division": {"450903107", "450903107200"},
    "Enterprise": {"moved", "by its park"},
    "IndustrialPark": {"park"},
    "PartyBranch": {"covers two", "covers none"},
    "IndustryBrand": {"by a member", "by its lead"},
    "Agency": {"agency"},
}


@pytest.fixture
def ground(database: Database, request: pytest.FixtureRequest) -> Ground:
    with database.driver.session(database=database.name, notifications_min_severity="OFF") as session:
        session.run(PLACES).consume()
    picture = read_picture(database.driver, database.name)
    view = picture.on((request.param - date(1970, 1, 1)).days)
    return Ground(view, picture.by_code("Division", "450903107"))


def lying(ground: Ground, type_name: str) -> set[str]:
    codes = ground.view.picture.column(type_name, "code").to_pylist()
    return {code for code, lies in zip(codes, ground.holds(type_name), strict=True) if lies}


@pytest.mark.parametrize("ground", [date(2022, 8, 2)], indirect=True)
def test_what_lies_in_a_division(ground: Ground) -> None:
    assert {name: lying(ground, name) for name in THERE} == THERE
    everywhere = Ground(ground.view)
    assert lying(everywhere, "Enterprise") == {"moved", "by its park", "its own place decides", "nowhere"}


@pytest.mark.parametrize("ground", [date(2023, 1, 1)], indirect=True)
def test_what_has_moved_or_ended_lies_there_no_more(ground: Ground) -> None:
    assert lying(ground, "Enterprise") == {"by its park"}
    assert lying(ground, "PartyBranch") == {"covers none"}


@pytest.mark.parametrize("ground", [date(2019, 12, 31)], indirect=True)
def test_before_it_began_nothing_lies_there_but_the_park(ground: Ground) -> None:
    found = {name: lying(ground, name) for name in THERE}
    assert found == {name: set() for name in THERE} | {
        "Division": THERE["Division"],
        "IndustrialPark": {"park"},
    }
