"""Cypher for one label or relationship kind: the only place where such names enter a statement.

Names cannot be parameters without losing their indexes, so they are set into literal patterns here,
after the catalog (or the list of its properties) has vouched for them.
"""

from collections.abc import Iterable
from typing import Final, LiteralString

from schema.catalog import (
    BATCH_TIE_PROPERTIES,
    BESIDE_FIELDS,
    NODE_TYPES,
    RELATIONS,
    RELATIONSHIP_KINDS,
    TIE_PROPERTIES,
)

_PROPERTIES: Final = frozenset(
    {each.name for node_type in NODE_TYPES.values() for each in node_type.fields}
    | {f"{each.name}_bound" for node_type in NODE_TYPES.values() for each in node_type.fields}
    | {each.name for relation in RELATIONS for each in relation.properties}
    | {*BESIDE_FIELDS, *TIE_PROPERTIES, *BATCH_TIE_PROPERTIES}
)


def about_label(pattern: LiteralString, label: str, *properties: str) -> LiteralString:
    """The pattern with LABEL, and P0, P1 … where it names properties, filled in."""
    if label not in NODE_TYPES:
        raise KeyError(label)
    filled: str = pattern.replace("LABEL", label)
    for number, name in enumerate(_vouched(properties)):
        filled = filled.replace(f"P{number}", f"`{name}`")
    return _vouched_for(filled)


def about_kind(pattern: LiteralString, *kinds: str) -> LiteralString:
    """The pattern with KIND filled in, by one relationship kind or a choice of them."""
    for kind in kinds:
        if kind not in RELATIONSHIP_KINDS:
            raise KeyError(kind)
    return _vouched_for(pattern.replace("KIND", "|".join(kinds)))


CREATE_NODE: Final[LiteralString] = """
    UNWIND $rows AS r
    CREATE (n:LABEL:Entity {id: r[0]})
    SET n += r[1]
"""
SET_PROPERTIES: Final[LiteralString] = """
    UNWIND $rows AS r
    MATCH (n:Entity {id: r[0]})
    SET n += r[1]
"""
CREATE_TIE: Final[LiteralString] = """
    UNWIND $rows AS r
    MATCH (s:Entity {id: r[0]})
    MATCH (t:Entity {id: r[1]})
    CREATE (s)-[x:KIND]->(t)
    SET x += r[2]
"""
SET_TIE: Final[LiteralString] = """
    UNWIND $rows AS r
    MATCH ()-[t:KIND {key: r[0]}]->()
    SET t += r[1]
"""
"""One text a label or kind, for few rows: Neo4j plans each new text, which takes longer than such rows."""


def create_nodes(label: str, properties: Iterable[str]) -> LiteralString:
    """Create a node a row: its id, then the values of `properties` in their order. For many rows."""
    given = "".join(f", `{name}`: r[{number}]" for number, name in enumerate(_vouched(properties), 1))
    return about_label(_vouched_for(f"""
        UNWIND $rows AS r
        CREATE (n:LABEL:Entity {{id: r[0]{given}}})
    """), label)  # fmt: skip


def create_ties(kind: str, properties: Iterable[str]) -> LiteralString:
    """Create a relationship a row: ids of its ends, then the values of `properties`. For many rows."""
    given = ", ".join(f"`{name}`: r[{number}]" for number, name in enumerate(_vouched(properties), 2))
    return about_kind(_vouched_for(f"""
        UNWIND $rows AS r
        MATCH (s:Entity {{id: r[0]}})
        MATCH (t:Entity {{id: r[1]}})
        CREATE (s)-[:KIND {{{given}}}]->(t)
    """), kind)  # fmt: skip


def _vouched_for(text: str) -> LiteralString:
    """A statement whose every name has been looked up: from here on it counts as written in the source."""
    return text


def _vouched(properties: Iterable[str]) -> Iterable[str]:
    for name in properties:
        if name not in _PROPERTIES:
            raise KeyError(name)
        yield name
