"""Which relationships a load would create or change: one unbroken stay is one relationship.

A stay that is on record is confirmed, or completed by what was unknown of it; separate stays are
separate. Absence from a later roster ends nothing. In to-one ties without a `from`, the roster's day
says from when the new one certainly holds.
"""

from dataclasses import dataclass, field
from typing import Any, Final

from loaders.facts import TieFact
from loaders.graph_state import GraphState, Stay
from loaders.identities import Identities
from loaders.parse import ParsedRow, Source
from schema.catalog import RELATIONS
from schema.fields import Relation
from schema.partial_date import PartialDate

_RELATIONS: Final = {(relation.source, relation.field): relation for relation in RELATIONS}


@dataclass(slots=True)
class NewTie:
    """A relationship to be created, with the row that first states it and those that say it again."""

    stay: Stay
    kind: str
    sheet: str
    row: int
    confirmed: list[str] = field(default_factory=list)


@dataclass(slots=True)
class PlannedTies:
    """New stays, changed ones, and rows that confirm what is on record, by the stay's key."""

    new: dict[int, NewTie] = field(default_factory=dict)
    changes: dict[int, dict[str, Any]] = field(default_factory=dict)
    confirmations: dict[int, list[tuple[str, int]]] = field(default_factory=dict)
    kinds: dict[int, str] = field(default_factory=dict)

    @property
    def any(self) -> bool:
        """Whether a relationship would be created or changed."""
        return bool(self.new or any(change.keys() - {"day"} for change in self.changes.values()))

    @staticmethod
    def relation(tie: TieFact) -> Relation:
        """The relation that a tie states; of a choice (`employer|agency`) the one that fits its target."""
        for name in tie.relation.split("|"):
            found = _RELATIONS[tie.source.type, name]
            if tie.target.type in found.targets:
                return found
        raise KeyError(tie.source.type, tie.relation, tie.target.type)

    def plan(
        self,
        row: ParsedRow,
        state: GraphState,
        identities: Identities,
        origin: dict[int, Source],
    ) -> bool:
        """Plan the ties of one row; says whether it creates or changes any."""
        changed = False
        for tie in row.facts.ties:
            if not tie.source.id or not tie.target.id:
                continue
            relation = self.relation(tie)
            stays = state.stays[tie.source.id, relation.kind]
            stay = _same_stay(tie, relation, row.day, stays)
            if stay is None:
                stay = Stay(
                    identities.next(),
                    tie.source.id,
                    tie.target.id,
                    tie.from_,
                    tie.until,
                    None if tie.from_ else row.day,
                    row.day,
                    dict(tie.properties),
                    is_new=True,
                )
                stays.append(stay)
                self.new[stay.key] = NewTie(stay, relation.kind, row.facts.sheet, row.facts.row)
                changed = True
            else:
                completed = _completed(stay, tie, row.day, overwrite=not state.loaded_before)
                changed |= self._complete(stay, relation.kind, completed, origin, row)
                self._confirm(stay, relation.kind, row)
        return changed

    def _complete(
        self, stay: Stay, kind: str, changes: dict[str, Any], origin: dict[int, Source], row: ParsedRow
    ) -> bool:
        if not changes:
            return False
        told = changes.keys() - {"day"}
        if not stay.is_new:
            if told:
                before = {name: getattr(stay, _ATTRIBUTES.get(name, ""), None) for name in told}
                before.update({name: stay.properties[name] for name in told if name in stay.properties})
                source = origin.setdefault(stay.source, row.source_of(stay.source))
                source.before[f"{kind}:{stay.key}"] = before
            self.changes.setdefault(stay.key, {}).update(changes)
            self.kinds[stay.key] = kind
        for name, value in changes.items():
            if name in _ATTRIBUTES:
                setattr(stay, _ATTRIBUTES[name], value)
            else:
                stay.properties[name] = value
        return bool(told)

    def _confirm(self, stay: Stay, kind: str, row: ParsedRow) -> None:
        if stay.is_new:
            self.new[stay.key].confirmed.append(f"{row.facts.sheet}|{row.facts.row}")
        else:
            self.confirmations.setdefault(stay.key, []).append((row.facts.sheet, row.facts.row))
            self.kinds[stay.key] = kind


_ATTRIBUTES: Final = {"from": "from_", "until": "until", "seen": "seen", "day": "day"}


def _same_stay(tie: TieFact, relation: Relation, day: int | None, stays: list[Stay]) -> Stay | None:
    """The stay on record that the tie speaks of, or None where it begins another."""
    role = tie.properties.get("role")
    same = [
        stay for stay in stays if stay.target == tie.target.id and stay.properties.get("role") in (role, None)
    ]
    if tie.from_ is not None:
        return next((stay for stay in same if stay.from_ == tie.from_), None) or next(
            (stay for stay in same if _may_be(stay, tie)), None
        )
    if tie.until is not None:
        return next((stay for stay in same if stay.until is None or _one_day(stay.until, tie.until)), None)
    if not relation.one:
        return next((stay for stay in same if not stay.is_over(day)), None)
    order = sorted(stays, key=lambda stay: stay.begins)
    begun = [stay for stay in order if day is None or stay.begins <= day]
    if begun and begun[-1].target == tie.target.id and not begun[-1].is_over(day):
        return begun[-1]
    later = [stay for stay in order if stay not in begun]
    if later and later[0].target == tie.target.id and later[0].from_ is None:
        return later[0]
    return None


def _may_be(stay: Stay, tie: TieFact) -> bool:
    """Whether a stay whose start is unknown, or known less exactly, is the one that the tie dates."""
    if stay.from_ is None:
        return stay.until in (None, tie.until) or tie.until is None
    return _one_day(stay.from_, tie.from_ or 0)


def _one_day(one: int, other: int) -> bool:
    """Whether two recorded dates may be the same day, one being known less exactly."""
    return _is_within(one, other) or _is_within(other, one)


def _is_within(exact: int, vague: int) -> bool:
    return (
        PartialDate(vague).first <= PartialDate(exact).first
        and PartialDate(exact).last <= PartialDate(vague).last
    )


def _outranks(stated: int, known: int | None, *, newer: bool) -> bool:
    """Whether a stated date takes the place of the known one: it is more exact, or newer and another."""
    if known is None or _is_within(stated, known):
        return True
    return newer and not _is_within(known, stated)


def _completed(stay: Stay, tie: TieFact, day: int | None, *, overwrite: bool) -> dict[str, Any]:
    """What the tie says that the stay lacks, says more exactly, or corrects as the newer roster."""
    changes: dict[str, Any] = {}
    if tie.from_ is not None and tie.from_ != stay.from_:
        if stay.from_ is None or _is_within(tie.from_, stay.from_):
            changes["from"] = tie.from_
            if stay.seen is not None:
                changes["seen"] = None
    elif tie.from_ is None and stay.from_ is None and day is not None and (stay.seen or day + 1) > day:
        changes["seen"] = day
    newer = overwrite and not (stay.day and day and PartialDate(day).last < PartialDate(stay.day).last)
    if tie.until is not None and tie.until != stay.until and _outranks(tie.until, stay.until, newer=newer):
        changes["until"] = tie.until
    changes |= {
        name: value
        for name, value in tie.properties.items()
        if stay.properties.get(name) != value and (newer or name not in stay.properties)
    }
    if day is not None and overwrite and (stay.day is None or stay.day < day):
        changes["day"] = day
    return changes
