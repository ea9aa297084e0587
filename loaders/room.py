"""Whether the database has the memory to commit a plan in one transaction."""

import re
from typing import Final, LiteralString

import neo4j
from neo4j.exceptions import ClientError

from loaders.plan import Plan
from loaders.refusals import BatchTooLarge
from schema.text import Text

_HEAP: Final[LiteralString] = "SHOW SETTINGS 'server.memory.heap.max_size' YIELD value"
_BYTES_A_FACT: Final = 2400
"""Heap that one node or relationship takes until the commit, measured on Neo4j 5.26."""
_SHARE: Final = 0.6
_UNITS: Final = {"": 1, "k": 2**10, "m": 2**20, "g": 2**30}


def check_room(session: neo4j.Session, plan: Plan, file: str) -> None:
    """Raise BatchTooLarge where the plan needs more heap than the database has; nothing is written yet."""
    heap = heap_of(session)
    facts = plan.node_count + plan.tie_count
    if heap is None or facts * _BYTES_A_FACT <= heap * _SHARE:
        return
    most = int(heap * _SHARE / _BYTES_A_FACT)
    detail = Text(
        f"要写入 {facts:,} 个节点和关系，堆内存 {heap // 2**20:,} MiB 最多容纳约 {most:,} 个",
        f"{facts:,} nodes and ties, where {heap // 2**20:,} MiB of heap hold about {most:,}",
    )
    raise BatchTooLarge(detail, where=file)


def heap_of(session: neo4j.Session) -> int | None:
    """The database's greatest heap in bytes; None where it does not tell us."""
    try:
        record = session.run(_HEAP).single()
    except ClientError:
        return None
    found = re.fullmatch(r"([\d.]+)\s*([kmg]?)i?b?", str(record[0]).lower()) if record else None
    return int(float(found[1]) * _UNITS[found[2]]) if found else None
