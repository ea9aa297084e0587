"""Fields that are computed of others, for many nodes at once."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, Final

import numpy as np

from graph_api.graphql.plans.reading import Reading
from graph_api.graphql.plans.selection import Selected
from graph_api.projection.columns import Rows
from graph_api.projection.epoch_days import first_days
from graph_api.projection.links import links_of
from schema.text import Text


@dataclass(frozen=True, slots=True)
class Derived:
    """One such field: the name of its type, what it means, and its values at some rows."""

    annotation: str
    label: Text
    values: Callable[[Reading, Rows, Selected], list[Any]]


def _via(reading: Reading, rows: Rows, _selected: Selected) -> list[str | None]:
    """By what kind of target a post reaches enterprises."""
    ways = {"Enterprise": "DIRECT", "PartyBranch": "VIA_BRANCH", "IndustryBrand": "VIA_BRAND"}
    found: list[str | None] = [None] * len(rows)
    for target, far in reading.view.one(links_of("Dispatch")["target"], rows):
        for place in np.flatnonzero(far >= 0).tolist():
            found[place] = ways[target]
    return found


def _days_open(reading: Reading, rows: Rows, _selected: Selected) -> list[int | None]:
    """Days from the one on which a request was raised to that of its solution, or to the day asked for.

    Null where the day of raising is not known exactly, or is still to come, or where that of the solution
    is vague.
    """
    raised = reading.picture.column("ServiceRequest", "raised_on")[rows]
    resolved = reading.picture.column("ServiceRequest", "resolved_on")[rows]
    begin, end = first_days(raised, 0), first_days(resolved, 0)
    today = reading.view.day
    solved = (resolved > 0) & (end <= today)
    known = (raised % 100 > 0) & (begin <= today) & (~solved | (resolved % 100 > 0))
    days = np.where(solved, end, today) - begin
    return [int(each) if one else None for each, one in zip(days, known, strict=True)]


DERIVED: Final[Mapping[str, Mapping[str, Derived]]] = {
    "Dispatch": {
        "via": Derived(
            "Via | None",
            Text("派驻方式，以派驻对象的类型为准", "how the post reaches enterprises, by what it is at"),
            _via,
        )
    },
    "ServiceRequest": {
        "daysOpen": Derived(
            "int | None",
            Text(
                "自提出至办结（未办结则至所问之日）的天数，日期不确切则为空",
                "days from raising to solution, or to the day asked for; null where a day is vague",
            ),
            _days_open,
        )
    },
}
"""The computed fields of each type, by their GraphQL names."""
