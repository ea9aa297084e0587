"""Objects of one type for many rows at once: each selected field is a column of values, then zipped."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

import numpy as np

from graph_api.graphql import time_limit
from graph_api.graphql.identity import written
from graph_api.graphql.naming import TIES, fields_shown, links_shown
from graph_api.graphql.plans import relations
from graph_api.graphql.plans.cells import bounds_shown, industry, shown
from graph_api.graphql.plans.cold import Cold
from graph_api.graphql.plans.derived import DERIVED
from graph_api.graphql.plans.history import COLD_FIELDS
from graph_api.graphql.plans.names import names
from graph_api.graphql.plans.reading import Reading
from graph_api.graphql.plans.selection import Selected, zipped
from graph_api.projection.columns import Rows
from schema.fields import Field

BOUND = "Bound"
"""What is added to a count's name where its bound is meant."""


def objects(reading: Reading, type_name: str, rows: Rows, fields: Sequence[Selected]) -> list[dict[str, Any]]:
    """The selected fields of the nodes at some rows, one object a row, each row once."""
    time_limit.check()
    cold = [each for each in fields if each.name in COLD_FIELDS]
    columns = [
        [None] * len(rows) if each in cold else values(reading, type_name, rows, each) for each in fields
    ]
    made = zipped(fields, columns, len(rows))
    for each in cold:
        ids = reading.picture.tables[type_name].ids[rows].tolist()
        reading.asked.cold.append(Cold(each.key, ids, made, COLD_FIELDS[each.name](reading, type_name, each)))
    return made


def shared(reading: Reading, type_name: str, rows: Rows, selected: Selected) -> list[dict[str, Any]]:
    """Objects for rows of which some are the same: those share one object."""
    distinct, places = np.unique(rows, return_inverse=True)
    made = objects(reading, type_name, distinct, selected.below(type_name))
    return [made[place] for place in places.tolist()]


def values(reading: Reading, type_name: str, rows: Rows, selected: Selected) -> list[Any]:
    """One field of the nodes at some rows."""
    name = selected.name
    if name in _ALWAYS:
        return _ALWAYS[name](reading, type_name, rows)
    field = fields_shown(type_name).get(name)
    if field is not None:
        return _of_field(reading, type_name, rows, field, selected)
    computed = DERIVED.get(type_name, {}).get(name)
    if computed is not None:
        return computed.values(reading, rows, selected)
    link = links_shown(type_name).get(name)
    if link is not None:
        return relations.related(reading, link, rows, selected)
    if name.endswith(TIES):
        return relations.ties(reading, links_shown(type_name)[name.removesuffix(TIES)], rows, selected)
    counted = fields_shown(type_name)[name.removesuffix(BOUND)]
    return bounds_shown(*reading.view.observed(type_name, counted.name), rows)


def _ids(reading: Reading, type_name: str, rows: Rows) -> list[str]:
    suffix = reading.suffix
    ids = reading.picture.tables[type_name].ids[rows].tolist()
    return [written(type_name, number, suffix) for number in ids]


_ALWAYS: Mapping[str, Callable[[Reading, str, Rows], list[Any]]] = {
    "__typename": lambda _, type_name, rows: [type_name] * len(rows),
    "id": _ids,
    "name": names,
}
"""What every node has."""


def _of_field(reading: Reading, type_name: str, rows: Rows, field: Field, selected: Selected) -> list[Any]:
    column = reading.view.column(type_name, field.name)
    found = shown(field, column, rows, masking=reading.asked.masking)
    if field.table == "industries":
        made = {each: _industry(reading, each, selected) for each in set(found)}
        return [made[each] for each in found]
    if selected.nodes[0].selection_set:
        return [[plain(each, "Span", selected) for each in several] for several in found]
    return found


def _industry(reading: Reading, code: str | None, selected: Selected) -> dict[str, Any] | None:
    facts = industry(code, reading.asked.language)
    return facts and plain(facts, "Industry", selected)


def plain(facts: Mapping[str, Any], type_name: str, selected: Selected) -> dict[str, Any]:
    """What is selected of an object whose fields are at hand."""
    return {
        each.key: type_name if each.name == "__typename" else facts[each.name]
        for each in selected.below(type_name)
    }
