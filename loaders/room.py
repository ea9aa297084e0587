"""Whether the database has the memory to commit a plan in one transaction."""

import re
from typing import Final, LiteralString

import neo4j
from neo4j.exceptions import ClientError

from loaders.plan import Plan
from loaders.refusals import BatchTooLarge
from schema.text import Text

_LIMIT: Final[LiteralString] = "SHOW SETTINGS 'dbms.memory.transaction.total.max' YIELD value"
_BYTES_A_FACT: Final = 2400
"""Heap that one node or relationship takes until the commit, measured on Neo4j 5.26."""
_SHARE: Final = 0.85
"""Of the memory that Neo4j gives to transactions; the rest is for those of others."""
_UNITS: Final = {"": 1, "k": 2**10, "m": 2**20, "g": 2**30}


def check_room(session: neo4j.Session, plan: Plan, file: str) -> None:
    """Raise BatchTooLarge where the plan needs more than the database gives; nothing is written yet."""
    limit = transaction_memory(session)
    facts = plan.node_count + plan.tie_count
    if limit is None or facts * _BYTES_A_FACT <= limit * _SHARE:
        return
    most = int(limit * _SHARE / _BYTES_A_FACT)
    detail = Text(
        f"要写入 {facts:,} 个节点和关系，事务内存 {limit // 2**20:,} MiB 最多容纳约 {most:,} 个",
        f"{facts:,} nodes and ties, where {limit // 2**20:,} MiB for transactions hold about {most:,}",
    )
    raise BatchTooLarge(detail, where=file)


def transaction_memory(session: neo4j.Session) -> int | None:
    """The bytes that all transactions may take together, by default 70 % of the heap; None if not limited."""
    try:
        record = session.run(_LIMIT).single()
    except ClientError:  # a user who may not see settings
        return None
    found = re.fullmatch(r"([\d.]+)\s*([kmg]?)i?b?", str(record[0]).lower()) if record else None
    return int(float(found[1]) * _UNITS[found[2]]) or None if found else None
