"""What lies in a division on a day: places, and what belongs to them.

An enterprise lies where it is located, else where its park is; an organisation where the enterprises
that it covers lie, else where it is located itself; a brand where its enterprises or its lead agency lie.
"""

from collections import defaultdict
from collections.abc import Awaitable, Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any, LiteralString, Protocol

from graph_api.questions.ties import Tie, current, in_force, start, starts
from schema.catalog import NODE_TYPES
from schema.fields import Relation

TIES: LiteralString = """
MATCH (s:Agency|Enterprise|PartyBranch|Union|IndustrialPark|IndustryBrand)
      -[r:LOCATED_IN|SITED_IN|COVERS|BELONGS_TO|LED_BY]->(t:Entity)
RETURN [l IN labels(s) WHERE l <> 'Entity'][0] AS source_type, s.id AS source,
  {established: s.established} AS source_properties, type(r) AS kind, r.key AS key,
  [l IN labels(t) WHERE l <> 'Entity'][0] AS target_type, t.id AS target,
  r.from AS from, r.until AS until, r.seen AS seen
"""

DIVISIONS: LiteralString = "MATCH (d:Division) WHERE d.code STARTS WITH $code RETURN d.id AS id"


class Run(Protocol):
    """Runs a reading statement: its records, each a mapping by name."""

    def __call__(
        self, statement: LiteralString, **parameters: object
    ) -> Awaitable[Sequence[Mapping[str, Any]]]:
        """The records of the statement."""


@dataclass(frozen=True, slots=True)
class Ground:
    """Everything that lies in a division on a day; see `read_ground`."""

    day: int
    divisions: frozenset[int]
    ties: Mapping[tuple[str, int], Sequence[tuple[Tie, int]]]
    into: Mapping[tuple[str, int], Sequence[tuple[Tie, int]]]
    _known: dict[tuple[str, int], bool] = field(default_factory=dict)

    def holds(self, type_name: str, number: int) -> bool:
        """Whether that node lies in it; what lies nowhere does not."""
        key = (type_name, number)
        if key not in self._known:
            self._known[key] = self._judge(type_name, number)
        return self._known[key]

    def _judge(self, type_name: str, number: int) -> bool:
        if type_name == "Division":
            return number in self.divisions
        if type_name == "IndustryBrand":
            lead = self._one("LED_BY", number)
            members = in_force(self.into.get(("BELONGS_TO", number), ()), self.day)
            return any(self.holds("Enterprise", each.other_id) for each in members) or (
                lead is not None and self.holds("Agency", lead.other_id)
            )
        covered = in_force(self.ties.get(("COVERS", number), ()), self.day)
        if covered:
            return any(self.holds("Enterprise", each.other_id) for each in covered)
        place = self._one("LOCATED_IN", number) or self._one("SITED_IN", number)
        return place is not None and self.holds(place.other_type, place.other_id)

    def _one(self, kind: str, number: int) -> Tie | None:
        return current(self.ties.get((kind, number), ()), self.day)


def relation(source_type: str, kind: str) -> Relation:
    """The relation of that kind that a type declares; raises StopIteration where there is none."""
    return next(each for each in NODE_TYPES[source_type].relations if each.kind == kind)


def seen_from_source(row: Mapping[str, Any], kind: str) -> Tie:
    """A row's tie as its source sees it."""
    return Tie(
        kind,
        row["key"] or 0,
        row["target_type"],
        row["target"],
        row["from"],
        row["until"],
        row["seen"],
    )


def with_start(
    row: Mapping[str, Any], source_type: str, kind: str, *, towards_target: bool = True
) -> tuple[Tie, int]:
    """A row's tie, seen from its source or from its target, with its first certain day."""
    tie = seen_from_source(row, kind)
    if not towards_target:
        tie = replace(tie, other_type=row["source_type"], other_id=row["source"])
    properties = row.get("source_properties")
    return tie, start(tie, relation(source_type, kind), row["target_type"], properties)


async def read_ground(run: Run, code: str, day: int) -> Ground:
    """Read what lies in the division of that code, the divisions below it included."""
    divisions = frozenset(each["id"] for each in await run(DIVISIONS, code=code))
    rows: dict[tuple[str, str, int], list[Mapping[str, Any]]] = defaultdict(list)
    into: dict[tuple[str, int], list[tuple[Tie, int]]] = defaultdict(list)
    for row in await run(TIES):
        source, kind = row["source_type"], row["kind"]
        if any(each.kind == kind for each in NODE_TYPES[source].relations):
            rows[source, kind, row["source"]].append(row)
            into[kind, row["target"]].append(with_start(row, source, kind, towards_target=False))
    ties = {
        (kind, number): starts(
            [seen_from_source(each, kind) for each in several],
            relation(source, kind),
            several[0]["source_properties"],
        )
        for (source, kind, number), several in rows.items()
    }
    return Ground(day, divisions, ties, into)


def everywhere(_type_name: str, _number: int) -> bool:
    """The ground that is asked for where no division is: all of it."""
    return True


Lies = Callable[[str, int], bool]
"""Whether a node, by type and number, lies where the question looks."""


def any_lies(lies: Lies, places: Iterable[tuple[str, int]]) -> bool:
    """Whether one of the places lies where the question looks."""
    return lies is everywhere or any(lies(*each) for each in places)
