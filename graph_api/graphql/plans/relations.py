"""What nodes are tied to: one node, a list, a page, or the ties themselves with their days."""

import itertools
from typing import Any

import numpy as np

from graph_api.graphql.naming import camel, pages, tie_type
from graph_api.graphql.plans import objects
from graph_api.graphql.plans.cells import iso, shown
from graph_api.graphql.plans.connections import connection
from graph_api.graphql.plans.ordering import Order
from graph_api.graphql.plans.pages import Window, bound_to, page, selected_rows
from graph_api.graphql.plans.reading import Reading
from graph_api.graphql.plans.selection import Selected, zipped
from graph_api.projection.columns import Rows
from graph_api.projection.day_view import When
from graph_api.projection.links import Link
from graph_api.projection.neighbours import Reached


def related(reading: Reading, link: Link, rows: Rows, selected: Selected) -> list[Any]:
    """The field of a relation, for nodes of its owner."""
    if link.one:
        return _one(reading, link, rows, selected)
    found = reading.view.reached(link, rows, _when(selected))
    if pages(link):
        return _pages(reading, link, rows, found[0][1], selected)
    return _lists(reading, len(rows), found, selected)


def _when(selected: Selected) -> When:
    asked = selected.arguments.get("when")
    return When[str(getattr(asked, "value", asked))] if asked is not None else When.IN_FORCE


def _one(reading: Reading, link: Link, rows: Rows, selected: Selected) -> list[Any]:
    found: list[Any] = [None] * len(rows)
    for name, far in reading.view.one(link, rows):
        places = np.flatnonzero(far >= 0)
        made = objects.shared(reading, name, far[places], selected)
        for place, each in zip(places.tolist(), made, strict=True):
            found[place] = each
    return found


def _lists(reading: Reading, count: int, reached: list[tuple[str, Reached]], selected: Selected) -> list[Any]:
    """Lists in the order of the ties' begin; of several types, one type after the other."""
    lists: list[list[Any]] = [[] for _ in range(count)]
    for name, each in reached:
        made = objects.shared(reading, name, each.rows, selected)
        _append(lists, made, each)
    return lists


def _pages(reading: Reading, link: Link, rows: Rows, reached: Reached, selected: Selected) -> list[Any]:
    """A connection for each row."""
    target, arguments = link.targets[0], selected.arguments
    window = Window.of(arguments, reading.asked.largest_page)
    order = Order.of(reading, target, arguments.get("orderBy"))
    kept = selected_rows(reading, target, arguments.get("where"))
    if kept is not None:
        reached = reached.where(kept[reached.rows])
    ids = reading.picture.tables[link.owner].ids[rows].tolist()
    made = []
    for place, owner in enumerate(ids):
        bound = bound_to((link.owner, owner, link.field), arguments, masking=reading.asked.masking)
        among = order.sorted(np.unique(reached.rows[reached.offsets[place] : reached.offsets[place + 1]]))
        made.append(connection(reading, target, page(order, among, window, bound), selected))
    return made


def ties(reading: Reading, link: Link, rows: Rows, selected: Selected) -> list[Any]:
    """The ties of a relation with their recorded days, the earliest first, and the node at the other end."""
    lists: list[list[Any]] = [[] for _ in range(len(rows))]
    for name, reached in reading.view.reached(link, rows, _when(selected)):
        fields = selected.below(tie_type(link))
        columns = [_of_ties(reading, link, name, reached, each) for each in fields]
        _append(lists, zipped(fields, columns, len(reached.rows)), reached)
    return lists


def _of_ties(reading: Reading, link: Link, target: str, reached: Reached, field: Selected) -> list[Any]:
    """One field of the ties that lead to nodes of a type."""
    (leg,) = link.legs
    recorded = reading.picture.bonds(leg.relation)[target if leg.onward else link.owner].ties
    if field.name == "__typename":
        return [tie_type(link)] * len(reached.rows)
    if field.name == "node":
        return objects.shared(reading, target, reached.rows, field)
    days = {"from": recorded.from_, "until": recorded.until, "seen": recorded.seen}.get(field.name)
    if days is not None:
        return [iso(day) for day in days[reached.ties].tolist()]
    own = next(each for each in leg.relation.properties if camel(each.name) == field.name)
    return shown(own, recorded.properties[own.name], reached.ties, masking=False)


def _append(lists: list[list[Any]], made: list[Any], reached: Reached) -> None:
    """Add to each row's list what it reached."""
    for one, (begin, end) in zip(lists, itertools.pairwise(reached.offsets.tolist()), strict=True):
        one.extend(made[begin:end])
