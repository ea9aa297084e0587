"""Which nodes the graph has, by the keys that rosters use: asked in bulk, remembered for one load."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any, Final, LiteralString

import neo4j

from loaders.bulk_read import read_rows
from loaders.cells.text import match_key
from loaders.statements import about_kind, about_label
from schema.catalog import NODE_TYPES

ROLES: Final = ("Cadre", "PartyMember", "Activist")
"""Types without a name of their own: by name they are found through their person."""

SHARED_KINDS: Final = frozenset(
    {"JOINT", "REGIONAL", "INDUSTRY", "GENERAL_BRANCH", "COMMITTEE", "FUNCTIONAL", "TEMPORARY"}
)
"""Kinds of branches and unions that several units may name as theirs: their name alone tells them apart."""

_BY_STRONG: Final[LiteralString] = """
    UNWIND $keys AS k
    MATCH (n:LABEL {P0: k})
    RETURN collect([k, n.id, n.code, n.name, n.uscc, n.stated_code, n.id_hash, n.kind, n.match])
"""
_BY_MATCH: Final[LiteralString] = """
    UNWIND $keys AS k
    MATCH (n:LABEL {match: k})
    RETURN collect([k, n.id, n.code, n.name, n.uscc, n.stated_code, n.id_hash, n.kind, n.match])
"""
_ROLE_BY_NAME: Final[LiteralString] = """
    UNWIND $keys AS k
    MATCH (p:Person {match: k})<-[:IS]-(n:LABEL)
    RETURN collect([k, n.id, n.code, p.name, null, n.stated_code, null, null, n.match, p.id])
"""
_FORMER_NAMES: Final[LiteralString] = """
    MATCH (n:Enterprise) WHERE n.former_names IS NOT NULL OR n.short_names IS NOT NULL
    RETURN collect([n.id, n.code, n.name, n.uscc, n.former_names, n.short_names, n.match])
"""
_UNITS: Final[LiteralString] = """
    UNWIND $keys AS i
    MATCH (n:Entity {id: i})-[:KIND]-(u)
    RETURN collect([i, u.id])
"""
_UNITS_OF_ROLES: Final[LiteralString] = """
    UNWIND $keys AS i
    MATCH (p:Entity {id: i})<-[:IS]-()-[:BELONGS_TO|CULTIVATED_BY]->(u)
    RETURN collect([i, u.id])
"""


@dataclass(eq=False, slots=True)
class Known:
    """A node that mentions may mean: of the graph, or planned by this load.

    `units` are the ids of the nodes that tell it from others of its name; a role shares those of
    its person. `is_new` until it is written.
    """

    id: int
    type: str
    code: str = ""
    name: str = ""
    strong: dict[str, str] = field(default_factory=dict)
    match: str = ""
    units: set[int] = field(default_factory=set)
    shared: bool = False
    is_new: bool = False


class Directory:
    """The nodes of the graph and of the plan, by type and key."""

    def __init__(self, session: neo4j.Session | neo4j.Transaction) -> None:
        """Ask through `session`; everything asked once is remembered."""
        self._session = session
        self._strong: dict[tuple[str, str, str], Known] = {}
        self._match: dict[tuple[str, str], list[Known]] = {}
        self._short: dict[str, list[Known]] = {}
        self._asked: set[tuple[str, str, str]] = set()
        self._by_id: dict[int, Known] = {}
        self._renamed_asked = False

    def ask_strong(self, type_name: str, property_name: str, keys: Iterable[str]) -> None:
        """Learn which nodes bear these values of a unique property; a code also where it was stated."""
        stored = NODE_TYPES[type_name]
        names = ["code", "stated_code"] if property_name == "code" else [property_name]
        for name in names:
            if name not in ("code", "stated_code") and all(each.name != name for each in stored.fields):
                continue
            wanted = self._new((type_name, name), keys)
            if wanted:
                statement = about_label(_BY_STRONG, type_name, name)
                for row in read_rows(self._session, statement, wanted):
                    self._strong[type_name, property_name, row[0]] = self._remember(type_name, row)

    def ask_match(self, type_name: str, keys: Iterable[str]) -> None:
        """Learn which nodes bear these match keys, with the units that tell them apart."""
        wanted = self._new((type_name, "match"), keys)
        if not wanted:
            return
        found: list[Known] = []
        people: dict[int, Known] = {}
        by_name = [key for key in wanted if type_name in ROLES and not key.startswith("#")]
        rows = read_rows(self._session, about_label(_BY_MATCH, type_name), wanted)
        found += [self._learn(type_name, row) for row in rows]
        if by_name:
            for row in read_rows(self._session, about_label(_ROLE_BY_NAME, type_name), by_name):
                people[row[9]] = self._learn(type_name, row)
        if type_name == "Enterprise":
            self._ask_renamed()
        kinds = NODE_TYPES[type_name].about.units
        if kinds:
            self._ask_units(about_kind(_UNITS, *kinds), {each.id: each for each in found})
        if people:
            self._ask_units(about_kind(_UNITS, *NODE_TYPES["Person"].about.units), people)
            self._ask_units(_UNITS_OF_ROLES, people)

    def by_strong(self, type_name: str, property_name: str, value: str) -> Known | None:
        """The node that bears the value of a unique property."""
        return self._strong.get((type_name, property_name, value))

    def by_match(self, type_name: str, key: str) -> list[Known]:
        """The nodes that bear the match key."""
        return self._match.get((type_name, key), [])

    def suggest(self, text: str) -> Known | None:
        """The enterprise whose short name this is: never taken, only suggested (R23)."""
        found = self._short.get(match_key(text), [])
        return found[0] if len(found) == 1 else None

    def add(self, known: Known, *, name_key: str = "") -> None:
        """Remember a planned node under its keys; a role also under its person's name."""
        self._by_id[known.id] = known
        for name, value in known.strong.items():
            self._strong[known.type, name, value] = known
        for key in {known.match, name_key} - {""}:
            self._match.setdefault((known.type, key), []).append(known)

    def add_strong(self, known: Known, name: str, value: str) -> None:
        """Find the node by a unique value that this load gives it."""
        self._strong[known.type, name, value] = known

    def get(self, node_id: int) -> Known | None:
        """The node of that id, if a key led to it."""
        return self._by_id.get(node_id)

    def _new(self, where: tuple[str, str], keys: Iterable[str]) -> list[str]:
        wanted = [key for key in dict.fromkeys(keys) if key and (*where, key) not in self._asked]
        self._asked.update((*where, key) for key in wanted)
        return wanted

    def _remember(self, type_name: str, row: list[Any]) -> Known:
        _, node_id, code, name, uscc, stated, id_hash, kind, match = row[:9]
        known = self._by_id.get(node_id)
        if known is None:
            strong: dict[str, Any] = {"uscc": uscc, "code": stated, "id_hash": id_hash}
            known = Known(
                node_id, type_name, code, name or "", {k: v for k, v in strong.items() if v}, match or "",
                shared=kind in SHARED_KINDS,
            )  # fmt: skip
            self._by_id[node_id] = known
        return known

    def _learn(self, type_name: str, row: list[Any]) -> Known:
        known = self._remember(type_name, row)
        listed = self._match.setdefault((type_name, row[0]), [])
        if known not in listed:
            listed.append(known)
        return known

    def _ask_units(self, statement: LiteralString, nodes: dict[int, Known]) -> None:
        for node_id, unit in read_rows(self._session, statement, nodes):
            nodes[node_id].units.add(unit)

    def _ask_renamed(self) -> None:
        """Learn former names, which resolve like the present one, and short names."""
        if self._renamed_asked:
            return
        self._renamed_asked = True
        renamed = self._session.run(_FORMER_NAMES).single(strict=True)[0]
        for node_id, code, name, uscc, former, short, match in renamed:
            known = self._by_id.get(node_id) or Known(
                node_id, "Enterprise", code, name or "", {"uscc": uscc} if uscc else {}, match or ""
            )
            self._by_id[node_id] = known
            for text in former or ():
                self.also_named(known, text)
            for text in short or ():
                self._short.setdefault(match_key(text), []).append(known)

    def also_named(self, known: Known, text: str) -> None:
        """Find the node by a former name too."""
        listed = self._match.setdefault((known.type, match_key(text)), [])
        if known not in listed:
            listed.append(known)
