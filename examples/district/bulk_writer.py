"""Writes many nodes and relationships straight into a store, as one batch with its provenance and Change.

For benchmarks: what it writes looks like what rosters would have left, without reading a roster. It
writes in many transactions, so the store must have no other writer; the revision is taken last.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from datetime import UTC, datetime
from typing import Any, Final, LiteralString

import neo4j

from loaders.identities import Identities
from loaders.statements import create_nodes, create_ties
from schema.catalog import NODE_TYPES
from schema.import_batch import BatchState

_ROWS_A_STATEMENT: Final = 5000
_FILE: Final = "synthetic district"

_COMMIT: Final[LiteralString] = """
    MERGE (c:Counter {name: 'revision'})
    ON CREATE SET c.value = 0
    SET c.value = c.value + 1
    WITH c
    MATCH (b:ImportBatch:Entity {id: $batch})
    SET b.revision = c.value, b.state = $state, b.rows_read = $rows, b.rows_loaded = $rows
    CREATE (:Change:Entity {id: $id, code: $code, revision: c.value, at: $at, by: $by, batch: b.code})
    RETURN c.value
"""


class BulkWriter:
    """Collects nodes and ties by the properties that they bear, and writes them thousands at a time."""

    def __init__(self, driver: neo4j.Driver, database: str | None, *, by: str = _FILE) -> None:
        """Begin a batch."""
        self._driver, self._database, self._by = driver, database, by
        self._identities = Identities(driver, database, dry_run=False)
        self._nodes: dict[tuple[str, tuple[str, ...]], list[list[Any]]] = defaultdict(list)
        self._ties: dict[tuple[str, tuple[str, ...]], list[list[Any]]] = defaultdict(list)
        self._rows = 0
        self.nodes_written = 0
        self.ties_written = 0
        self._batch = self._identities.next()
        self._code = f"{NODE_TYPES['ImportBatch'].about.prefix}-{self._batch}"
        self._keep("ImportBatch", self._batch, {
            "code": self._code, "match": self._code, "file": _FILE, "kinds": ["ENTERPRISES"],
            "state": BatchState.COMMITTING.name, "imported_by": by, "imported_at": _now(),
        })  # fmt: skip
        self.flush()

    def node(self, label: str, match: str, values: Mapping[str, Any], *, day: int | None = None) -> int:
        """Keep a node that a roster row states; its id. An official code stands in `stated_code`."""
        node_id = self._identities.next()
        code = values.get("stated_code") or f"{NODE_TYPES[label].about.prefix}-{node_id}"
        self._keep(label, node_id, {"code": code, "match": match, **values})
        self._rows += 1
        source = {"sheet": label, "row": self._rows, "fields": sorted(values)}
        self._tie("FROM_BATCH", node_id, self._batch, source | ({"day": day} if day else {}))
        return node_id

    def observation(self, subject: int, day: int, values: Mapping[str, Any]) -> None:
        """Keep what was seen of a subject on a day."""
        node_id = self._identities.next()
        code = f"{NODE_TYPES['Observation'].about.prefix}-{node_id}"
        self._keep("Observation", node_id, {"code": code, "match": f"#{subject}|{day}", "day": day, **values})
        self._tie("OF", node_id, subject, {"batch": self._code})

    def tie(self, kind: str, source: int, target: int, **values: Any) -> None:
        """Keep a relationship; `start` stands for its `from`."""
        if "start" in values:
            values["from"] = values.pop("start")
        stated = {"batch": self._code, "sheet": kind, "row": self._rows}
        self._tie(kind, source, target, stated | values)

    def flush(self) -> None:
        """Write what was kept: the nodes, then the relationships between them."""
        with self._driver.session(database=self._database) as session:
            for (label, names), rows in self._nodes.items():
                for part in _parts(rows):
                    session.run(create_nodes(label, names), rows=part).consume()
                self.nodes_written += len(rows)
            for (kind, names), rows in self._ties.items():
                for part in _parts(rows):
                    session.run(create_ties(kind, names), rows=part).consume()
                self.ties_written += len(rows)
        self._nodes.clear()
        self._ties.clear()

    def commit(self) -> int:
        """Write the rest, take the next revision and append the Change; the revision."""
        self.flush()
        change = self._identities.next()
        records, _, _ = self._driver.execute_query(
            _COMMIT, batch=self._batch, state=BatchState.COMMITTED.name, rows=self._rows, id=change,
            code=f"{NODE_TYPES['Change'].about.prefix}-{change}", at=_now(), by=self._by,
            database_=self._database,
        )  # fmt: skip
        revision: int = records[0][0]
        return revision

    def _keep(self, label: str, node_id: int, values: Mapping[str, Any]) -> None:
        known = {name: value for name, value in values.items() if value is not None}
        self._nodes[label, tuple(known)].append([node_id, *known.values()])

    def _tie(self, kind: str, source: int, target: int, values: Mapping[str, Any]) -> None:
        known = {name: value for name, value in values.items() if value is not None}
        key = self._identities.next()
        self._ties[kind, ("key", *known)].append([source, target, key, *known.values()])


def _parts(rows: list[list[Any]]) -> Iterator[list[list[Any]]]:
    for start in range(0, len(rows), _ROWS_A_STATEMENT):
        yield rows[start : start + _ROWS_A_STATEMENT]


def _now() -> str:
    return datetime.now(UTC).isoformat(timespec="milliseconds")
