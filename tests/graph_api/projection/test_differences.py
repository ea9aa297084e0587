"""Whatever is other in a picture is named: each planted difference is found, and nothing else."""

import re
from collections.abc import Callable
from dataclasses import replace

import numpy as np
import pytest

from graph_api.projection.differences import differences
from graph_api.projection.picture import Picture
from tests.graph_api.projection.drawn import Graph, drawn


def _node(graph: Graph) -> None:
    number = graph.some("Enterprise")
    assert number is not None
    graph.nodes[number][1]["name"] = "另一个"


def _list(graph: Graph) -> None:
    number = graph.some("Enterprise")
    assert number is not None
    graph.nodes[number][1]["former_names"] = ["甲", "旧", "更旧"]


def _tie(graph: Graph) -> None:
    key = next(key for key, tie in graph.ties.items() if tie.relation.field == "park")
    graph.ties[key].values["until"] = 20991231


def _gone(graph: Graph) -> None:
    del graph.ties[next(key for key, tie in graph.ties.items() if tie.relation.field == "park")]


def _seen(graph: Graph) -> None:
    tie = next(tie for tie in graph.ties.values() if tie.relation.source == "Observation")
    graph.nodes[tie.source][1]["day"] = 20991231


PLANTED: dict[str, tuple[Callable[[Graph], object], str]] = {
    "a value": (_node, r"Enterprise:\d+ name: 不同 another value"),
    "a list": (_list, r"Enterprise:\d+ former_names: 不同 another value"),
    "a node": (lambda graph: graph.add_node("Topic"), r"Topic:\d+: 缺少 missing"),
    "an end": (_tie, r"SITED_IN:\d+ \(Enterprise\.park\) until: 不同 another value"),
    "a tie": (_gone, r"SITED_IN:\d+ \(Enterprise\.park\): 多出 not in the database"),
    "a day": (_seen, r"Observation:\d+ \(\w+\) day: 不同 another value"),
}


@pytest.mark.parametrize("what", PLANTED)
def test_each_difference_is_named(what: str) -> None:
    plant, named = PLANTED[what]
    graph = drawn(9)
    kept = graph.picture(1)
    assert list(differences(kept, graph.picture(1))) == []
    plant(graph)
    found = [str(each) for each in differences(kept, graph.picture(1))]
    assert found
    assert any(re.fullmatch(named, each) for each in found), found


def test_another_revision_and_what_is_there_twice_are_named() -> None:
    graph = drawn(9)
    kept, fresh = graph.picture(1), graph.picture(2)
    assert [each.what for each in differences(kept, fresh)] == ["revision 1 / 2"]
    ties = kept.ties["Enterprise", "park"]
    doubled = ties.at(np.array([0, *range(len(ties))]))
    twice = replace(fresh, revision=1, ties={**fresh.ties, ("Enterprise", "park"): doubled})
    assert any("×2" in each.what for each in differences(twice, kept))


def test_what_is_computed_is_compared_too() -> None:
    graph = drawn(9)
    kept, fresh = graph.picture(1), graph.picture(1)
    relation = kept.ties["Enterprise", "division"].relation
    (bond,) = kept.bonds(relation).values()
    bond.intervals.end[:] = 5
    bond.onward.ties[:] = bond.onward.ties[::-1].copy()
    found = {each.what.split(" ", 1)[-1] for each in differences(kept, fresh)}
    assert {"(Enterprise.division→Division) end", "onward"} <= found


def _seen_wrongly(picture: Picture) -> None:
    for name, seen in picture.observations.items():
        for field in seen.values:
            sightings = picture.seen(name, field).sightings
            if len(sightings.begin):
                sightings.begin[0] += 1
                return


def test_what_was_seen_from_another_day_is_named() -> None:
    graph = drawn(9)
    kept, fresh = graph.picture(1), graph.picture(1)
    _seen_wrongly(kept)
    assert [each.what.split(" ", 1)[1] for each in differences(kept, fresh)] == ["by day"]
