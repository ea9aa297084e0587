"""The path to membership, step by step: lawful by default, with a flaw where one is asked for.

Facts are named as the columns of the cultivation ledger are (`BRANCH_MEETING.yes`).
"""

from collections.abc import Callable
from typing import Final

from examples.district.days import later
from schema.partial_date import PartialDate

Fact = PartialDate | str | int | tuple[PartialDate, PartialDate]
Facts = dict[str, Fact]


def applied(start: PartialDate, committee: str, branch: str) -> Facts:
    """An application, the talk after it, and being named an activist nine months on."""
    named = later(start, months=9)
    return {
        "APPLICATION.date": start,
        "APPLICATION.received_as": "工作单位",
        "APPLICATION.received_by": branch,
        "TALK.date": later(start, days=17),
        "ACTIVIST.date": named,
        "ACTIVIST.recommended_by": "党员推荐" if start.stored % 2 else "工会推优",
        "ACTIVIST.decided_by": "支委会",
        "ACTIVIST.filed_on": later(named, days=20),
        "CONTACTS.date": named,
        "committee": committee,
    }


def admitted(meeting: PartialDate, committee: str, branch: str) -> Facts:
    """Everything up to the oath, around a branch meeting held on `meeting`."""
    target = later(meeting, days=-75)
    facts = applied(later(target, months=-23), committee, branch)
    return facts | as_target(target) | _received(meeting, committee)


def as_target(target: PartialDate) -> Facts:
    """Consent, publicity over nine days, listing; introducers, political review, training, pre-review."""
    return {
        "CONSENT.date": later(target, days=-16),
        "PUBLICITY.span": (later(target, days=-12), later(target, days=-3)),
        "PUBLICITY.place": "厂区公示栏",
        "TARGET.date": target,
        "TARGET.opinions_heard": "是",
        "INTRODUCERS.date": later(target, days=6),
        "POLITICAL_REVIEW.date": later(target, days=30),
        "POLITICAL_REVIEW.outcome": "合格",
        "TRAINING.date": later(target, days=44),
        "TRAINING.training_days": 3,
        "TRAINING.training_hours": 24,
        "PRE_REVIEW.date": later(target, days=58),
    }


def _received(meeting: PartialDate, committee: str) -> Facts:
    approved = later(meeting, days=38)
    return {
        "BRANCH_MEETING.date": meeting,
        "BRANCH_MEETING.entitled": 9,
        "BRANCH_MEETING.present": 8,
        "BRANCH_MEETING.yes": 7,
        "BRANCH_MEETING.written_yes": 1,
        "BRANCH_MEETING.secret_ballot": "是",
        "BRANCH_MEETING.resolution_reported_on": later(meeting, days=5),
        "COMMITTEE_TALK.date": later(meeting, days=21),
        "APPROVAL.date": approved,
        "APPROVAL.approved_by": committee,
        "OATH.date": later(approved, days=16),
    }


def made_full(meeting: PartialDate, committee: str) -> Facts:
    """Full membership a year after the branch meeting."""
    over = later(meeting, months=12)
    return {
        "FULL_APPLICATION.date": later(over, days=-9),
        "FULL_MEETING.date": later(over, days=4),
        "FULL_MEETING.entitled": 9,
        "FULL_MEETING.present": 8,
        "FULL_MEETING.yes": 8,
        "FULL_MEETING.secret_ballot": "是",
        "FULL_APPROVAL.date": later(over, days=45),
        "FULL_APPROVAL.approved_by": committee,
    }


def extended(meeting: PartialDate) -> Facts:
    """Probation made longer by half a year."""
    return {"EXTENSION.date": later(meeting, months=12, days=2), "EXTENSION.months": 6}


def _shift(fact: str, days: int) -> Callable[[Facts], None]:
    def change(facts: Facts) -> None:
        known = facts.get(fact)
        if isinstance(known, PartialDate):
            facts[fact] = later(known, days=days)

    return change


def _state(**stated: Fact) -> Callable[[Facts], None]:
    def change(facts: Facts) -> None:
        for name, value in stated.items():
            fact = name.replace("__", ".")
            if fact in facts:
                facts[fact] = value

    return change


def _forget(*names: str) -> Callable[[Facts], None]:
    def change(facts: Facts) -> None:
        for name in names:
            facts.pop(name, None)

    return change


def _before_a_year(facts: Facts) -> None:
    for fact in ("ACTIVIST.date", "ACTIVIST.filed_on", "CONTACTS.date"):
        _shift(fact, 150)(facts)


def _short_publicity(facts: Facts) -> None:
    target = facts.get("TARGET.date")
    if isinstance(target, PartialDate):
        facts["PUBLICITY.span"] = (later(target, days=-4), later(target, days=-3))


FLAWS: Final[dict[str, Callable[[Facts], None]]] = {
    "talk late": _shift("TALK.date", 40),
    "talk not recorded": _forget("TALK.date"),
    "no recommendation recorded": _forget("ACTIVIST.recommended_by"),
    "not filed": _forget("ACTIVIST.filed_on"),
    "listed before a year": _before_a_year,
    "publicity not recorded": _forget("PUBLICITY.span", "PUBLICITY.place"),
    "publicity of two days": _short_publicity,
    "no consent recorded": _forget("CONSENT.date"),
    "opinions not heard": _state(TARGET__opinions_heard="否"),
    "training short": _state(TRAINING__training_days=2, TRAINING__training_hours=16),
    "review not passed": _state(POLITICAL_REVIEW__outcome="待定"),
    "too few present": _state(
        BRANCH_MEETING__present=4, BRANCH_MEETING__yes=4, BRANCH_MEETING__written_yes=0
    ),
    "too few votes": _state(BRANCH_MEETING__yes=4, BRANCH_MEETING__written_yes=0),
    "votes not recorded": _forget("BRANCH_MEETING.entitled", "BRANCH_MEETING.present", "BRANCH_MEETING.yes"),
    "open ballot": _state(BRANCH_MEETING__secret_ballot="否"),  # noqa: S106 - a ballot is no password
    "ballot not recorded": _forget("BRANCH_MEETING.secret_ballot"),
    "approved by one that may not": _state(APPROVAL__approved_by="中共福绵区工商业联合会党组"),
    "oath late": _shift("OATH.date", 90),
    "oath not recorded": _forget("OATH.date"),
}
"""What can be wrong, or not recorded, on a path, and how the facts then differ."""


def approved_late(facts: Facts, *, months: int, reason: str = "") -> None:
    """The committee took longer than three months; with a reason up to six are lawful."""
    meeting = facts["BRANCH_MEETING.date"]
    if isinstance(meeting, PartialDate):
        facts["APPROVAL.date"] = later(meeting, months=months)
        facts["OATH.date"] = later(meeting, months=months, days=12)
    if reason:
        facts["APPROVAL.special_circumstances"] = reason


def known_on(facts: Facts, at: PartialDate) -> Facts:
    """What a ledger of that day can say: facts of the steps taken by then."""
    known: Facts = {}
    for name, value in facts.items():
        kind, _, fact = name.partition(".")
        taken = facts.get(f"{kind}.date")
        if fact == "span" and isinstance(value, tuple):
            taken = value[1]
        elif fact == "place":
            span = facts.get(f"{kind}.span")
            taken = span[1] if isinstance(span, tuple) else None
        elif fact in ("filed_on", "resolution_reported_on"):
            taken = value
        if fact == "held" or (isinstance(taken, PartialDate) and taken.last <= at.last):
            known[name] = value
    return known
