"""The only writer: facts and their Change in one transaction, that ends by taking the next revision."""

import time
from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any, Final, LiteralString, TypeVar

import neo4j
import orjson
from neo4j.exceptions import ConstraintError, DriverError, Neo4jError, TransientError

from loaders.identities import Identities
from loaders.plan import Plan
from loaders.statements import (
    CREATE_NODE,
    CREATE_TIE,
    SET_PROPERTIES,
    SET_TIE,
    about_kind,
    about_label,
    create_nodes,
    create_ties,
)
from schema.catalog import NODE_TYPES

_ROWS_A_STATEMENT: Final = 5000
_MANY_ROWS: Final = 500
"""From so many rows on, a statement for the very properties is worth being planned."""
_KEYS_IN_A_CHANGE: Final = 10_000
_ATTEMPTS: Final = 5

READ_REVISION: Final[LiteralString] = """
    OPTIONAL MATCH (c:Counter {name: 'revision'})
    RETURN coalesce(c.value, 0)
"""
_TAKE_REVISION: Final[LiteralString] = """
    MERGE (c:Counter {name: 'revision'})
    ON CREATE SET c.value = 0
    SET c.value = c.value + 1
    RETURN c.value
"""
_BATCH_EXISTS: Final[LiteralString] = """
    MATCH (b:ImportBatch {code: $code})
    RETURN b.revision
"""
_CREATE_SOURCES: Final[LiteralString] = """
    MATCH (b:ImportBatch:Entity {id: $batch})
    UNWIND $rows AS r
    MATCH (n:Entity {id: r[0]})
    CREATE (n)-[:FROM_BATCH {key: r[1], sheet: r[2], row: r[3], day: r[4], fields: r[5], before: r[6],
                             kept: r[7]}]->(b)
"""
_CREATE_OBSERVED: Final[LiteralString] = """
    UNWIND $rows AS r
    MATCH (s:Entity {id: r[0]})
    MATCH (o:Entity {id: r[1]})
    CREATE (o)-[:OF {key: r[2], batch: $batch}]->(s)
"""
_CONFIRM: Final[LiteralString] = """
    UNWIND $rows AS r
    MATCH ()-[t:KIND {key: r[0]}]->()
    SET t.confirmed = coalesce(t.confirmed, []) + r[1]
"""
_CREATE_CHANGE: Final[LiteralString] = """
    CREATE (:Change:Entity {id: $id, code: $code, revision: $revision, at: $at, by: $by, batch: $batch,
                            operations: $operations})
"""

T = TypeVar("T")
Properties = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Batch:
    """The ImportBatch of a commit. `code` is also the key by which an uncertain commit is recognised."""

    code: str
    by: str
    values: dict[str, Any]


class RevisionMovedOn(Exception):
    """Another write came between planning and committing."""


def write(session: neo4j.Session, plan: Plan, batch: Batch, identities: Identities, planned_at: int) -> int:
    """Commit the plan as one Change; return its revision.

    Raises RevisionMovedOn where the graph is no longer that of revision `planned_at`; then nothing
    was written. A commit whose outcome the network lost is looked up by the batch's code.
    """

    def attempt() -> int:
        with session.begin_transaction() as transaction:
            batch_id = _write_batch(transaction, batch, identities)
            _write_nodes(transaction, plan)
            _write_observations(transaction, plan, identities, batch)
            _write_ties(transaction, plan, batch)
            _write_sources(transaction, plan, identities, batch_id)
            revision = _take_revision(transaction, planned_at)
            _run(transaction, SET_PROPERTIES, [[batch_id, {"revision": revision}]])
            _write_change(transaction, plan, batch, identities, revision)
            transaction.commit()
            return revision

    return _retried(session, batch.code, attempt)


def _retried(session: neo4j.Session, code: str, attempt: Callable[[], int]) -> int:
    """Run an attempt until it is known to have been written, or to be impossible."""
    for number in range(1, _ATTEMPTS + 1):
        try:
            return attempt()
        except (TransientError, ConstraintError, DriverError) as error:
            known = _committed(session, code)
            if known is not None:
                return known
            if number == _ATTEMPTS or (isinstance(error, TransientError) and _out_of_memory(error)):
                raise
            time.sleep(0.2 * number)
    raise AssertionError("unreachable")


def _committed(session: neo4j.Session, code: str) -> int | None:
    """The revision of the batch, if it was committed after all."""
    for number in range(1, _ATTEMPTS + 1):
        try:
            record = session.run(_BATCH_EXISTS, code=code).single()
        except (TransientError, DriverError):  # still away: ask again, for the batch may be there
            if number == _ATTEMPTS:
                raise
            time.sleep(number)
        else:
            return None if record is None else record[0]
    raise AssertionError("unreachable")


def _out_of_memory(error: Neo4jError) -> bool:
    return "MemoryPoolOutOfMemory" in (error.code or "")


def _take_revision(transaction: neo4j.Transaction, planned_at: int) -> int:
    record = transaction.run(_TAKE_REVISION).single(strict=True)
    revision: int = record[0]
    if revision != planned_at + 1:
        transaction.rollback()
        raise RevisionMovedOn
    return revision


def _write_batch(transaction: neo4j.Transaction, batch: Batch, identities: Identities) -> int:
    node_id = identities.next()
    values = {**batch.values, "code": batch.code, "match": batch.code}
    _create_nodes(transaction, "ImportBatch", [(node_id, values)])
    return node_id


def _write_nodes(transaction: neo4j.Transaction, plan: Plan) -> None:
    created: dict[str, list[tuple[int, Properties]]] = defaultdict(list)
    for node in plan.nodes.values():
        official = node.values.get("stated_code") or node.values.get("uscc")
        code = official or f"{NODE_TYPES[node.type].about.prefix}-{node.id}"
        created[node.type].append((node.id, {**node.values, "code": code}))
    for label, nodes in created.items():
        _create_nodes(transaction, label, nodes)
    _run(transaction, SET_PROPERTIES, [[node_id, values] for node_id, values in plan.changes.items()])


def _write_observations(
    transaction: neo4j.Transaction, plan: Plan, identities: Identities, batch: Batch
) -> None:
    prefix = NODE_TYPES["Observation"].about.prefix
    seen_of = plan.observed.items()
    _create_nodes(
        transaction,
        "Observation",
        [
            (seen.id, {"code": f"{prefix}-{seen.id}", "match": key, "day": seen.day, **seen.values})
            for key, seen in seen_of
        ],
    )
    ties = [[seen.subject, seen.id, identities.next()] for _, seen in seen_of]
    _run(transaction, _CREATE_OBSERVED, ties, batch=batch.code)
    _run(transaction, SET_PROPERTIES, [[node_id, values] for node_id, values in plan.seen_changes.items()])


def _write_ties(transaction: neo4j.Transaction, plan: Plan, batch: Batch) -> None:
    created: dict[str, list[tuple[int, int, Properties]]] = defaultdict(list)
    for key, tie in plan.ties.new.items():
        stay = tie.stay
        values: Properties = {
            "key": key, "from": stay.from_, "until": stay.until, "seen": stay.seen, "day": stay.day,
            "batch": batch.code,
            "sheet": tie.sheet, "row": tie.row, **stay.properties,
        }  # fmt: skip
        if tie.confirmed:
            values["confirmed"] = [f"{batch.code}|{row}" for row in tie.confirmed]
        known = {name: value for name, value in values.items() if value is not None}
        created[tie.kind].append((stay.source, stay.target, known))
    for kind, ties in created.items():
        _create_ties(transaction, kind, ties)
    changed: dict[str, list[list[Any]]] = defaultdict(list)
    for key, values in plan.ties.changes.items():
        changed[plan.ties.kinds[key]].append([key, values])
    for kind, rows in changed.items():
        _run(transaction, about_kind(SET_TIE, kind), rows)
    confirmed: dict[str, list[list[Any]]] = defaultdict(list)
    for key, cells in plan.ties.confirmations.items():
        confirmed[plan.ties.kinds[key]].append([key, [f"{batch.code}|{sheet}|{row}" for sheet, row in cells]])
    for kind, rows in confirmed.items():
        _run(transaction, about_kind(_CONFIRM, kind), rows)


def _create_nodes(
    transaction: neo4j.Transaction, label: str, nodes: Sequence[tuple[int, Properties]]
) -> None:
    if len(nodes) < _MANY_ROWS:
        _run(transaction, about_label(CREATE_NODE, label), nodes)
        return
    alike: dict[tuple[str, ...], list[list[Any]]] = defaultdict(list)
    for node_id, values in nodes:
        names = tuple(sorted(values))
        alike[names].append([node_id, *(values[name] for name in names)])
    for names, rows in alike.items():
        _run(transaction, create_nodes(label, names), rows)


def _create_ties(
    transaction: neo4j.Transaction, kind: str, ties: Sequence[tuple[int, int, Properties]]
) -> None:
    if len(ties) < _MANY_ROWS:
        _run(transaction, about_kind(CREATE_TIE, kind), ties)
        return
    alike: dict[tuple[str, ...], list[list[Any]]] = defaultdict(list)
    for source, target, values in ties:
        alike[tuple(values)].append([source, target, *values.values()])
    for names, rows in alike.items():
        _run(transaction, create_ties(kind, names), rows)


def _write_sources(transaction: neo4j.Transaction, plan: Plan, identities: Identities, batch: int) -> None:
    rows = [
        [
            source.node, identities.next(), source.sheet, source.row, source.day, source.fields,
            orjson.dumps(source.before).decode() if source.before else None, source.kept or None,
        ]
        for source in plan.sources
    ]  # fmt: skip
    _run(transaction, _CREATE_SOURCES, rows, batch=batch)


def _write_change(
    transaction: neo4j.Transaction, plan: Plan, batch: Batch, identities: Identities, revision: int
) -> None:
    touched = [f"+{node.type}:{node.id}" for node in plan.nodes.values()]
    touched += [f"~{plan.types[node_id]}:{node_id}" for node_id in plan.changes]
    touched += [f"+Observation:{seen.id}" for seen in plan.observed.values()]
    touched += [f"~Observation:{node_id}" for node_id in plan.seen_changes]
    touched += [f"+{tie.kind}:{key}" for key, tie in plan.ties.new.items()]
    touched += [f"~{plan.ties.kinds[key]}:{key}" for key in plan.ties.changes]
    node_id = identities.next()
    transaction.run(
        _CREATE_CHANGE,
        id=node_id,
        code=f"{NODE_TYPES['Change'].about.prefix}-{node_id}",
        revision=revision,
        at=datetime.now(UTC).isoformat(timespec="milliseconds"),
        by=batch.by,
        batch=batch.code,
        operations=touched if len(touched) <= _KEYS_IN_A_CHANGE else _ranges(touched),
    ).consume()


def _ranges(touched: Sequence[str]) -> list[str]:
    """The least and the greatest key of each type and kind: `+COVERS:12..99012`."""
    keys: dict[str, list[int]] = defaultdict(list)
    for operation in touched:
        of, _, key = operation.partition(":")
        keys[of].append(int(key))
    return [f"{of}:{min(found)}..{max(found)}" for of, found in keys.items()]


def _run(
    transaction: neo4j.Transaction, statement: LiteralString, rows: Sequence[Sequence[Any]], **parameters: Any
) -> None:
    for part in _parts(rows):
        transaction.run(statement, rows=part, **parameters).consume()


def _parts(rows: Sequence[T]) -> Iterable[Sequence[T]]:
    for start in range(0, len(rows), _ROWS_A_STATEMENT):
        yield rows[start : start + _ROWS_A_STATEMENT]
