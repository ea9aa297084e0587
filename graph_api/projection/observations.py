"""What was observed of the nodes of one type: read as stored, and in force on any day."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any, Final, LiteralString

import numpy as np
import pyarrow as pa  # type: ignore[import-untyped] # pyarrow ships no types

from graph_api.projection.bonds import Ties, ties_made
from graph_api.projection.columns import UNKNOWN, Column, Numbers, bounds, column, joined, known, taken
from graph_api.projection.epoch_days import Days
from graph_api.projection.sightings import Sightings
from graph_api.projection.splice import with_values
from graph_api.projection.table import LAST, Reader, Table
from loaders.statements import about_label
from schema.catalog import NODE_TYPES
from schema.fields import Field, Kind

_RANGE: Final[LiteralString] = """
    MATCH (o:Observation) WHERE $low <= o.code < $high
    MATCH (o)-[:OF]->(s:LABEL)
    WITH collect(o) AS seen, collect(s.id) AS subjects
    RETURN subjects, [name IN $names | [o IN seen | o[name]]]
"""
_ALL: Final[LiteralString] = """
    MATCH (o:Observation)-[:OF]->(s:Entity) WHERE $label IN labels(s)
    WITH collect(o) AS seen, collect(s.id) AS subjects
    RETURN subjects, [name IN $names | [o IN seen | o[name]]]
"""
_SOME: Final[LiteralString] = """
    MATCH (o:Entity) WHERE o.id IN $ids AND o:Observation
    MATCH (o)-[r:OF]->(s:Entity)
    WITH o, s, r ORDER BY r.key
    WITH collect(o) AS seen, collect(s) AS subjects, collect(r) AS ties
    RETURN [s IN subjects | s.id], [s IN subjects | labels(s)], [name IN $names | [o IN seen | o[name]]],
           [name IN $days | [r IN ties | r[name]]]
"""
_FEW_ROWS: Final = 2_000
_TIE: Final = ("key", "from", "until", "seen")
SUBJECT: Final = NODE_TYPES["Observation"].relation("subject")
"""The tie of an Observation to its subject."""


@dataclass(frozen=True, slots=True)
class Observations:
    """Every Observation of subjects of one type, row by row.

    `subject` and `ids` are ids of nodes, `day` is stored as recorded; `values` and `bounds` are columns by
    field, unknown where an Observation does not have the field.
    """

    type: str
    ids: Numbers
    subject: Numbers
    day: Days
    values: Mapping[str, Column]
    bounds: Mapping[str, Column]

    def at(self, places: Numbers) -> "Observations":
        """Some of them."""
        return Observations(
            self.type, self.ids[places], self.subject[places], self.day[places],
            {name: taken(each, places) for name, each in self.values.items()},
            {name: taken(each, places) for name, each in self.bounds.items()},
        )  # fmt: skip

    def patched(self, fresh: "Observations", touched: Numbers) -> "Observations":
        """With those of the touched ids as they are now in `fresh`; what is not there is gone.

        Where none is gone the others keep their places, and new ones come at the end.
        """
        places = np.flatnonzero(np.isin(self.ids, touched))
        order, ids = np.argsort(fresh.ids), np.sort(fresh.ids)
        at = np.minimum(np.searchsorted(ids, self.ids[places]), max(len(ids) - 1, 0))
        still = ids[at] == self.ids[places] if len(ids) else np.zeros(len(places), np.bool_)
        kept = self if still.all() else self.at(np.delete(np.arange(len(self.ids)), places[~still]))
        if not len(fresh.ids):
            return kept
        if not still.all():
            places = np.flatnonzero(np.isin(kept.ids, touched))
        fresh_places = order[at[still]]
        new = np.flatnonzero(~np.isin(fresh.ids, kept.ids[places]))

        def brought(old: Column, values: Column) -> Column:
            changed = with_values(old, places, taken(values, fresh_places))
            return joined(changed, taken(values, new)) if len(new) else changed

        return Observations(
            self.type,
            brought(kept.ids, fresh.ids),
            brought(kept.subject, fresh.subject),
            brought(kept.day, fresh.day),
            {name: brought(each, fresh.values[name]) for name, each in kept.values.items()},
            {name: brought(each, fresh.bounds[name]) for name, each in kept.bounds.items()},
        )

    def of_field(self, field: Field, table: Table) -> "Seen":
        """What was observed of one field, for the rows of the type's table."""
        rows = table.rows(self.subject)
        dated = (rows >= 0) & (self.day > 0)  # one without a day says nothing of any day
        having = np.flatnonzero(known(self.values[field.name], field) & dated)
        sightings = Sightings.of(rows[having], self.day[having], len(table))
        given = replace(sightings, given=having[sightings.given])
        return Seen(given, self.values[field.name], self.bounds.get(field.name))


@dataclass(frozen=True, slots=True)
class Seen:
    """All that was observed of one field; `given` of the sightings are places in `values` and `bounds`."""

    sightings: Sightings
    values: Column
    bounds: Column | None

    def on(self, day: int) -> tuple[Column, Column | None]:
        """The field's column on a day (since 1970-01-01), and how exact each count is."""
        found = self.sightings.on(day)
        if not isinstance(self.values, np.ndarray):
            return self.values.take(pa.array(found, mask=found < 0)), None
        values = _picked(self.values, found, UNKNOWN)
        return values, None if self.bounds is None else _picked(self.bounds, found, 0)

    def patched_on(
        self, day: int, before: tuple[Column, Column | None], rows: Numbers
    ) -> tuple[Column, Column | None] | None:
        """What `on` says, made of what an earlier version said and the rows that became others since.

        None where that cannot be had more cheaply: texts and lists, and many rows.
        """
        sightings, old = self.sightings, len(before[0])
        rows = np.union1d(rows, np.arange(old, sightings.rows))
        if not isinstance(self.values, np.ndarray) or len(rows) > _FEW_ROWS:
            return None
        found = np.full(len(rows), -1, np.int64)
        first, last = (np.searchsorted(sightings.subject, rows, side=side) for side in ("left", "right"))
        for number, (low, high) in enumerate(zip(first.tolist(), last.tolist(), strict=True)):
            begun = int(np.searchsorted(sightings.begin[low:high], day, side="right"))
            if begun:
                found[number] = sightings.given[low + begun - 1]
        patched: list[Column | None] = []
        for known_before, held, unknown in ((before[0], self.values, UNKNOWN), (before[1], self.bounds, 0)):
            if known_before is None or held is None:
                patched.append(None)
                continue
            longer = np.full(sightings.rows, unknown, known_before.dtype)
            longer[:old] = known_before
            longer[rows] = _picked(held, found, unknown)
            patched.append(longer)
        return patched[0], patched[1]


def _picked(values: Column, found: Numbers, otherwise: int) -> Column:
    """The value at each place found, and another where none was."""
    picked = np.full(len(found), otherwise, values.dtype)
    picked[found >= 0] = values[found[found >= 0]]
    return picked


def observations_together(parts: Sequence[Observations]) -> Observations:
    """Observations of one type, none of them twice, as one."""

    def columns(name: str) -> Mapping[str, Column]:
        first: Mapping[str, Column] = getattr(parts[0], name)
        return {each: joined(*(getattr(part, name)[each] for part in parts)) for each in first}

    return Observations(
        parts[0].type,
        np.concatenate([part.ids for part in parts]),
        np.concatenate([part.subject for part in parts]),
        np.concatenate([part.day for part in parts]),
        columns("values"),
        columns("bounds"),
    )


def observed_fields(type_name: str) -> tuple[Field, ...]:
    """The observed fields of a type; empty where nothing is observed of it."""
    return NODE_TYPES[type_name].observed


def read_observations(session: Reader, type_name: str, low: str = "", high: str = LAST) -> Observations:
    """The Observations of the type whose own code lies in `[low, high)`."""
    if (low, high) == ("", LAST):
        return _read(session, _ALL, type_name)
    return _read(session, _RANGE, type_name, low=low, high=high)


def read_some_observations(session: Reader, ids: Sequence[int]) -> tuple[dict[str, Observations], Ties]:
    """The Observations that have one of the ids, by the type of their subjects, and their ties to these."""
    names = list(dict.fromkeys(name for each in SUBJECT.targets for name in _names(each)))
    subjects, labels, lists, days = (
        session.run(_SOME, ids=list(ids), names=names, days=_TIE).single(strict=True).values()
    )
    values = dict(zip(names, lists, strict=True))
    ties = ties_made(SUBJECT, values["id"], subjects, dict(zip(_TIE, days, strict=True)))
    found = {}
    for name in SUBJECT.targets:
        among = [place for place, each in enumerate(labels) if name in each]
        some = {each: [values[each][at] for at in among] for each in _names(name)}
        found[name] = _made(name, [subjects[at] for at in among], some)
    return found, ties


def _read(session: Reader, statement: LiteralString, type_name: str, **selected: Any) -> Observations:
    names = _names(type_name)
    asked = about_label(statement, type_name)
    subjects, lists = session.run(asked, label=type_name, names=names, **selected).single(strict=True)
    return _made(type_name, subjects, dict(zip(names, lists, strict=True)))


def _names(type_name: str) -> list[str]:
    fields = observed_fields(type_name)
    limits = [f"{each.name}_bound" for each in fields if each.kind is Kind.COUNT]
    return ["id", "day", *(each.name for each in fields), *limits]


def _made(type_name: str, subjects: Sequence[int], values: Mapping[str, Sequence[Any]]) -> Observations:
    fields = observed_fields(type_name)
    counts = [each for each in fields if each.kind is Kind.COUNT]
    return Observations(
        type_name,
        np.array(values["id"], np.int64),
        np.array(subjects, np.int64),
        np.array([each or 0 for each in values["day"]], np.int32),
        {each.name: column(each, values[each.name]) for each in fields},
        {each.name: bounds(values[f"{each.name}_bound"]) for each in counts},
    )
