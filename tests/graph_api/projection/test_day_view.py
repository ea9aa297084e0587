"""The picture on a day: what holds, has ended or is to come, and what was observed."""

from datetime import date

import numpy as np
import pytest

from graph_api.projection.bonds import Bond
from graph_api.projection.day_view import When
from graph_api.projection.links import links_of
from schema.catalog import NODE_TYPES
from tests.graph_api.projection.drawn import Graph, drawn

EPOCH = date(1970, 1, 1)
COVERS = NODE_TYPES["PartyBranch"].relation("enterprises")


def _number(year: int, month: int, day: int) -> int:
    return (date(year, month, day) - EPOCH).days


@pytest.fixture
def graph() -> Graph:
    """A drawn graph, and in it a branch that covers one enterprise from May 2021 until 15 August 2022."""
    graph = drawn(1)
    branch = graph.add_node("PartyBranch", established=20210101, dissolved=None)
    enterprise = graph.add_node("Enterprise", established=20190101, closed=None)
    graph._tie(COVERS, branch, enterprise)
    graph.ties[graph.last].values |= {"from": 20210500, "until": 20220815, "seen": None}
    return graph


@pytest.mark.parametrize(
    ("day", "when"),
    [
        ((2021, 4, 30), When.COMING),
        ((2021, 5, 31), When.IN_FORCE),
        ((2022, 8, 15), When.IN_FORCE),
        ((2022, 8, 16), When.ENDED),
    ],
)
def test_a_tie_is_to_come_holds_and_has_ended(graph: Graph, day: tuple[int, int, int], when: When) -> None:
    picture = graph.picture(1)
    view, link = picture.on(_number(*day)), links_of("Enterprise")["branches"]
    rows = picture.tables["Enterprise"].rows(np.array([graph.ties[graph.last].target]))
    for each in (When.COMING, When.IN_FORCE, When.ENDED):
        ((name, reached),) = view.reached(link, rows, each)
        assert (name, len(reached.rows)) == ("PartyBranch", int(each is when))
    ((_, reached),) = view.reached(link, rows, When.ALL)
    assert picture.tables["PartyBranch"].ids[reached.rows].tolist() == [graph.ties[graph.last].source]


def test_a_dissolved_branch_covers_nobody_any_more_and_to_one_leads_to_one(graph: Graph) -> None:
    tie = graph.ties[graph.last]
    graph.nodes[tie.source][1]["dissolved"] = 20211231
    picture = graph.picture(1)
    rows = picture.tables["Enterprise"].rows(np.array([tie.target]))
    link = links_of("Enterprise")["branches"]
    held = [
        len(picture.on(_number(*day)).reached(link, rows)[0][1].rows)
        for day in ((2021, 12, 31), (2022, 1, 1))
    ]
    assert held == [1, 0]
    everyone = np.arange(len(picture.tables["Enterprise"]))
    for name, rows in picture.on(_number(2023, 6, 1)).one(links_of("Enterprise")["division"], everyone):
        assert name == "Division"
        assert len(rows) == len(everyone)
        assert rows.max() < len(picture.tables["Division"])


def test_columns_are_those_stored_or_observed(graph: Graph) -> None:
    picture = graph.picture(1)
    view = picture.on(_number(2024, 1, 1))
    assert view.column("Enterprise", "name") is picture.column("Enterprise", "name")
    values, limits = view.observed("Enterprise", "employees")
    assert view.column("Enterprise", "employees") is values
    assert limits is not None
    assert len(values) == len(limits) == len(picture.tables["Enterprise"])


def test_whoever_leads_or_is_a_cadre_is_in_public_post(graph: Graph) -> None:
    picture = graph.picture(1)
    public = picture.on(_number(2023, 6, 1)).in_public_post()
    bond: Bond = picture.bonds(NODE_TYPES["Cadre"].relation("person"))["Person"]
    day = _number(2023, 6, 1)
    assert public[bond.targets[bond.intervals.in_force(day)]].all()
    assert not public.all()


def test_an_order_is_made_once_while_it_is_asked_for(graph: Graph) -> None:
    view, made = graph.picture(1).on(1), []

    def make() -> "np.ndarray[tuple[int], np.dtype[np.int64]]":
        made.append(1)
        return np.arange(3)

    for _ in range(3):
        assert view.ordered("key", make).tolist() == [0, 1, 2]
    assert len(made) == 1
    for number in range(40):
        view.ordered(number, make)
    view.ordered("key", make)
    assert len(made) == 42
