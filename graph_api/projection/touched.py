"""What the Changes since a revision touched: ids of nodes by type, keys of ties by kind."""

import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any, Final, LiteralString

import neo4j
import orjson

from graph_api.projection.table import Reader
from loaders.commit import READ_REVISION
from loaders.statements import about_kind
from schema.catalog import NODE_TYPES, RELATIONSHIP_KINDS

NO_CHANGE: Final = ""
"""The mark of an empty history."""

_CHANGES: Final[LiteralString] = """
    MATCH (c:Change) WHERE $first <= c.revision <= $last
    WITH c ORDER BY c.revision
    RETURN collect([c.revision, c.id, c.at, c.operations,
                    COLLECT { MATCH (b:ImportBatch) WHERE b.code = c.batch RETURN b.id }])
"""
_SETTLED: Final[LiteralString] = """
    MATCH (c:Counter {name: 'revision'})
    REMOVE c.match
    RETURN c.value
"""
"""Removing what is not there changes nothing, but waits for the lock: until a commit is whole."""
_STORE: Final[LiteralString] = "CALL db.info() YIELD id RETURN id"
_OF_BATCH: Final[LiteralString] = """
    MATCH (n)-[f:FROM_BATCH]->(b:ImportBatch) WHERE b.id IN $batches
    WITH collect([n.id, labels(n)]) AS nodes, collect(f.before) AS before
    RETURN nodes, before
"""
"""Every node that a batch states; of a relationship that it changed `before` tells the value before."""
_KEYS: Final[LiteralString] = """
    MATCH ()-[r:KIND]->() WHERE $low <= r.key <= $high
    RETURN collect(r.key)
"""
_OPERATION: Final = re.compile(r"([+~-])(\w+):(\d+)(?:\.\.(\d+))?")


def revision_now(reader: Reader) -> int:
    """The revision of the database; 0 where nothing was ever written."""
    found: int = reader.run(READ_REVISION).single(strict=True)[0]
    return found


def store_of(session: neo4j.Session) -> str:
    """What tells this database from any other."""
    found: str = session.run(_STORE).single(strict=True)[0]
    return found


class CannotFollow(Exception):
    """The Changes do not tell what was touched: the picture has to be read anew."""


@dataclass(slots=True)
class Touched:
    """What has to be read again to get from one revision to a later one.

    `mark` tells the Change of the later revision from that of any other history of the same length.
    """

    revision: int
    mark: str
    nodes: dict[str, set[int]] = field(default_factory=lambda: defaultdict(set))
    ties: dict[str, set[int]] = field(default_factory=lambda: defaultdict(set))

    def read_on(self, reader: Reader, until: int) -> None:
        """Add what the Changes up to a revision touched. Raises CannotFollow."""
        if until < self.revision:
            raise CannotFollow(f"the database is at revision {until}, before {self.revision}")
        (changes,) = reader.run(_CHANGES, first=self.revision, last=until).single(strict=True)
        own = [mark_of(each) for each in changes if each[0] == self.revision]
        if own != ([self.mark] if self.mark else []):
            raise CannotFollow(f"revision {self.revision} is of another history")
        changes = changes[len(own) :]
        taken = [each[0] for each in changes]
        if taken != list(range(self.revision + 1, until + 1)):
            raise CannotFollow(f"of the revisions {self.revision + 1} to {until} there are {taken[:20]}")
        for change in changes:
            self._add(reader, change)
        if changes:
            self.revision, self.mark = until, mark_of(changes[-1])

    def _add(self, reader: Reader, change: Sequence[Any]) -> None:
        revision, _, _, operations, batches = change
        self.nodes["ImportBatch"].update(batches)
        if operations is None:
            raise CannotFollow(f"revision {revision} names no operations")
        by_batch = False
        for operation in operations:
            found = _OPERATION.fullmatch(operation)
            if found is None:
                raise CannotFollow(f"revision {revision} has an operation of another form")
            sign, name, first, last = found.groups()
            by_batch |= last is not None
            if name in NODE_TYPES:
                self.nodes[name] |= set() if last else {int(first)}
            elif name not in RELATIONSHIP_KINDS:
                raise CannotFollow(f"revision {revision} touches {name}, which is in no catalog")
            elif last is None:
                self.ties[name].add(int(first))
            elif sign == "+":
                asked = about_kind(_KEYS, name)
                self.ties[name].update(
                    reader.run(asked, low=int(first), high=int(last)).single(strict=True)[0]
                )
        if by_batch:
            self._add_batches(reader, revision, batches)

    def _add_batches(self, reader: Reader, revision: int, batches: Sequence[int]) -> None:
        """What large batches touched, by what they left at the nodes."""
        if not batches:
            raise CannotFollow(f"revision {revision} names no batch that is there")
        nodes, before = reader.run(_OF_BATCH, batches=batches).single(strict=True)
        for number, labels in nodes:
            for label in labels:
                if label in NODE_TYPES:
                    self.nodes[label].add(number)
        for values in before:
            for name in orjson.loads(values):
                kind, _, key = name.partition(":")
                if key:
                    self.ties[kind].add(int(key))


def settled_revision(reader: Reader) -> int:
    """The revision of the database, all of whose writes are whole; needs a session that may write."""
    record = reader.run(_SETTLED).single()
    return 0 if record is None else int(record[0])


def mark_of(change: Sequence[Any]) -> str:
    """What tells a Change from the one of the same revision in another history."""
    revision, node_id, at, *_ = change
    return f"{revision}|{node_id}|{at}"


def mark_at(session: neo4j.Session, revision: int) -> str:
    """The mark of a revision as it stands in the database; NO_CHANGE where it has no Change."""
    (changes,) = session.run(_CHANGES, first=revision, last=revision).single(strict=True)
    return mark_of(changes[0]) if changes else NO_CHANGE
