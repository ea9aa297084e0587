"""The bonds of a relation after some of its ties, or some days of its nodes, became others.

Only the ties that these can have moved in time are computed again: their own, and where one follows another
all of the same source or target; everything else is copied in pieces.
"""

from collections.abc import Mapping, Sequence
from dataclasses import replace

import numpy as np

from graph_api.projection.bonds import Bond, Ties, days_that_matter, intervals_of, ties_together
from graph_api.projection.columns import Numbers, Rows
from graph_api.projection.intervals import Intervals
from graph_api.projection.neighbours import Neighbours
from graph_api.projection.splice import Splice
from graph_api.projection.table import Table
from schema.fields import Relation


def rows_of_other_days(old: Table, new: Table) -> Rows:
    """The rows of nodes whose begin or end differs; new nodes are none of them."""
    differ = np.zeros(len(old), np.bool_)
    for before, now in zip(days_that_matter(old), days_that_matter(new), strict=True):
        if before is not now:
            differ |= before != now[: len(old)]
    return np.flatnonzero(differ)


def bonds_patched(
    old: Sequence[Bond],
    fresh: Ties,
    touched: Numbers,
    whole: Ties,
    versions: tuple[Mapping[str, Table], Mapping[str, Table]],
) -> list[Bond] | None:
    """The bonds, with the ties of the touched keys as they are now in `fresh`.

    `versions` are the old tables and those of now; `whole` are all ties of the relation as they are now,
    which a bond that has all of them shares.
    None where they have to be made from the ground: a fresh tie has an end that is in no table.
    """
    relation, (_, tables) = fresh.relation, versions
    ends = _rows_of(fresh, tables)
    if ends is None or (relation.one and relation.inverse_one and len(old) > 1):
        return None
    left = _touched_again(old, touched, ends, versions)
    again = ties_together([*(bond.ties.at(places) for bond, places in zip(old, left, strict=True)), fresh])
    everything = np.union1d(touched, again.key)
    found = _rows_of(again, tables)
    if found is None:
        return None
    sources, targets, of_type = found
    intervals = intervals_of(again, sources, targets, of_type, tables)
    made = []
    for number, bond in enumerate(old):
        among = np.flatnonzero(of_type == number)
        part = Bond(
            again.at(among), bond.target_type, sources[among], targets[among], intervals.at(among),
            len(tables[relation.source]), len(tables[bond.target_type]),
        )  # fmt: skip
        made.append(_spliced(bond, part, everything, whole))
    return made


def _rows_of(ties: Ties, tables: Mapping[str, Table]) -> tuple[Rows, Rows, Numbers] | None:
    """The rows of both ends and the number of the target's type; None where an end is missing."""
    sources = tables[ties.relation.source].rows(ties.source)
    targets, of_type = np.full(len(ties), -1, np.int64), np.full(len(ties), -1, np.int64)
    for number, name in enumerate(ties.relation.targets):
        rows = tables[name].rows(ties.target)
        targets, of_type = np.where(rows >= 0, rows, targets), np.where(rows >= 0, number, of_type)
    if (sources < 0).any() or (targets < 0).any():
        return None
    return sources, targets, of_type


def _touched_again(
    bonds: Sequence[Bond],
    touched: Numbers,
    ends: tuple[Rows, Rows, Numbers],
    tables: tuple[Mapping[str, Table], Mapping[str, Table]],
) -> list[Rows]:
    """The ties of each bond that are not touched themselves, but whose days must be computed again."""
    sources, targets, of_type = ends
    own = [_places(bond.ties.key, touched) for bond in bonds]
    again = [_of_other_days(bond, *tables) for bond in bonds]
    direct = [np.concatenate(each) for each in zip(own, again, strict=True)]
    near = np.concatenate([sources, *(bond.sources[at] for bond, at in zip(bonds, direct, strict=True))])
    found = []
    for number, bond in enumerate(bonds):
        far = np.concatenate((bond.targets[direct[number]], targets[of_type == number]))
        beside = _beside(bond, bond.ties.relation, near, far)
        found.append(np.setdiff1d(np.concatenate((again[number], beside)), own[number]))
    return found


def _of_other_days(bond: Bond, before: Mapping[str, Table], now: Mapping[str, Table]) -> Rows:
    """The ties of nodes whose own begin or end became another."""
    near, far = (
        rows_of_other_days(before[name], now[name]) for name in (bond.ties.relation.source, bond.target_type)
    )
    none = np.zeros(0, np.int64)
    return np.concatenate((
        bond.onward.reached(near).ties if len(near) else none,
        bond.backward.reached(far).ties if len(far) else none,
    ))  # fmt: skip


def _beside(bond: Bond, relation: Relation, near: Rows, far: Rows) -> Rows:
    """All ties of these sources and targets where one tie ends another, and of what they are beside."""
    near, far = np.unique(near[near < bond.source_count]), np.unique(far[far < bond.target_count])
    none = np.zeros(0, np.int64)
    while True:
        places = np.concatenate((
            bond.onward.reached(near).ties if relation.one else none,
            bond.backward.reached(far).ties if relation.inverse_one else none,
        ))  # fmt: skip
        sources, targets = np.union1d(near, bond.sources[places]), np.union1d(far, bond.targets[places])
        if not (relation.one and relation.inverse_one) or len(sources) + len(targets) == len(near) + len(far):
            return places
        near, far = sources, targets


def _places(keys: Numbers, wanted: Numbers) -> Rows:
    """Where those of the wanted keys stand that are there; both ascend."""
    places = np.searchsorted(keys, wanted)
    within = places < len(keys)
    places, wanted = places[within], wanted[within]
    found: Rows = places[keys[places] == wanted]
    return found


def _spliced(bond: Bond, part: Bond, everything: Numbers, whole: Ties) -> Bond:
    """The bond with the ties of all those keys as in `part`."""
    splice = Splice.by_key(bond.ties.key, part.ties.key, everything)
    days, fresh = bond.intervals, part.intervals
    if not splice.cuts:
        return with_more_rows(bond, part.source_count, part.target_count)
    shared = len(whole) == splice.new_length
    made = Bond(
        whole if shared else bond.ties.spliced(splice, part.ties),
        bond.target_type,
        splice.apply(bond.sources, part.sources),
        splice.apply(bond.targets, part.targets),
        Intervals(
            splice.apply(days.begin, fresh.begin),
            splice.apply(days.begin_possible, fresh.begin_possible),
            splice.apply(days.end, fresh.end),
        ),
        part.source_count,
        part.target_count,
    )
    cut, set_in = _places(bond.ties.key, everything), _places(made.ties.key, everything)
    for way in bond.__dict__.keys() & {"onward", "backward"}:
        made.__dict__[way] = _neighbours(way, bond, made, (cut, set_in), splice)
    return made


def with_more_rows(bond: Bond, source_count: int, target_count: int) -> Bond:
    """The same ties between tables that have more rows."""
    ties, intervals = bond.ties, bond.intervals
    made = Bond(ties, bond.target_type, bond.sources, bond.targets, intervals, source_count, target_count)
    for way, count in (("onward", source_count), ("backward", target_count)):
        old: Neighbours | None = bond.__dict__.get(way)
        if old is not None:
            enough = count < len(old.offsets)
            made.__dict__[way] = old if enough else replace(old, offsets=_lengthened(old.offsets, count))
    return made


def _neighbours(way: str, bond: Bond, made: Bond, touched: tuple[Rows, Rows], splice: Splice) -> Neighbours:
    """One direction: the segments of the nodes with touched ties are made again, all others moved."""
    old: Neighbours = getattr(bond, way)
    onward = way == "onward"
    near, far = (made.sources, made.targets) if onward else (made.targets, made.sources)
    (cut, set_in), key, begin = touched, made.ties.key, made.intervals.begin
    affected = np.union1d((bond.sources if onward else bond.targets)[cut], near[set_in])
    count = made.source_count if onward else made.target_count
    offsets = old.offsets if count < len(old.offsets) else _lengthened(old.offsets, count)
    ties = np.union1d(splice.moved(_lasting(old, affected, cut)), set_in)
    ties = ties[np.lexsort((key[ties], begin[ties], near[ties]))]
    first, last = (np.searchsorted(near[ties], affected, side=side) for side in ("left", "right"))
    cuts = np.stack((offsets[affected], offsets[affected + 1], first, last), axis=1)
    segments = Splice(len(old.ties), tuple(map(tuple, cuts.tolist())))
    grown = np.zeros(len(offsets), np.int64)
    grown[affected + 1] = last - first - (cuts[:, 1] - cuts[:, 0])
    return Neighbours(
        offsets + np.cumsum(grown),
        segments.apply(old.far, far[ties]),
        segments.apply(splice.moved(old.ties), ties),
    )


def _lasting(old: Neighbours, affected: Rows, cut: Rows) -> Rows:
    """The ties of the affected nodes that are not cut, by their old places."""
    within = affected[affected < len(old.offsets) - 1]
    return np.setdiff1d(old.reached(within).ties, cut)


def _lengthened(offsets: Numbers, count: int) -> Numbers:
    """The offsets of a table that has become longer."""
    return np.concatenate((offsets, np.full(count + 1 + len(offsets) // 16 - len(offsets), offsets[-1])))
