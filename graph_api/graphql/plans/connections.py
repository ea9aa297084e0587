"""A page as a caller sees it: edges, nodes, pageInfo, totalCount, whichever are selected."""

from collections.abc import Callable
from typing import Any

from graph_api.graphql.plans import objects
from graph_api.graphql.plans.pages import Page
from graph_api.graphql.plans.reading import Reading
from graph_api.graphql.plans.selection import Selected, zipped


def connection(reading: Reading, type_name: str, page: Page, selected: Selected) -> dict[str, Any]:
    """The connection object of a page."""
    made: dict[str, Any] = {}
    for each in selected.below(f"{type_name}Connection"):
        if each.name == "totalCount":
            made[each.key] = page.total
        elif each.name == "pageInfo":
            made[each.key] = _page_info(page, each)
        elif each.name == "nodes":
            made[each.key] = objects.objects(reading, type_name, page.rows, each.below(type_name))
        elif each.name == "edges":
            made[each.key] = _edges(reading, type_name, page, each)
        else:
            made[each.key] = f"{type_name}Connection"
    return made


def _edges(reading: Reading, type_name: str, page: Page, selected: Selected) -> list[dict[str, Any]]:
    fields = selected.below(f"{type_name}Edge")
    columns: list[list[Any]] = []
    for each in fields:
        if each.name == "node":
            columns.append(objects.objects(reading, type_name, page.rows, each.below(type_name)))
        elif each.name == "cursor":
            columns.append(page.cursors(page.rows))
        else:
            columns.append([f"{type_name}Edge"] * len(page.rows))
    return zipped(fields, columns, len(page.rows))


def _page_info(page: Page, selected: Selected) -> dict[str, Any]:
    """The page's place in its list; cursors are written for those that ask for them."""
    facts: dict[str, Callable[[], Any]] = {
        "hasNextPage": lambda: page.has_next,
        "hasPreviousPage": lambda: page.has_previous,
        "startCursor": lambda: next(iter(page.cursors(page.rows[:1])), None),
        "endCursor": lambda: next(iter(page.cursors(page.rows[-1:])), None),
        "__typename": lambda: "PageInfo",
    }
    return {each.key: facts[each.name]() for each in selected.below("PageInfo")}
