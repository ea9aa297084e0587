"""Which ties and values hold on a day, one tie at a time: a second opinion on what columns say.

A stored day is `yyyymmdd`, with zeros where only the month or the year is known. A `from` of a month
holds certainly from its last day, an `until` of a month lasts to its last day. Certain days decide.
"""

import calendar
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from schema.catalog import NODE_TYPES
from schema.fields import Relation
from schema.lifetimes import beginning_of, is_happening
from schema.partial_date import PartialDate

ALWAYS = 0
"""The start of what holds from the beginning of time."""


@dataclass(frozen=True, slots=True)
class Tie:
    """One relationship as its reader sees it: the node at the other end and the recorded days."""

    kind: str
    key: int
    other_type: str
    other_id: int
    from_: int | None = None
    until: int | None = None
    seen: int | None = None


def stored(day: date) -> int:
    """A certain day as it is stored."""
    return PartialDate.on(day).stored


def last_day(partial: int) -> int:
    """The latest day that a stored PartialDate can be."""
    if partial % 100:
        return partial
    year, month = partial // 10000, partial // 100 % 100 or 12
    return year * 10000 + month * 100 + calendar.monthrange(year, month)[1]


def begun(partial: int | None, day: int) -> bool:
    """Whether what begins or happens on `partial` certainly has by `day`; no where it is unknown."""
    return partial is not None and last_day(partial) <= day


def lasts(until: int | None, day: int) -> bool:
    """Whether what ends with `until` still holds on `day`; an open end always does."""
    return until is None or last_day(until) >= day


def start(tie: Tie, relation: Relation, target: str, source_properties: Mapping[str, object] | None) -> int:
    """The first day on which a tie certainly holds.

    `target` is the type at the relation's far end, `source_properties` are what the node that declares
    the relation bears (None where they are not at hand: then only the tie's own days count).
    """
    if tie.from_:
        return last_day(tie.from_)
    source = NODE_TYPES[relation.source]
    if relation.kind == "IS" or is_happening(source) or is_happening(NODE_TYPES[target]):
        return ALWAYS
    seen = last_day(tie.seen) if tie.seen else ALWAYS
    if relation.since != "established":
        return seen
    beginning = beginning_of(source)
    if beginning is None:
        return ALWAYS
    since = (source_properties or {}).get(beginning)
    return last_day(since) if isinstance(since, int) and since else seen


def starts(
    ties: Sequence[Tie], relation: Relation, source_properties: Mapping[str, object] | None
) -> list[tuple[Tie, int]]:
    """The ties that lead from one node by one relation, each with its first certain day.

    Of a place that changed without a recorded day, the first one holds since the subject was established,
    each later one since the roster that first told of it.
    """
    found = [(tie, start(tie, relation, tie.other_type, source_properties)) for tie in ties]
    if not (relation.one and relation.since == "established" and len(found) > 1):
        return found
    first = min(ties, key=lambda tie: (_told(tie), tie.key))
    return [
        (tie, max(since, _told(tie)) if tie is not first and not tie.from_ else since) for tie, since in found
    ]


def _told(tie: Tie) -> int:
    """The day of which a tie tells at the least: its own first, or the roster's."""
    told = tie.from_ or tie.seen
    return last_day(told) if told else ALWAYS


def in_force(ties: Iterable[tuple[Tie, int]], day: int) -> list[Tie]:
    """Those of the ties, each with its first certain day, that hold on `day`, the later first."""
    begun_ties = [(since, tie.key, tie) for tie, since in ties if since <= day]
    return [tie for _, _, tie in sorted(begun_ties, reverse=True) if lasts(tie.until, day)]


def current(ties: Iterable[tuple[Tie, int]], day: int) -> Tie | None:
    """The one tie of a to-one relation on `day`: the start of the next ends the one before."""
    latest = max(((since, tie.key, tie) for tie, since in ties if since <= day), default=None)
    return latest[2] if latest and lasts(latest[2].until, day) else None


def observed(observations: Iterable[Mapping[str, object]], field: str, day: int) -> Mapping[str, object]:
    """The Observation that says what `field` was on `day`; empty where it is unknown.

    Field by field, an Observation is true from its day until the next one that has the field.
    """
    seen = [
        (last_day(when), when, each)
        for each in observations
        if each.get(field) is not None and isinstance(when := each.get("day"), int)
    ]
    by_day = [each for each in seen if each[0] <= day]
    return max(by_day, key=lambda each: each[:2])[2] if by_day else {}
