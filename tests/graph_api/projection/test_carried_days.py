"""What the days asked for last know is brought on, and is what would be computed anew."""

from datetime import date
from typing import cast

import numpy as np
import pytest

from graph_api.graphql.naming import fields_ordered
from graph_api.graphql.plans.ordering import Order
from graph_api.graphql.plans.reading import Asked, Reading
from graph_api.projection import carried_days
from graph_api.projection.columns import Column
from graph_api.projection.day_view import DayView, When
from graph_api.projection.following import applied
from graph_api.projection.links import links_of
from graph_api.projection.observations import observed_fields
from graph_api.projection.picture import Picture
from schema.catalog import NODE_TYPES
from tests.graph_api.projection.drawn import Graph, drawn

DAY = date(2022, 8, 15)
LINKS = [(name, link) for name in ("Enterprise", "PartyBranch") for link in links_of(name).values()]


def _orders(picture: Picture) -> list[Order]:
    """Every order by one field of a type, either way."""
    reading = Reading.of(cast(Asked, None), picture, DAY, explicit=True)
    return [
        Order(reading, "Enterprise", ((name, descending),))
        for name in fields_ordered("Enterprise")
        for descending in (False, True)
    ]


def _ask_everything(picture: Picture) -> DayView:
    view = picture.on((DAY - date(1970, 1, 1)).days)
    for order in _orders(picture):
        order.all()
    for name in picture.observations:
        for field in observed_fields(name):
            view.observed(name, field.name)
    for name, link in LINKS:
        for when in When:
            view.reached(link, np.arange(len(picture.tables[name])), when)
    return view


def _listed(values: Column) -> list[object]:
    found: list[object] = values.tolist()
    return found


def _write(graph: Graph) -> None:
    for _ in range(graph.draw.randrange(3)):
        graph.add_node(graph.draw.choice(["Enterprise", "PartyBranch", "Topic"]))
    for what in graph.draw.sample([graph.observe, graph.observe, graph.change, graph.remove], 2):
        what()


@pytest.mark.parametrize("seed", range(8))
def test_what_is_brought_on_is_what_would_be_computed(seed: int) -> None:
    graph = drawn(seed)
    picture = graph.picture(0)
    for revision in range(1, 5):
        if revision != 3:
            _ask_everything(picture)
        _write(graph)
        picture = applied(picture, *graph.facts(revision))
        view = picture.on((DAY - date(1970, 1, 1)).days)
        alone = Picture(revision, picture.tables, picture.ties, picture.observations)
        anew = _ask_everything(alone)
        for key, value in view.kept.items():
            expected = anew.kept[key]
            if isinstance(value, tuple):
                assert [_listed(each) for each in value if each is not None] == [
                    _listed(each) for each in expected if each is not None
                ]
            else:
                assert _listed(value) == _listed(expected), key
        for order, other in zip(_orders(picture), _orders(alone), strict=True):
            found = [
                rows[picture.tables["Enterprise"].there[rows]].tolist() for rows in (order.all(), other.all())
            ]
            assert found[0] == found[1], order.keys


def test_a_write_elsewhere_brings_all_of_a_day_on_and_a_retired_version_nothing() -> None:
    graph = drawn(1)
    old = graph.picture(0)
    before = _ask_everything(old)
    graph.add_node("Target")
    new = applied(old, *graph.facts(1))
    view = new.on(before.day)
    brought = {key for key in before.kept if isinstance(key, tuple) and key[0] in ("observed", "holding")}
    assert brought <= view.kept.keys()
    assert all(view.kept[key] is before.kept[key] for key in brought)
    order = _orders(new)[-1]
    assert order.all() is before.orders["Enterprise", order.keys]
    new.retire()
    assert applied(new, *graph.facts(2)).recent(9) == []


def test_where_many_rows_became_others_an_order_is_made_anew(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(carried_days, "_FEW_ROWS", 1)
    graph = drawn(1)
    old = graph.picture(0)
    before = _ask_everything(old)
    for _ in range(2):
        graph.add_node("Enterprise")
    new = applied(old, *graph.facts(1))
    assert {key[0] for key in new.on(before.day).older if isinstance(key, tuple)} == set()
    assert len(_orders(new)[0].all()) == len(new.tables["Enterprise"])
    assert NODE_TYPES["Enterprise"].observed
