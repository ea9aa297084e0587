"""Where two pictures of one revision differ: every column, tie and Observation, and what is computed of them.

A difference is named by type and id, relation and key; values are not told, for they may be personal.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Final

import numpy as np
import pyarrow as pa  # type: ignore[import-untyped] # pyarrow ships no types

from graph_api.projection.bonds import Bond, Ties
from graph_api.projection.columns import Column, Mask, Numbers, Rows, taken
from graph_api.projection.neighbours import Neighbours
from graph_api.projection.observations import Observations, observed_fields
from graph_api.projection.picture import Picture
from graph_api.projection.table import Table
from schema.catalog import RELATIONS
from schema.text import Text

_MISSING: Final = Text("缺少", "missing")
_EXTRA: Final = Text("多出", "not in the database")
_OTHER: Final = Text("不同", "another value")


@dataclass(frozen=True, slots=True)
class Difference:
    """One: `what` says which column of which node or tie, `how` in which way the first picture errs."""

    what: str
    how: Text

    def __str__(self) -> str:
        """A line for a person."""
        return f"{self.what}: {self.how}"


def differences(kept: Picture, fresh: Picture) -> Iterator[Difference]:
    """Each difference of the kept picture from the one that was read just now."""
    if kept.revision != fresh.revision:
        yield Difference(f"revision {kept.revision} / {fresh.revision}", _OTHER)
    for name, table in fresh.tables.items():
        yield from _of_tables(name, kept.tables[name], table)
    for key, ties in fresh.ties.items():
        yield from _of_ties(".".join(key), kept.ties[key], ties)
    for name, seen in fresh.observations.items():
        yield from _of_observations(name, kept.observations[name], seen)
    for relation in RELATIONS:
        if (relation.source, relation.field) in fresh.ties:
            others = kept.bonds(relation)
            for target, bond in fresh.bonds(relation).items():
                what = f"{relation.source}.{relation.field}→{target}"
                yield from _of_bonds(what, (kept, others[target]), (fresh, bond))
    for name in fresh.observations:
        for field in observed_fields(name):
            yield from _of_seen(f"{name}.{field.name}", kept, fresh, name, field.name)


def _of_tables(name: str, kept: Table, fresh: Table) -> Iterator[Difference]:
    mine, theirs = np.flatnonzero(kept.there), np.flatnonzero(fresh.there)
    yield from _of_rows(
        name,
        (kept.ids, mine, kept.columns),
        (fresh.ids, theirs, fresh.columns),
        lambda place: f"{name}:{place}",
    )


def _of_ties(name: str, kept: Ties, fresh: Ties) -> Iterator[Difference]:
    def columns(ties: Ties) -> Mapping[str, Column]:
        ends = {"source": ties.source, "target": ties.target}
        days = {"from": ties.from_, "until": ties.until, "seen": ties.seen}
        return {**ends, **days, **ties.properties}

    yield from _of_rows(
        name,
        (kept.key, np.arange(len(kept)), columns(kept)),
        (fresh.key, np.arange(len(fresh)), columns(fresh)),
        lambda key: f"{fresh.relation.kind}:{key} ({name})",
    )


def _of_observations(name: str, kept: Observations, fresh: Observations) -> Iterator[Difference]:
    def columns(seen: Observations) -> Mapping[str, Column]:
        limits = {f"{each}_bound": values for each, values in seen.bounds.items()}
        return {"subject": seen.subject, "day": seen.day, **seen.values, **limits}

    yield from _of_rows(
        name,
        (kept.ids, np.arange(len(kept.ids)), columns(kept)),
        (fresh.ids, np.arange(len(fresh.ids)), columns(fresh)),
        lambda place: f"Observation:{place} ({name})",
    )


def _of_bonds(name: str, kept: tuple[Picture, Bond], fresh: tuple[Picture, Bond]) -> Iterator[Difference]:
    def columns(bond: Bond) -> Mapping[str, Column]:
        days = bond.intervals
        return {"begin": days.begin, "begin_possible": days.begin_possible, "end": days.end}

    ties, others = kept[1].ties, fresh[1].ties
    yield from _of_rows(
        name,
        (ties.key, np.arange(len(ties)), columns(kept[1])),
        (others.key, np.arange(len(others)), columns(fresh[1])),
        lambda key: f"{fresh[1].ties.relation.kind}:{key} ({name})",
    )
    for way in ("onward", "backward"):
        mine, theirs = _walked(*kept, way), _walked(*fresh, way)
        if len(mine) != len(theirs) or (mine != theirs).any():
            yield Difference(f"{name} {way}", _OTHER)


def _walked(picture: Picture, bond: Bond, way: str) -> Numbers:
    """Near id, far id and key of every tie, node by node, each node's in the order of the index."""
    neighbours: Neighbours = getattr(bond, way)
    types = (bond.ties.relation.source, bond.target_type)
    near, far = (picture.tables[each].ids for each in (types if way == "onward" else types[::-1]))
    rows = np.repeat(np.arange(len(neighbours.offsets) - 1), np.diff(neighbours.offsets))
    walked = np.stack((near[rows], far[neighbours.far], bond.ties.key[neighbours.ties]))
    found: Numbers = walked[:, np.argsort(near[rows], kind="stable")].T
    return found


def _of_seen(what: str, kept: Picture, fresh: Picture, name: str, field: str) -> Iterator[Difference]:
    def in_order(picture: Picture) -> tuple[Numbers, Column]:
        seen, table = picture.seen(name, field), picture.tables[name]
        subject = table.ids[seen.sightings.subject]
        order = np.argsort(subject, kind="stable")
        days: Numbers = np.stack((subject[order], seen.sightings.begin[order]))
        return days, taken(seen.values, seen.sightings.given[order])

    (mine, values), (theirs, others) = in_order(kept), in_order(fresh)
    if mine.shape != theirs.shape or (mine != theirs).any() or _unequal(values, others).any():
        yield Difference(f"{what} by day", _OTHER)


def _of_rows(
    name: str,
    kept: tuple[Numbers, Rows, Mapping[str, Column]],
    fresh: tuple[Numbers, Rows, Mapping[str, Column]],
    named: Callable[[int], str],
) -> Iterator[Difference]:
    """Of two sets of columns, each with the numbers of its rows and the rows that count."""
    (numbers, mine, columns), (others, theirs, stored) = kept, fresh
    mine, theirs = mine[np.argsort(numbers[mine])], theirs[np.argsort(others[theirs])]
    for number in np.setdiff1d(others[theirs], numbers[mine]):
        yield Difference(named(int(number)), _MISSING)
    for number in np.setdiff1d(numbers[mine], others[theirs]):
        yield Difference(named(int(number)), _EXTRA)
    doubled = numbers[mine][1:][np.diff(numbers[mine]) == 0]
    for number in doubled:
        yield Difference(f"{named(int(number))} ×2", _EXTRA)
    if len(doubled):
        return
    mine = mine[np.isin(numbers[mine], others[theirs])]
    theirs = theirs[np.isin(others[theirs], numbers[mine])]
    for column in sorted(columns.keys() | stored.keys()):
        if column not in columns or column not in stored:
            yield Difference(f"{name} {column}", _MISSING if column in stored else _EXTRA)
            continue
        other = _unequal(taken(columns[column], mine), taken(stored[column], theirs))
        for place in np.flatnonzero(other):
            yield Difference(f"{named(int(numbers[mine[place]]))} {column}", _OTHER)


def _unequal(one: Column, other: Column) -> Mask:
    """Which rows of two columns of one length differ."""
    if isinstance(one, np.ndarray):
        unlike: Any = (one != other) & ~((one != one) & (other != other))  # noqa: PLR0124 - NaN is not itself
        return np.asarray(unlike)
    if pa.types.is_list(one.type) or one.type != other.type:
        return np.array(
            [mine != theirs for mine, theirs in zip(one.to_pylist(), other.to_pylist(), strict=True)]
        )
    first, second = (each.fill_null("\x00").to_numpy(zero_copy_only=False) for each in (one, other))
    return np.asarray(first != second)
