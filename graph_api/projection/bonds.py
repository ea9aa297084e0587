"""The ties of one relation: who is tied to whom, as recorded, and from when to when that certainly holds."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any, Final, LiteralString

import numpy as np

from graph_api.projection.columns import Column, Numbers, Rows, column, joined, taken
from graph_api.projection.epoch_days import ALWAYS, NEVER, Days, days_after, first_days
from graph_api.projection.intervals import (
    Intervals,
    Recorded,
    from_always,
    from_established,
    from_seen,
    later_as_told,
    succeeded,
)
from graph_api.projection.neighbours import Neighbours
from graph_api.projection.splice import Splice
from graph_api.projection.table import LAST, Reader, Table
from loaders.statements import about_kind, about_label
from schema.catalog import NODE_TYPES, RELATIONS
from schema.fields import Field, Kind, Relation
from schema.lifetimes import beginning_of, ending_of, is_happening

_RANGE: Final[LiteralString] = """
    MATCH (s:LABEL) WHERE $low <= s.code < $high
    MATCH (s)-[r:KIND]->(t:Entity)
    WITH s.id AS source, t.id AS target, r ORDER BY r.key
    WITH collect(source) AS sources, collect(target) AS targets, collect(r) AS ties
    RETURN sources, targets, [name IN $names | [r IN ties | r[name]]]
"""
_ALL: Final[LiteralString] = """
    MATCH (s:$($label))-[r:$($kind)]->(t:Entity)
    WITH s.id AS source, t.id AS target, r ORDER BY r.key
    WITH collect(source) AS sources, collect(target) AS targets, collect(r) AS ties
    RETURN sources, targets, [name IN $names | [r IN ties | r[name]]]
"""
_SOME: Final[LiteralString] = """
    MATCH (s:Entity)-[r:KIND]->(t:Entity) WHERE r.key IN $keys
    WITH s, t, r ORDER BY r.key
    WITH collect(s.id) AS sources, collect(labels(s)) AS labels, collect(t.id) AS targets, collect(r) AS ties
    RETURN sources, labels, targets, [name IN $names | [r IN ties | r[name]]]
"""
_DAYS: Final = ("from", "until", "seen")
_ROOM: Final = 1024
"""So many rows a table may grow by before the index over its ties has to become longer."""


@dataclass(frozen=True, slots=True)
class Ties:
    """The ties of one relation as stored, row by row, in the order of their keys; ends are ids of nodes.

    `key` identifies a tie in its kind; days are stored PartialDates, 0 where none; `properties` are the
    relation's own, as columns.
    """

    relation: Relation
    source: Numbers
    target: Numbers
    key: Numbers
    from_: Days
    until: Days
    seen: Days
    properties: Mapping[str, Column]

    def __len__(self) -> int:
        """How many there are."""
        return len(self.key)

    def at(self, places: Rows) -> "Ties":
        """Some of them."""
        own = {name: taken(values, places) for name, values in self.properties.items()}
        return Ties(
            self.relation, self.source[places], self.target[places], self.key[places],
            self.from_[places], self.until[places], self.seen[places], own,
        )  # fmt: skip

    def known_keys(self, keys: Numbers) -> Numbers:
        """Those of the keys, ascending, that a tie has."""
        places = np.minimum(np.searchsorted(self.key, keys), max(len(self.key) - 1, 0))
        return keys[self.key[places] == keys] if len(self.key) else keys[:0]

    def patched(self, fresh: "Ties", touched: Numbers) -> "Ties":
        """The ties with those of the touched keys as they are now in `fresh`; what is not there is gone."""
        return self.spliced(Splice.by_key(self.key, fresh.key, touched), fresh)

    def spliced(self, splice: Splice, fresh: "Ties") -> "Ties":
        """The ties with others in some places."""
        own = {name: splice.apply(values, fresh.properties[name]) for name, values in self.properties.items()}
        return Ties(
            self.relation,
            splice.apply(self.source, fresh.source),
            splice.apply(self.target, fresh.target),
            splice.apply(self.key, fresh.key),
            splice.apply(self.from_, fresh.from_),
            splice.apply(self.until, fresh.until),
            splice.apply(self.seen, fresh.seen),
            own,
        )


def ties_together(parts: Sequence[Ties]) -> Ties:
    """Ties of one relation, none of them twice, as one."""
    own = {name: joined(*(part.properties[name] for part in parts)) for name in parts[0].properties}
    both = Ties(
        parts[0].relation,
        np.concatenate([part.source for part in parts]),
        np.concatenate([part.target for part in parts]),
        np.concatenate([part.key for part in parts]),
        np.concatenate([part.from_ for part in parts]),
        np.concatenate([part.until for part in parts]),
        np.concatenate([part.seen for part in parts]),
        own,
    )
    return both.at(np.argsort(both.key, kind="stable"))


@dataclass(frozen=True)
class Bond:
    """The ties of one relation to targets of one type.

    `sources` and `targets` are rows of the two tables, `intervals` the days, each beside its tie.
    """

    ties: Ties
    target_type: str
    sources: Rows
    targets: Rows
    intervals: Intervals
    source_count: int
    target_count: int

    @cached_property
    def onward(self) -> Neighbours:
        """From sources to targets; the ties of one node in the order of their begin."""
        return self._neighbours(self.sources, self.targets, self.source_count)

    @cached_property
    def backward(self) -> Neighbours:
        """From targets to sources; the ties of one node in the order of their begin."""
        return self._neighbours(self.targets, self.sources, self.target_count)

    def _neighbours(self, near: Rows, far: Rows, count: int) -> Neighbours:
        return Neighbours.of(
            near, far, count + _ROOM, np.lexsort((self.ties.key, self.intervals.begin, near))
        )


def read_ties(session: Reader, relation: Relation, low: str = "", high: str = LAST) -> Ties:
    """The ties of the relation from sources whose code lies in `[low, high)`."""
    if (low, high) == ("", LAST):
        return _read(session, _ALL, relation, kind=relation.kind)
    return _read(session, _RANGE, relation, low=low, high=high)


def read_some_ties(session: Reader, kind: str, keys: Sequence[int]) -> list[Ties]:
    """The ties of that kind that have one of the keys, for each relation of the kind."""
    relations = [each for each in RELATIONS if each.kind == kind]
    own = {each.name for relation in relations for each in relation.properties}
    names = ["key", *_DAYS, *sorted(own)]
    source, labels, target, lists = (
        session.run(about_kind(_SOME, kind), keys=list(keys), names=names).single(strict=True).values()
    )
    found = []
    for relation in relations:
        among = [place for place, each in enumerate(labels) if relation.source in each]
        some = dict(zip(names, ([values[place] for place in among] for values in lists), strict=True))
        found.append(ties_made(relation, [source[at] for at in among], [target[at] for at in among], some))
    return found


def ties_made(
    relation: Relation, source: Sequence[int], target: Sequence[int], values: Mapping[str, Sequence[Any]]
) -> Ties:
    """Ties of the values of their properties by name, in the order of their keys."""
    day = Field("", Kind.DATE, relation.label)
    from_, until, seen = (column(day, values[name]) for name in _DAYS)
    return Ties(
        relation,
        np.array(source, np.int64),
        np.array(target, np.int64),
        np.array([each or 0 for each in values["key"]], np.int64),
        from_,
        until,
        seen,
        {each.name: column(each, values[each.name]) for each in relation.properties},
    )


def _read(session: Reader, statement: LiteralString, relation: Relation, **selected: Any) -> Ties:
    names = ["key", *_DAYS, *(each.name for each in relation.properties)]
    asked = about_label(about_kind(statement, relation.kind), relation.source)
    source, target, lists = (
        session.run(asked, label=relation.source, names=names, **selected).single(strict=True).values()
    )
    return ties_made(relation, source, target, dict(zip(names, lists, strict=True)))


def bonds_of(ties: Ties, tables: Mapping[str, Table]) -> list[Bond]:
    """The ties with their ends as rows and their days computed, split by the type of the target.

    A tie to a node that is in no table of the relation's targets is none of its ties.
    """
    relation, source_table = ties.relation, tables[ties.relation.source]
    sources = source_table.rows(ties.source)
    targets, of_type = np.full(len(ties), -1, np.int64), np.full(len(ties), -1, np.int64)
    for number, name in enumerate(relation.targets):
        rows = tables[name].rows(ties.target)
        targets, of_type = np.where(rows >= 0, rows, targets), np.where(rows >= 0, number, of_type)
    kept = np.flatnonzero((of_type >= 0) & (sources >= 0))
    if len(kept) < len(ties):
        ties, sources, targets, of_type = ties.at(kept), sources[kept], targets[kept], of_type[kept]
    intervals = intervals_of(ties, sources, targets, of_type, tables)
    made = []
    for number, name in enumerate(relation.targets):
        among = np.flatnonzero(of_type == number)
        if len(among) == len(ties):
            made.append(Bond(ties, name, sources, targets, intervals, len(source_table), len(tables[name])))
            continue
        made.append(
            Bond(
                ties.at(among), name, sources[among], targets[among], intervals.at(among),
                len(source_table), len(tables[name]),
            )
        )  # fmt: skip
    return made


def days_that_matter(table: Table) -> list[Numbers]:
    """The columns of a table by which its nodes' ties begin or end."""
    node_type = NODE_TYPES[table.type]
    return [table.columns[name] for name in (beginning_of(node_type), ending_of(node_type)) if name]


def intervals_of(
    ties: Ties, sources: Rows, targets: Rows, of_type: Numbers, tables: Mapping[str, Table]
) -> Intervals:
    """From when to when each tie holds, by the rules of valid time."""
    relation, source_table = ties.relation, tables[ties.relation.source]
    recorded = Recorded(ties.source, ties.target, ties.key, ties.from_, ties.until, ties.seen)
    intervals = from_always(recorded)
    for number, name in enumerate(relation.targets):
        among = np.flatnonzero(of_type == number)
        begun = _begun(
            recorded.at(among), relation, source_table, tables[name], (sources[among], targets[among])
        )
        intervals = intervals.replaced(among, begun)
    if relation.one and relation.since == "established":
        intervals = later_as_told(intervals, recorded)
    ending = ending_of(NODE_TYPES[relation.source])
    if relation.ends_with_source and ending:
        intervals = intervals.ended_by(days_after(source_table.columns[ending][sources], NEVER))
    if relation.one:
        intervals = succeeded(intervals, ties.source, ties.key)
    return succeeded(intervals, ties.target, ties.key) if relation.inverse_one else intervals


def _begun(
    recorded: Recorded, relation: Relation, source_table: Table, target_table: Table, ends: tuple[Rows, Rows]
) -> Intervals:
    """The ties to targets of one type, by what a missing `from` means there; `ends` are their rows."""
    sources, targets = ends
    source, target = NODE_TYPES[relation.source], NODE_TYPES[target_table.type]
    beginning = beginning_of(source)
    if relation.kind == "IS" or is_happening(source) or is_happening(target):
        return from_always(recorded)
    if relation.since != "established":
        both = np.maximum(_possibly(source_table, sources), _possibly(target_table, targets))
        return from_seen(recorded, both)
    if beginning is None:
        return from_always(recorded)
    return from_established(recorded, source_table.columns[beginning][sources], one=False)


def _possibly(table: Table, rows: Rows) -> Days:
    """The first day on which each node can have existed."""
    beginning = beginning_of(NODE_TYPES[table.type])
    if beginning is None:
        return np.full(len(rows), ALWAYS, np.int32)
    return first_days(table.columns[beginning][rows], ALWAYS)
