"""Pictures for searches, made of rows written by hand."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

import numpy as np
import pyarrow as pa  # type: ignore[import-untyped] # pyarrow ships no types

from graph_api.projection.bonds import Ties
from graph_api.projection.columns import column
from graph_api.projection.day_view import DayView
from graph_api.projection.picture import Picture
from graph_api.projection.table import Table, fields_held
from schema.catalog import NODE_TYPES, RELATIONS
from schema.fields import Relation

DAY = (date(2022, 8, 2) - date(1970, 1, 1)).days

Row = Mapping[str, Any]
Tie = tuple[str, str, int, int]
"""The source's type, the relation's field there, the ids of both ends."""


def view(nodes: Mapping[str, Sequence[Row]], ties: Sequence[Tie] = ()) -> DayView:
    """A picture of these nodes and ties on the day of the tests."""
    tables = {name: _table(name, nodes.get(name, ())) for name in NODE_TYPES}
    bonds = {(each.source, each.field): _ties(each, ties) for each in RELATIONS}
    return Picture(1, tables, bonds, {}).on(DAY)


def _table(name: str, rows: Sequence[Row]) -> Table:
    node_type = NODE_TYPES[name]
    texts = {each: pa.array([row.get(each) for row in rows], pa.string()) for each in ("code", "stated_code")}
    stored = {
        each.name: column(each, [row.get(each.name) for row in rows]) for each in fields_held(node_type)
    }
    return Table.of(name, np.array([row["id"] for row in rows], np.int64), {**texts, **stored})


def _ties(relation: Relation, ties: Sequence[Tie]) -> Ties:
    ends = [each[2:] for each in ties if each[:2] == (relation.source, relation.field)]
    keys = np.arange(1, len(ends) + 1)
    none = np.zeros(len(ends), np.int32)
    own = {each.name: column(each, [None] * len(ends)) for each in relation.properties}
    source = np.array([one for one, _ in ends], np.int64)
    target = np.array([other for _, other in ends], np.int64)
    return Ties(relation, source, target, keys, none, none, none, own)
