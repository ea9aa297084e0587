"""One type's nodes as columns: a row a node. Rows keep their place for as long as the table is kept."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache
from typing import Any, Final, LiteralString, TypeAlias

import neo4j
import numpy as np
import pyarrow as pa  # type: ignore[import-untyped] # pyarrow ships no types

from graph_api.projection.columns import Column, Mask, Numbers, Rows, column, joined, taken
from graph_api.projection.splice import Splice, with_values
from loaders.statements import about_label
from schema.catalog import NODE_TYPES, NodeType
from schema.fields import Field, Kind

LAST: Final = "\U0010ffff"
"""What comes after every code."""
Reader: TypeAlias = neo4j.Session | neo4j.Transaction
"""What statements are run by."""

_RANGE: Final[LiteralString] = """
    MATCH (n:LABEL) WHERE $low <= n.code < $high
    WITH collect(n) AS nodes
    RETURN [n IN nodes | n.id], [name IN $names | [n IN nodes | n[name]]]
"""
_ALL: Final[LiteralString] = """
    MATCH (n:$($label))
    WITH collect(n) AS nodes
    RETURN [n IN nodes | n.id], [name IN $names | [n IN nodes | n[name]]]
"""
"""One text for every type: planning one a type would take longer than reading small ones."""
_SOME: Final[LiteralString] = """
    MATCH (n:Entity) WHERE n.id IN $ids AND $label IN labels(n)
    WITH collect(n) AS nodes
    RETURN [n IN nodes | n.id], [name IN $names | [n IN nodes | n[name]]]
"""


@dataclass(frozen=True, slots=True)
class Table:
    """All nodes of one type.

    `ids` by row; `sorted_ids` ascending, `by_id` the row of each of them; `there` says which rows still
    have a node; `columns` hold `code`, `stated_code` and each stored field, as `columns.column` forms them.
    """

    type: str
    ids: Numbers
    sorted_ids: Numbers
    by_id: Rows
    there: Mask
    columns: Mapping[str, Column]

    @classmethod
    def of(cls, type_name: str, ids: Numbers, columns: Mapping[str, Column]) -> "Table":
        """A table of these rows."""
        by_id = np.argsort(ids, kind="stable")
        return cls(type_name, ids, ids[by_id], by_id, np.ones(len(ids), np.bool_), columns)

    def __len__(self) -> int:
        """The number of rows, those without a node included."""
        return len(self.ids)

    def rows(self, ids: Numbers) -> Rows:
        """The row of each id; -1 where the type has no such node."""
        if not len(self.sorted_ids):
            return np.full(len(ids), -1, np.int64)
        place = np.minimum(np.searchsorted(self.sorted_ids, ids), len(self.sorted_ids) - 1)
        row = self.by_id[place]
        return np.where((self.sorted_ids[place] == ids) & self.there[row], row, -1)

    def patched(self, fresh: "Table", removed: Iterable[int]) -> "Table":
        """The table with some nodes as they are now: changed ones in their rows, new ones at the end."""
        there = self.there
        gone = self.rows(np.array(sorted(removed), np.int64))
        if (gone >= 0).any():
            there = there.copy()
            there[gone[gone >= 0]] = False
        rows = self.rows(fresh.ids)
        old, new = np.argsort(rows, kind="stable"), np.flatnonzero(rows < 0)
        old = old[len(new) :]
        columns = dict(self.columns)
        for name, values in fresh.columns.items():
            columns[name] = with_values(columns[name], rows[old], taken(values, old))
            if len(new):
                columns[name] = joined(columns[name], taken(values, new))
        if not len(new):
            return replace(self, there=there, columns=columns)
        new_ids = fresh.ids[new]
        ascending = np.argsort(new_ids)
        sorted_ids = new_ids[ascending]
        places = np.searchsorted(self.sorted_ids, sorted_ids).tolist()
        splice = Splice.of(len(self.sorted_ids), ((at, at, n, n + 1) for n, at in enumerate(places)))
        return Table(
            self.type,
            np.concatenate((self.ids, new_ids)),
            splice.apply(self.sorted_ids, sorted_ids),
            splice.apply(self.by_id, len(self.ids) + ascending),
            np.concatenate((there, np.ones(len(new), np.bool_))),
            columns,
        )


@cache
def fields_held(node_type: NodeType) -> tuple[Field, ...]:
    """The fields whose values a table holds: every stored one but `code` and hashes of identity numbers."""
    return tuple(each for each in node_type.stored if each.kind is not Kind.ID_NUMBER and each.name != "code")


def read_range(session: Reader, type_name: str, low: str = "", high: str = LAST) -> Table:
    """The nodes of the type whose code lies in `[low, high)`."""
    if (low, high) == ("", LAST):
        return _read(session, _ALL, type_name)
    return _read(session, _RANGE, type_name, low=low, high=high)


def read_some(session: Reader, type_name: str, ids: Sequence[int]) -> Table:
    """Those of the nodes of the type that have one of the ids."""
    return _read(session, _SOME, type_name, ids=list(ids))


def stacked(parts: Sequence[Table]) -> Table:
    """Tables of one type, without a node in common, as one."""
    columns = {name: joined(*(part.columns[name] for part in parts)) for name in parts[0].columns}
    return Table.of(parts[0].type, np.concatenate([part.ids for part in parts]), columns)


def _read(session: Reader, statement: LiteralString, type_name: str, **selected: Any) -> Table:
    fields = fields_held(NODE_TYPES[type_name])
    names = ["code", "stated_code", *(each.name for each in fields)]
    asked = about_label(statement, type_name)
    ids, lists = session.run(asked, label=type_name, names=names, **selected).single(strict=True)
    texts = {name: pa.array(values, pa.string()) for name, values in zip(names[:2], lists[:2], strict=True)}
    stored = {each.name: column(each, values) for each, values in zip(fields, lists[2:], strict=True)}
    return Table.of(type_name, np.array(ids, np.int64), {**texts, **stored})
