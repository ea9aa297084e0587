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
from loaders.parse import ParsedRow
from loaders.plan_ties import PlannedTies
from loaders.value_merge import merged_list
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
class Source:
    """What one row states of one node: FROM_BATCH as it will be written."""

    node: int
    sheet: str
    row: int
    day: int | None
    fields: list[str]
    before: dict[str, Any] = field(default_factory=dict)
    kept: list[str] = field(default_factory=list)


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
    plan = Plan()
    accepted = [row for row in rows if not row.rejections]
    _fetch(accepted, plan, state)
    _warn_of_stated_no(accepted, state)
    outcomes: list[RowOutcome] = []
    for row in rows:
        if row.rejections:
            outcomes.append(RowOutcome.REJECTED)
            continue
        created, changed = _plan_row(row, plan, state, identities)
        about = {mention.id for mention in row.facts.about}
        if about & created:
            outcomes.append(RowOutcome.LOADED)
        else:
            outcomes.append(RowOutcome.CHANGED if created or changed else RowOutcome.UNCHANGED)
    return plan, outcomes


def _fetch(rows: list[ParsedRow], plan: Plan, state: GraphState) -> None:
    ids: set[int] = set()
    keys: set[str] = set()
    sources: dict[str, set[int]] = defaultdict(set)
    for row in rows:
        day = row.table.day.stored if row.table.day is not None else None
        for mention in row.facts.mentions:
            if mention.id and not mention.is_new and (mention.fields or mention.may_create):
                ids.add(mention.id)
            if mention.observed and day is not None:
                keys.add(f"#{mention.id}|{day}")
        for tie in row.facts.ties:
            if tie.source.id and tie.target.id and not tie.source.is_new:
                sources[plan.ties.relation(tie).kind].add(tie.source.id)
    state.fetch_nodes(ids)
    state.fetch_observations(keys)
    for kind, begin in sources.items():
        state.fetch_ties(kind, begin)
    state.fetch_statements(_in_conflict(rows, state))


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


def _plan_row(row: ParsedRow, plan: Plan, state: GraphState, identities: Identities) -> tuple[set[int], bool]:
    """Plan one row; says which nodes it creates and whether it changes anything else."""
    created: set[int] = set()
    changed = False
    day = row.table.day.stored if row.table.day is not None else None
    origin: dict[int, Source] = {}
    for mention in row.facts.mentions:
        if not mention.id or not mention.may_create:
            continue
        if mention.is_new and mention.id not in plan.nodes:
            plan.nodes[mention.id] = NewNode(mention.id, mention.type, {})
            state.values[mention.id] = plan.nodes[mention.id].values
            created.add(mention.id)
        plan.types[mention.id] = mention.type
        source = origin.setdefault(mention.id, Source(mention.id, row.facts.sheet, row.facts.row, day, []))
        changed |= _plan_fields(mention, source, plan, state, row)
        if mention.observed and day is not None:
            changed |= _plan_observed(mention, day, plan, state, identities, row)
    changed |= plan.ties.plan(row, day, state, identities, origin)
    plan.sources.extend(origin.values())
    return created, changed


def _plan_fields(mention: Mention, source: Source, plan: Plan, state: GraphState, row: ParsedRow) -> bool:
    values = state.values[mention.id]
    changes: dict[str, Any] = {}
    stated = dict(mention.fields)
    if "code" in stated:
        stated["stated_code"] = stated.pop("code")
    for name, value in stated.items():
        source.fields.append(name)
        old = values.get(name)
        declared = _LISTS.get((mention.type, name))
        if declared is not None:
            value = merged_list(declared.kind, old or [], value)  # noqa: PLW2901 - what is stored of it
        if old == value:
            continue
        if (
            old is not None
            and declared is None
            and (state.loaded_before or _is_older(source.day, state.stated.get(mention.id, {}).get(name)))
        ):
            source.kept.append(name)
            row.warnings.append(row.message(mention.column, SUPERSEDED))
            if name == "name" and (mention.type, "former_names") in _LISTS:
                changes["former_names"] = merged_list(None, values.get("former_names") or [], [value])
            continue
        if name == "name" and old is not None and (mention.type, "former_names") in _LISTS:
            changes["former_names"] = merged_list(None, values.get("former_names") or [], [old])
        changes[name] = value
        state.stated.setdefault(mention.id, {})[name] = source.day or 0
    if "former_names" in changes:
        present = str(changes.get("name", values.get("name")))
        changes["former_names"] = [
            each for each in changes["former_names"] if match_key(each) != match_key(present)
        ]
        if changes["former_names"] == (values.get("former_names") or []):
            del changes["former_names"]
    key = mention.match() if mention.parts else ""
    if key and key != values.get("match") and not source.kept:
        changes["match"] = key
    if not changes:
        return False
    if mention.id not in plan.nodes:
        for name in changes:
            source.before.setdefault(name, values.get(name))
        plan.changes[mention.id].update(changes)
    values.update(changes)
    return True


def _is_older(day: int | None, stated: int | None) -> bool:
    """Whether a roster of `day` speaks of an earlier day than the one that stated the present value."""
    if not day or not stated:
        return False
    return PartialDate(day).last < PartialDate(stated).last


def _plan_observed(
    mention: Mention, day: int, plan: Plan, state: GraphState, identities: Identities, row: ParsedRow
) -> bool:
    key = f"#{mention.id}|{day}"
    seen = state.observations.get(key)
    if seen is None:
        seen = Seen(identities.next(), mention.id, day, {}, is_new=True)
        state.observations[key] = plan.observed[key] = seen
    changes = {
        name: value
        for name, value in mention.observed.items()
        if seen.values.get(name) != value and not (state.loaded_before and name in seen.values)
    }
    source = Source(seen.id, row.facts.sheet, row.facts.row, day, list(mention.observed))
    plan.sources.append(source)
    if not changes:
        return False
    if not seen.is_new:
        source.before = {name: seen.values.get(name) for name in changes}
        plan.seen_changes[seen.id].update(changes)
    seen.values.update(changes)
    return True
