"""What the graph holds of the nodes that a load speaks of: fetched in bulk before anything is judged."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any, Final, LiteralString

import neo4j

from loaders.bulk_read import read_rows
from loaders.statements import about_kind
from schema.catalog import TIE_PROPERTIES
from schema.partial_date import PartialDate

_NODES: Final[LiteralString] = """
    UNWIND $keys AS i
    MATCH (n:Entity {id: i})
    RETURN collect([i, properties(n)])
"""
_OBSERVATIONS: Final[LiteralString] = """
    UNWIND $keys AS k
    MATCH (o:Observation {match: k})
    RETURN collect([k, o.id, properties(o)])
"""
_TIES: Final[LiteralString] = """
    UNWIND $keys AS i
    MATCH (:Entity {id: i})-[r:KIND]->(t)
    RETURN collect([i, t.id, properties(r)])
"""
_STATED: Final[LiteralString] = """
    UNWIND $keys AS i
    MATCH (:Entity {id: i})-[f:FROM_BATCH]->()
    RETURN collect([i, f.fields, coalesce(f.kept, []), f.day])
"""
_ORGANISED: Final[LiteralString] = """
    UNWIND $keys AS i
    MATCH (:Entity {id: i})<-[c:COVERS]-(o)
    WHERE c.until IS NULL AND o.dissolved IS NULL
    RETURN collect([i, o:Union, o.name])
"""


@dataclass(eq=False, slots=True)
class Stay:
    """One unbroken stay: a relationship of the graph or of the plan."""

    key: int
    source: int
    target: int
    from_: int | None = None
    until: int | None = None
    seen: int | None = None
    day: int | None = None
    properties: dict[str, Any] = field(default_factory=dict)
    is_new: bool = False

    def is_over(self, day: int | None) -> bool:
        """Whether it ended before the roster's day."""
        return (
            day is not None
            and self.until is not None
            and PartialDate(self.until).last < PartialDate(day).first
        )

    @property
    def begins(self) -> int:
        """When it is first known to hold, 0 where nothing says."""
        return self.from_ or self.seen or 0


@dataclass(eq=False, slots=True)
class Seen:
    """An Observation of one subject on one day."""

    id: int
    subject: int
    day: int
    values: dict[str, Any] = field(default_factory=dict)
    is_new: bool = False


class GraphState:
    """Nodes, observations and relationships as they are, then as the plan makes them."""

    def __init__(self, session: neo4j.Session | neo4j.Transaction) -> None:
        """Ask through `session`; of bytes `loaded_before` nothing overwrites what later files said."""
        self._session = session
        self.loaded_before = False
        self.values: dict[int, dict[str, Any]] = {}
        self.observations: dict[str, Seen] = {}
        self.stays: dict[tuple[int, str], list[Stay]] = defaultdict(list)
        self.stated: dict[int, dict[str, int]] = {}

    def fetch_nodes(self, ids: Iterable[int]) -> None:
        """Learn the properties of nodes."""
        for node_id, values in read_rows(self._session, _NODES, ids):
            self.values[node_id] = values

    def fetch_observations(self, keys: Iterable[str]) -> None:
        """Learn the Observations with these match keys."""
        for key, node_id, values in read_rows(self._session, _OBSERVATIONS, keys):
            subject, day = key.removeprefix("#").split("|")
            self.observations[key] = Seen(node_id, int(subject), int(day), values)

    def fetch_ties(self, kind: str, sources: Iterable[int]) -> None:
        """Learn the relationships of one kind that begin at these nodes."""
        for source, target, values in read_rows(self._session, about_kind(_TIES, kind), sources):
            own = {name: value for name, value in values.items() if name not in TIE_PROPERTIES}
            stay = Stay(
                values["key"],
                source,
                target,
                values.get("from"),
                values.get("until"),
                values.get("seen"),
                values.get("day"),
                own,
            )
            self.stays[source, kind].append(stay)

    def fetch_statements(self, ids: Iterable[int]) -> None:
        """Learn which day's roster last stated each field of these nodes (as stored; 0 if it had none)."""
        for node_id, fields, kept, day in read_rows(self._session, _STATED, ids):
            days = self.stated.setdefault(node_id, {})
            for name in fields:
                if name not in kept:
                    days[name] = max(days.get(name, 0), day or 0)

    def organisations(self, ids: Iterable[int]) -> dict[tuple[int, bool], str]:
        """Names of branches (False) and unions (True) without an end that cover these enterprises."""
        return {
            (node_id, is_union): name or ""
            for node_id, is_union, name in read_rows(self._session, _ORGANISED, ids)
        }
