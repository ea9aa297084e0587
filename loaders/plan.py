"""What a load would write: each row's facts against what the graph holds. Nothing is written here."""

from collections import defaultdict
from dataclasses import dataclass, field
from typing import Any, Final

from loaders.cells.text import match_key
from loaders.facts import Mention
from loaders.findings import STATED_NO_BUT_THERE, SUPERSEDED
from loaders.graph_state import GraphState, Seen
from loaders.identities import Identities
from loaders.outcome import RowOutcome
from loaders.parse import ParsedRow, Source
from loaders.plan_ties import PlannedTies
from loaders.value_merge import better_spelling, merged_list
from schema.catalog import NODE_TYPES
from schema.partial_date import PartialDate

_LISTS: Final = {
    (name, each.name): each
    for name, node_type in NODE_TYPES.items()
    for each in node_type.fields
    if each.is_list
}


@dataclass(slots=True)
class NewNode:
    """A node to be created."""

    id: int
    type: str
    values: dict[str, Any]


@dataclass(slots=True)
class Plan:
    """Everything that one commit would write, by node id."""

    nodes: dict[int, NewNode] = field(default_factory=dict)
    changes: dict[int, dict[str, Any]] = field(default_factory=lambda: defaultdict(dict))
    types: dict[int, str] = field(default_factory=dict)
    observed: dict[str, Seen] = field(default_factory=dict)
    seen_changes: dict[int, dict[str, Any]] = field(default_factory=lambda: defaultdict(dict))
    ties: PlannedTies = field(default_factory=PlannedTies)
    sources: list[Source] = field(default_factory=list)

    @property
    def is_empty(self) -> bool:
        """Whether the graph already says all of it."""
        return not (self.nodes or self.changes or self.observed or self.seen_changes or self.ties.any)

    @property
    def node_count(self) -> int:
        """Nodes to be created."""
        return len(self.nodes) + len(self.observed)

    @property
    def tie_count(self) -> int:
        """Relationships to be created, those of provenance and observation included."""
        return len(self.ties.new) + len(self.sources) + len(self.observed)


def make_plan(
    rows: list[ParsedRow], state: GraphState, identities: Identities
) -> tuple[Plan, list[RowOutcome]]:
    """The plan, and what becomes of each row."""
    planner = _Planner(state, identities)
    accepted = [row for row in rows if not row.rejections]
    planner.fetch(accepted)
    _warn_of_stated_no(accepted, state)
    return planner.plan, [RowOutcome.REJECTED if row.rejections else planner.add(row) for row in rows]


class _Planner:
    """Adds row after row to a plan, each against the graph as the rows before it leave it."""

    def __init__(self, state: GraphState, identities: Identities) -> None:
        self.plan = Plan()
        self._state = state
        self._identities = identities

    def fetch(self, rows: list[ParsedRow]) -> None:
        """Learn everything that the rows will be held against."""
        ids: set[int] = set()
        keys: set[str] = set()
        sources: dict[str, set[int]] = defaultdict(set)
        for row in rows:
            for mention in row.facts.mentions:
                if mention.id and not mention.is_new and mention.may_create:
                    ids.add(mention.id)
                if mention.observed and row.day is not None:
                    keys.add(f"#{mention.id}|{row.day}")
            for tie in row.facts.ties:
                if tie.source.id and tie.target.id and not tie.source.is_new:
                    sources[PlannedTies.relation(tie).kind].add(tie.source.id)
        self._state.fetch_nodes(ids)
        self._state.fetch_observations(keys)
        for kind, begin in sources.items():
            self._state.fetch_ties(kind, begin)
        self._state.fetch_statements(_in_conflict(rows, self._state))

    def add(self, row: ParsedRow) -> RowOutcome:
        """Plan one row, and say what becomes of it."""
        created: set[int] = set()
        changed = False
        origin: dict[int, Source] = {}
        for mention in row.facts.mentions:
            if not mention.id or not mention.may_create:
                continue
            if mention.is_new and mention.id not in self.plan.nodes:
                self._create(mention)
                created.add(mention.id)
            self.plan.types[mention.id] = mention.type
            source = origin.setdefault(mention.id, row.source_of(mention.id))
            changed |= self._state_fields(mention, source, row)
            if mention.observed and row.day is not None:
                changed |= self._state_observed(mention, row.day, row)
        changed |= self.plan.ties.plan(row, self._state, self._identities, origin)
        self.plan.sources.extend(origin.values())
        if created.intersection(mention.id for mention in row.facts.about):
            return RowOutcome.LOADED
        return RowOutcome.CHANGED if created or changed else RowOutcome.UNCHANGED

    def _create(self, mention: Mention) -> None:
        node = NewNode(mention.id, mention.type, dict(mention.defaults))
        self.plan.nodes[mention.id] = node
        self._state.values[mention.id] = node.values

    def _state_fields(self, mention: Mention, source: Source, row: ParsedRow) -> bool:
        """Plan what a row states of a node's own fields; says whether that changes it."""
        values = self._state.values[mention.id]
        changes: dict[str, Any] = {}
        superseded: list[str] = []
        for stated_name, stated in mention.fields.items():
            name = "stated_code" if stated_name == "code" else stated_name
            if stated is not None:
                source.fields.append(name)
            old = values.get(name)
            declared = _LISTS.get((mention.type, name))
            value = (
                merged_list(declared.kind, old or [], stated)
                if declared is not None
                else better_spelling(old, stated)
            )
            if old == value:
                continue
            if old is not None and declared is None and self._is_superseded(mention.id, name, source.day):
                superseded.append(name)
                row.warnings.append(row.message(mention.prefix + stated_name, SUPERSEDED))
            else:
                changes[name] = value
        source.kept += superseded
        changes.update(_former_names(mention, values, changes))
        key = mention.match() if mention.parts else ""
        if key and key != values.get("match") and not superseded:
            changes["match"] = key
        if not changes:
            return False
        if mention.id not in self.plan.nodes:
            for name in changes:
                source.before.setdefault(name, values.get(name))
            self.plan.changes[mention.id].update(changes)
        days = self._state.stated.setdefault(mention.id, {})
        days.update(dict.fromkeys(changes, source.day or 0))
        values.update(changes)
        return True

    def _is_superseded(self, node_id: int, name: str, day: int | None) -> bool:
        """Whether the present value of a field stands against what a roster of `day` states."""
        if self._state.loaded_before:
            return True
        stated = self._state.stated.get(node_id, {}).get(name)
        return bool(day and stated) and PartialDate(day or 0).last < PartialDate(stated or 0).last

    def _state_observed(self, mention: Mention, day: int, row: ParsedRow) -> bool:
        """Plan what a row observes of a node on its day; says whether that changes anything."""
        key = f"#{mention.id}|{day}"
        seen = self._state.observations.get(key)
        if seen is None:
            seen = Seen(self._identities.next(), mention.id, day, {}, is_new=True)
            self._state.observations[key] = self.plan.observed[key] = seen
        changes = {
            name: value
            for name, value in mention.observed.items()
            if seen.values.get(name) != value and not (self._state.loaded_before and name in seen.values)
        }
        source = row.source_of(seen.id)
        source.fields = [name for name, value in mention.observed.items() if value is not None]
        self.plan.sources.append(source)
        if not changes:
            return False
        if not seen.is_new:
            source.before = {name: seen.values.get(name) for name in changes}
            self.plan.seen_changes[seen.id].update(changes)
        seen.values.update(changes)
        return True


def _in_conflict(rows: list[ParsedRow], state: GraphState) -> set[int]:
    """The nodes of which some row states another value than the graph has."""
    return {
        mention.id
        for row in rows
        for mention in row.facts.mentions
        if mention.may_create and mention.id in state.values
        for name, value in mention.fields.items()
        if (mention.type, name) not in _LISTS and state.values[mention.id].get(name, value) != value
    }


def _former_names(mention: Mention, values: dict[str, Any], changes: dict[str, Any]) -> dict[str, Any]:
    """Of two names of one enterprise the older roster's becomes a former one, whichever was loaded first."""
    if (mention.type, "former_names") not in _LISTS:
        return {}
    present = changes.get("name") or values.get("name") or ""
    on_record = values.get("former_names") or []
    names = [values.get("name"), mention.fields.get("name")]
    found = merged_list(None, changes.get("former_names") or on_record, [each for each in names if each])
    former = [each for each in found if match_key(each) != match_key(present)]
    return {"former_names": former} if former != on_record or "former_names" in changes else {}


def _warn_of_stated_no(rows: list[ParsedRow], state: GraphState) -> None:
    """A valid organisation outranks a stated 否, with a warning."""
    stated = [
        (row, mention, name)
        for row in rows
        for mention in row.facts.about
        for name in ("has_branch", "has_union")
        if mention.observed.get(name) is False and not mention.is_new
    ]
    if stated:
        organised = state.organisations({mention.id for _, mention, _ in stated})
        for row, mention, name in stated:
            named = organised.get((mention.id, name == "has_union"))
            if named is not None:
                row.warnings.append(row.message(name, STATED_NO_BUT_THERE.about(named=named)))
