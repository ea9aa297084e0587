"""Bringing a picture up to date: what the Changes since it touched is read again, into a new version.

The new version is of exactly one revision. A commit becomes visible fact by fact while it holds the lock on
the counter; so the counter is read under that lock before the facts are read (every write up to it is then
whole) and after (no later write has begun to show). A write in between has the facts read again.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Final

import neo4j
import numpy as np

from graph_api.projection.bonds import Ties, read_some_ties, ties_together
from graph_api.projection.bulk import HELD
from graph_api.projection.carried import Delta, carry
from graph_api.projection.columns import Numbers
from graph_api.projection.observations import (
    SUBJECT,
    Observations,
    observations_together,
    read_some_observations,
)
from graph_api.projection.picture import Derived, Picture, RelationKey
from graph_api.projection.table import Reader, Table, read_some, stacked
from graph_api.projection.touched import Touched, settled_revision
from schema.catalog import RELATIONS

_ATTEMPTS: Final = 3
"""So often facts are read again because of another write; then writers wait while they are read."""
_KEYS_A_STATEMENT: Final = 10_000
_NONE: Final = np.zeros(0, np.int64)
_KINDS: Final = frozenset(each.kind for each in RELATIONS)


@dataclass(frozen=True, slots=True)
class Facts:
    """What was touched, as it is now; what was asked for and is not there is gone."""

    tables: Mapping[str, Table]
    ties: Mapping[RelationKey, Ties]
    observations: Mapping[str, Observations]


def follow(session: neo4j.Session, picture: Picture) -> Picture:
    """The picture as of the revision that is in force now; itself where that is the same.

    Raises CannotFollow where the Changes do not lead there.
    """
    touched = Touched(picture.revision, picture.mark)
    revision = settled_revision(session)
    for _ in range(_ATTEMPTS):
        touched.read_on(session, revision)
        facts = read_facts(session, touched)
        now = settled_revision(session)
        if now == revision:
            return applied(picture, touched, facts)
        revision = now
    with session.begin_transaction() as transaction:
        touched.read_on(transaction, settled_revision(transaction))
        return applied(picture, touched, read_facts(transaction, touched))


def read_facts(reader: Reader, touched: Touched) -> Facts:
    """The touched nodes, ties and Observations as they are now."""
    tables = {
        each.name: stacked([read_some(reader, each.name, part) for part in _parts(touched.nodes[each.name])])
        for each in HELD
        if touched.nodes.get(each.name)
    }
    ties: dict[RelationKey, Ties] = {}
    for kind, keys in touched.ties.items():
        if keys and kind in _KINDS:
            read = [read_some_ties(reader, kind, part) for part in _parts(keys)]
            for of_one in zip(*read, strict=True):
                together = ties_together(of_one)
                ties[together.relation.source, together.relation.field] = together
    observations: dict[str, Observations] = {}
    if touched.nodes.get("Observation"):
        seen = [read_some_observations(reader, part) for part in _parts(touched.nodes["Observation"])]
        own = ties_together([each for _, each in seen])
        for name in SUBJECT.targets:
            observations[name] = observations_together([found[name] for found, _ in seen])
        key = (SUBJECT.source, SUBJECT.field)
        ties[key] = ties[key].patched(own, own.key) if key in ties else own
    return Facts(tables, ties, observations)


def _parts(keys: Iterable[int]) -> list[list[int]]:
    ascending = sorted(keys)
    return [ascending[at : at + _KEYS_A_STATEMENT] for at in range(0, len(ascending), _KEYS_A_STATEMENT)]


def applied(picture: Picture, touched: Touched, facts: Facts) -> Picture:
    """A new version with the facts in it, which shares everything else."""
    if touched.revision == picture.revision:
        return picture
    tables, gone, rows = dict(picture.tables), {}, {}
    for name, fresh in facts.tables.items():
        asked = _ascending(touched.nodes[name])
        removed = asked[~np.isin(asked, fresh.ids)]
        if (tables[name].rows(removed) >= 0).any():
            gone[name] = removed
        tables[name] = tables[name].patched(fresh, removed.tolist())
        rows[name] = np.sort(tables[name].rows(fresh.ids))
    ties, changed = dict(picture.ties), {}
    asked_of = {kind: _ascending(touched.ties.get(kind, ())) for kind in _KINDS}
    for key, held in picture.ties.items():
        fresh_ties = facts.ties.get(key, held.at(_NONE))
        own = held.known_keys(asked_of[held.relation.kind])
        asked = np.unique(np.concatenate((own, fresh_ties.key, _keys_without_ends(held, gone))))
        if len(asked):
            ties[key], changed[key] = held.patched(fresh_ties, asked), (fresh_ties, asked)
    observations, subjects = _observations(picture, touched, facts, gone)
    new = Picture(touched.revision, tables, ties, observations, touched.mark, Derived(picture.derived))
    carry(picture, new, Delta(rows, changed, subjects))
    return new


def _observations(
    picture: Picture, touched: Touched, facts: Facts, gone: Mapping[str, Numbers]
) -> tuple[dict[str, Observations], dict[str, Numbers]]:
    """The Observations with the fresh ones among them, and the ids of the subjects of all that differ."""
    observations, subjects = dict(picture.observations), {}
    asked = _ascending(touched.nodes.get("Observation", ()))
    for name, held in picture.observations.items():
        fresh = facts.observations.get(name, held.at(_NONE))
        lost = gone.get(name, _NONE)
        ids = np.union1d(asked, held.ids[np.isin(held.subject, lost)]) if len(lost) else asked
        if len(ids):
            before = held.subject[np.isin(held.ids, ids)]
            if len(before) or len(fresh.ids):
                observations[name] = held.patched(fresh, ids)
                subjects[name] = np.union1d(before, fresh.subject)
    return observations, subjects


def _keys_without_ends(ties: Ties, gone: Mapping[str, Numbers]) -> Numbers:
    """The keys of the ties of nodes that are gone: they went with them."""
    if not gone.keys() & {ties.relation.source, *ties.relation.targets}:
        return _NONE
    lost = np.isin(ties.source, gone.get(ties.relation.source, ()))
    for name in ties.relation.targets:
        lost |= np.isin(ties.target, gone.get(name, ()))
    return ties.key[lost]


def _ascending(ids: Iterable[int]) -> Numbers:
    return np.array(sorted(ids), np.int64)
