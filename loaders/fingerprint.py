"""A hash over the whole graph that leaves out ids, codes, revisions, times and batch codes.

Also left out is what follows from these or from the order of files alone: match keys (official codes
stand in `stated_code` and `uscc`), values before, and which of several rosters spoke last of a tie.

Two graphs that say the same have the same hash, in whatever order their files were loaded. A node is
known by its type, its own facts, its provenance, and then, round by round, by the hashes of the nodes
around it (the colour refinement of Weisfeiler and Leman), so no id is needed to tell nodes apart.
"""

import hashlib
from collections import Counter, defaultdict
from typing import Any, Final, LiteralString

import neo4j

_NODES: Final[LiteralString] = """
    MATCH (n:Entity) WHERE NOT n:Change AND NOT n:ImportBatch
    RETURN n.id, labels(n), properties(n)
"""
_TIES: Final[LiteralString] = """
    MATCH (s:Entity)-[r]->(t:Entity) WHERE NOT t:ImportBatch
    RETURN s.id, t.id, type(r), properties(r)
"""
_SOURCES: Final[LiteralString] = """
    MATCH (n:Entity)-[f:FROM_BATCH]->(b:ImportBatch)
    RETURN n.id, b.code, b.file, f.sheet, f.row, f.day, f.fields
"""
_LEFT_OUT: Final = frozenset(
    {
        "id",
        "code",
        "match",
        "key",
        "batch",
        "sheet",
        "row",
        "confirmed",
        "before",
        "kept",
        "imported_at",
        "revision",
    }
)
_ROUNDS: Final = 4


def fingerprint(session: neo4j.Session) -> str:
    """The hash, as hexadecimal digits. Reads the whole graph into memory."""
    files: dict[str, str] = {}
    facts: dict[int, list[Any]] = {}
    for node_id, labels, values in session.run(_NODES):
        facts[node_id] = [sorted(labels), _kept(values)]
    sources: dict[int, list[Any]] = defaultdict(list)
    for node_id, code, file, *stated in session.run(_SOURCES):
        files[code] = file
        if stated[3]:  # a row that only changed a tie of the node says nothing of the node itself
            sources[node_id].append([file, *stated[:3], sorted(stated[3])])
    colours = {
        node_id: _digest([*fact, sorted(map(repr, sources[node_id]))]) for node_id, fact in facts.items()
    }
    ties = [
        (source, target, _digest([kind, _kept(values, "day"), _origins(values, files)]))
        for source, target, kind, values in session.run(_TIES)
    ]
    for _ in range(_ROUNDS):
        around: dict[int, list[str]] = defaultdict(list)
        for source, target, tie in ties:
            around[source].append(f">{tie}{colours[target]}")
            around[target].append(f"<{tie}{colours[source]}")
        colours = {node_id: _digest([colour, sorted(around[node_id])]) for node_id, colour in colours.items()}
    return _digest(sorted(Counter(colours.values()).items()))


def _kept(values: dict[str, Any], *besides: str) -> list[tuple[str, Any]]:
    return sorted((name, value) for name, value in values.items() if name not in _LEFT_OUT.union(besides))


def _origins(values: dict[str, Any], files: dict[str, str]) -> list[tuple[str, ...]]:
    """The rows that state a relationship, whichever of them was first."""
    rows = [f"{values.get('batch')}|{values.get('sheet')}|{values.get('row')}", *values.get("confirmed", ())]
    parts = [
        (*row.split("|", 1)[:1], *row.split("|", 1)[1].rsplit("|", 1)) for row in rows
    ]  # 表|一 is a sheet
    return sorted((files.get(batch, ""), sheet, row) for batch, sheet, row in parts)


def _digest(value: object) -> str:
    return hashlib.blake2b(repr(value).encode(), digest_size=16).hexdigest()
