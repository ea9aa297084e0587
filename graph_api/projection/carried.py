"""What was computed for one version, brought to the next: patched where little changed, else made later."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any, Final

import numpy as np
import pyarrow as pa  # type: ignore[import-untyped] # pyarrow ships no types

from graph_api.projection.bonds import Ties
from graph_api.projection.bonds_patched import bonds_patched, rows_of_other_days, with_more_rows
from graph_api.projection.carried_days import carry_days
from graph_api.projection.columns import Numbers, Rows, known, taken
from graph_api.projection.observations import Observations, Seen
from graph_api.projection.orders import TextIndex
from graph_api.projection.picture import Picture, RelationKey, same
from graph_api.projection.sightings import Sightings
from graph_api.projection.splice import Splice
from graph_api.projection.table import Table
from schema.catalog import NODE_TYPES

_FEW: Final = 20_000
_FEW_TEXTS: Final = 2_000
"""Where more became other, what is computed is made anew when somebody asks for it."""


@dataclass(frozen=True, slots=True)
class Delta:
    """What is other in the next version.

    `ties` by relation, those of the touched keys as they are now, and these keys; `subjects` by type, the
    ids of those of whom something was seen; `rows` by type, those whose nodes were read again, ascending.
    """

    rows: Mapping[str, Rows]
    ties: Mapping[RelationKey, tuple[Ties, Numbers]]
    subjects: Mapping[str, Numbers]


def carry(old: Picture, new: Picture, delta: Delta) -> None:
    """Bring what the old version had computed to the new one, which has everything else already."""
    again = {name: _seen_again(old, new, name, delta) for name in new.observations}
    for key, made_from, made in old.derived.made():
        what, *where = key
        if what == "bonds":
            _carry_bonds(old, new, where[0], (made_from, made), delta)
        elif what == "seen":
            _carry_seen(old, new, (where[0], where[1]), (made_from, made), again[where[0]])
        elif what == "index" and new.tables[where[0]].columns[where[1]] is not made_from[0]:
            _carry_index(new, (where[0], where[1]), made, delta.rows[where[0]])
    carry_days(old, new, {name: _rows_touched(new, name, delta) for name in new.tables}, again)


def _rows_touched(new: Picture, name: str, delta: Delta) -> Rows:
    """The rows of a type of which something is other, what was observed of them included."""
    seen = new.tables[name].rows(delta.subjects.get(name, np.zeros(0, np.int64)))
    return np.unique(np.concatenate((delta.rows.get(name, np.zeros(0, np.int64)), seen[seen >= 0])))


def _carry_bonds(old: Picture, new: Picture, key: RelationKey, found: tuple[Any, Any], delta: Delta) -> None:
    relation, (made_from, made) = new.ties[key].relation, found
    basis = new.basis_of_bonds(relation)
    if same(made_from, basis):
        return
    nothing = new.ties[key].at(np.zeros(0, np.int64)), np.zeros(0, np.int64)
    fresh, touched = delta.ties.get(key, nothing)
    if len(touched) > _FEW or not same(made_from, old.basis_of_bonds(relation)):
        new.derived.drop(("bonds", key))
        return
    names = (relation.source, *relation.targets)
    if not len(touched) and not any(
        len(rows_of_other_days(old.tables[name], new.tables[name])) for name in names
    ):
        count = len(new.tables[relation.source])
        longer = {name: with_more_rows(bond, count, len(new.tables[name])) for name, bond in made.items()}
        new.derived.keep(("bonds", key), basis, longer)
        return
    patched = bonds_patched(list(made.values()), fresh, touched, new.ties[key], (old.tables, new.tables))
    if patched is None:
        new.derived.drop(("bonds", key))
        return
    new.derived.keep(("bonds", key), basis, {each.target_type: each for each in patched})


def _seen_again(old: Picture, new: Picture, name: str, delta: Delta) -> tuple[Numbers, Rows] | None:
    """The subjects of whom something was seen anew, by row, and all that was seen of them, by place.

    None where places or rows have moved, or there is too much of it: then everything is made anew.
    """
    before, seen, table = old.observations[name], new.observations[name], new.tables[name]
    subjects = delta.subjects.get(name, np.zeros(0, np.int64))
    there = table.there[: len(old.tables[name])]
    if len(subjects) > _FEW or not np.array_equal(there, old.tables[name].there):
        return None
    if seen.ids is not before.ids and not np.array_equal(seen.ids[: len(before.ids)], before.ids):
        return None
    rows = np.unique(table.rows(subjects))
    places = np.flatnonzero(np.isin(seen.subject, subjects)) if len(subjects) else np.zeros(0, np.int64)
    return rows[rows >= 0], places


def _carry_seen(
    old: Picture,
    new: Picture,
    key: tuple[str, str],
    found: tuple[Any, Seen],
    again: tuple[Numbers, Rows] | None,
) -> None:
    made_from, made = found
    basis = new.basis_of_seen(*key)
    if same(made_from, basis):
        return
    if again is None or not same(made_from, old.basis_of_seen(*key)):
        new.derived.drop(("seen", *key))
        return
    patched = _seen_patched(made, new.observations[key[0]], key[1], again, new.tables[key[0]])
    new.derived.keep(("seen", *key), basis, patched)


def _seen_patched(
    made: Seen, seen: Observations, field: str, again: tuple[Numbers, Rows], table: Table
) -> Seen:
    """The sightings with those of some subjects made anew."""
    values, (rows, places) = seen.values[field], again
    dated = seen.day[places] > 0
    having = places[known(taken(values, places), NODE_TYPES[seen.type].field(field)) & dated]
    fresh = Sightings.of(table.rows(seen.subject[having]), seen.day[having], len(table))
    cuts = np.stack(
        [
            np.searchsorted(of, rows, side=side)
            for of in (made.sightings.subject, fresh.subject)
            for side in ("left", "right")
        ],
        axis=1,
    )
    splice = Splice.of(len(made.sightings.subject), map(tuple, cuts.tolist()))
    sightings = replace(
        made.sightings,
        subject=splice.apply(made.sightings.subject, fresh.subject),
        begin=splice.apply(made.sightings.begin, fresh.begin),
        given=splice.apply(made.sightings.given, having[fresh.given]),
        rows=len(table),
    )
    return Seen(sightings, values, seen.bounds.get(field))


def _carry_index(new: Picture, key: tuple[str, str], made: TextIndex, touched: Rows) -> None:
    values = new.tables[key[0]].columns[key[1]]
    old = touched[touched < len(made.values)]
    before, now = made.values.take(pa.array(old)), values.take(pa.array(old))
    differ = [one != other for one, other in zip(before.to_pylist(), now.to_pylist(), strict=True)]
    changed = np.concatenate((old[np.array(differ, np.bool_)], touched[touched >= len(made.values)]))
    if len(changed) > _FEW_TEXTS:
        new.derived.drop(("index", *key))
        return
    new.derived.keep(("index", *key), (values,), made.patched(values, changed))
