"""The names of nodes: their own, their person's, or composed of what their type declares."""

import numpy as np

from graph_api.graphql.plans.cells import iso
from graph_api.graphql.plans.reading import Reading
from graph_api.projection.columns import Rows, taken
from graph_api.projection.links import links_of
from schema.catalog import NODE_TYPES
from schema.fields import Kind
from schema.masking import masked_name


def names(reading: Reading, type_name: str, rows: Rows) -> list[str | None]:
    """The names of a type's nodes as this caller sees them on the day; None where nothing is known.

    A person in a public post bears the full name there, as an activist or member it is masked.
    """
    parts = NODE_TYPES[type_name].about.name_parts
    if parts == ("name",):
        return _own(reading, type_name, rows)
    if parts == ("person.name",):
        return _of_person(reading, type_name, rows)
    columns = [_part(reading, type_name, rows, part) for part in parts]
    return [" · ".join(part for part in each if part) or None for each in zip(*columns, strict=True)]


def _own(reading: Reading, type_name: str, rows: Rows) -> list[str | None]:
    stored: list[str | None] = taken(reading.picture.column(type_name, "name"), rows).to_pylist()
    if not reading.asked.masking or not NODE_TYPES[type_name].field("name").personal:
        return stored
    public = reading.view.in_public_post()[rows].tolist()
    return [
        name if shown or not name else masked_name(name) for name, shown in zip(stored, public, strict=True)
    ]


def _of_person(reading: Reading, type_name: str, rows: Rows) -> list[str | None]:
    ((_, people),) = reading.view.one(links_of(type_name)["person"], rows)
    found: list[str | None] = [None] * len(rows)
    having = np.flatnonzero(people >= 0)
    stored = taken(reading.picture.column("Person", "name"), people[having]).to_pylist()
    hidden = NODE_TYPES[type_name].about.personal_name and reading.asked.masking
    for place, name in zip(having.tolist(), stored, strict=True):
        found[place] = masked_name(name) if hidden and name else name
    return found


def _part(reading: Reading, type_name: str, rows: Rows, part: str) -> list[str | None]:
    """One part of a composed name: a field of the node, or of the node that a relation leads to."""
    relation, _, name = part.rpartition(".")
    if not relation:
        return _field(reading, type_name, rows, name)
    found: list[str | None] = [None] * len(rows)
    for target, far in reading.view.one(links_of(type_name)[relation], rows):
        having = np.flatnonzero(far >= 0)
        if name == "name":
            values = names(reading, target, far[having])
        else:
            values = _field(reading, target, far[having], name)
        for place, value in zip(having.tolist(), values, strict=True):
            found[place] = value
    return found


def _field(reading: Reading, type_name: str, rows: Rows, name: str) -> list[str | None]:
    field = NODE_TYPES[type_name].field(name)
    values = taken(reading.view.column(type_name, name), rows)
    if field.kind is Kind.TERM:
        words = (*(term.zh for term in field.vocabulary or ()), None)
        return [words[each] for each in values.tolist()]
    if field.kind is Kind.DATE:
        return [iso(each) for each in values.tolist()]
    stored = values.tolist() if isinstance(values, np.ndarray) else values.to_pylist()
    return [None if each is None or each == -1 else str(each) for each in stored]
