"""Activists: workers on the path, in all its stages, under both editions of the rules.

212 union members had become activists by the case's day, of whom 52 were admitted by then; three
more were received by their branch and approved only afterwards.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import cycle
from random import Random
from typing import Final

from examples.district.branches import COUNTY_COMMITTEE, Branch, committee_of
from examples.district.chance import chance
from examples.district.days import CASE_DAY, TODAY, between, day, later
from examples.district.enterprises import Enterprise
from examples.district.members import Member
from examples.district.path import (
    FLAWS,
    Facts,
    admitted,
    applied,
    approved_late,
    as_target,
    extended,
    known_on,
    made_full,
)
from examples.district.people import People, Person
from examples.district.unions import Union
from schema.partial_date import PartialDate

LEDGER_DAYS: Final = {2022: day(2022, 7, 31), 2024: day(2024, 6, 30), 2026: day(2026, 10, 31)}
"""The 填报日期 of the three cultivation ledgers."""

ADMITTED_BY_CASE_DAY: Final = 52
_RECEIVED_NOT_APPROVED: Final = 3
_ACTIVISTS_WITH_UNION: Final = 157


@dataclass(frozen=True, slots=True)
class Place:
    """Where a worker may be cultivated: an enterprise, a branch that covers it, a union that does, if any."""

    enterprise: Enterprise
    branch: Branch
    union: Union | None


@dataclass(slots=True)
class Activist:
    """A worker on the path. Before `moved_on` the place is `place`, from then on `next_place`."""

    person: Person
    place: Place
    facts: Facts
    reviews: list[PartialDate] = field(default_factory=list)
    contacts: tuple[str, ...] = ()
    introducers: tuple[str, ...] = ()
    floating: str = ""
    leaves_on: PartialDate | None = None
    backbone_since: PartialDate | None = None
    model_since: PartialDate | None = None
    next_place: Place | None = None
    moved_on: PartialDate | None = None
    first_ledger: int = 2022
    stated_stage: str = ""
    flaw: str = ""

    def place_on(self, at: PartialDate) -> Place:
        """Where the worker is cultivated that day."""
        moved = self.next_place is not None and self.moved_on is not None and self.moved_on <= at
        return self.next_place if moved and self.next_place is not None else self.place

    def step_on(self, kind: str, at: PartialDate) -> PartialDate | None:
        """The date of a step that was certainly taken by that day."""
        taken = self.facts.get(f"{kind}.date")
        return taken if isinstance(taken, PartialDate) and taken.last <= at.first else None

    def admitted_on(self, at: PartialDate) -> bool:
        """Whether branch meeting and approval both lie before that day's end."""
        return self.step_on("BRANCH_MEETING", at) is not None and self.step_on("APPROVAL", at) is not None


class _Maker:
    def __init__(self, people: People, members: list[Member], draw: Random) -> None:
        self.people, self.draw = people, draw
        self.by_branch: dict[str, list[Member]] = {}
        for member in members:
            self.by_branch.setdefault(member.branch.name, []).append(member)

    def one(self, place: Place, facts: Facts, flaw: str = "", *, until: PartialDate = TODAY) -> Activist:
        """An activist with contacts and introducers from the branch, and reviews each half year."""
        draw = self.draw
        facts.pop("committee", None)
        if flaw:
            FLAWS[flaw](facts)
        named = [member.person.name for member in self.by_branch.get(place.branch.name, ())]
        made = Activist(
            self.people.person(born=(1978, 1999), identified=draw.random() < 0.8), place, facts, flaw=flaw
        )  # fmt: skip
        activist = facts.get("ACTIVIST.date")
        if isinstance(activist, PartialDate):
            made.contacts = tuple(draw.sample(named, min(len(named), 1 if draw.random() < 0.2 else 2)))
            made.reviews = list(_reviews(facts, until, draw))
            if draw.random() < 0.5:
                facts["YEARLY_ANALYSIS.date"] = day(activist.first.year, 12, 20)
        if "INTRODUCERS.date" in facts:
            made.introducers = tuple(draw.sample(named, min(len(named), 2)))
        made.floating = ("否", "", "否", "是")[draw.randrange(4)]
        if draw.random() < 0.25:
            made.backbone_since = between(draw, day(2018, 6, 1), day(2022, 6, 30))
        if draw.random() < 0.08:
            made.model_since = between(draw, day(2019, 4, 1), day(2022, 5, 1))
        return made


def _reviews(facts: Facts, until: PartialDate, draw: Random) -> Iterator[PartialDate]:
    named, end = facts["ACTIVIST.date"], facts.get("BRANCH_MEETING.date", until)
    if not isinstance(named, PartialDate) or not isinstance(end, PartialDate):
        return
    review = later(named, months=6, days=-3)
    while review < min(end, until):
        yield review
        review = later(review, months=6, days=-draw.randrange(6))


def places(branches: list[Branch], unions: list[Union]) -> list[Place]:
    """Every enterprise with a branch of its own or a joint one, and its union."""
    of: dict[int, Union] = {}
    for union in unions:
        for enterprise in union.enterprises:
            of.setdefault(enterprise.number, union)
    return [
        Place(enterprise, branch, of.get(enterprise.number))
        for branch in branches
        if branch.kind not in ("党委", "党组", "功能型", "临时", "临时党支部")
        for enterprise in branch.enterprises
        if branch.established < day(2022, 1, 1)
    ]


def build(
    branches: list[Branch], unions: list[Union], members: list[Member], people: People
) -> list[Activist]:
    """All activists, those admitted by the case's day first."""
    draw = chance("activists")
    maker = _Maker(people, members, draw)
    known = places(branches, unions)
    ledger = LEDGER_DAYS[2022]
    joined = [
        each for each in known if each.union is not None and each.union.established.last <= ledger.first
    ]
    joined = [
        each for each in joined if each.enterprise.fate == "operating" and each.branch.dissolved is None
    ]
    alone = sorted(
        (each for each in known if each.union is None), key=lambda each: each.branch.dissolved is None
    )
    made = list(_admitted(maker, cycle(joined)))
    made += _in_progress(maker, cycle(joined), cycle(alone))
    made += _recent(maker, cycle(joined[1::2]))
    _movers(made, joined)
    return made


def _admitted(maker: _Maker, where: "cycle[Place]") -> Iterator[Activist]:
    flaws = cycle(("", "", *FLAWS))
    for index in range(ADMITTED_BY_CASE_DAY + _RECEIVED_NOT_APPROVED):
        place = next(where)
        meeting = between(maker.draw, day(2021, 5, 6), day(2022, 5, 27))
        if index >= ADMITTED_BY_CASE_DAY:
            meeting = day(2022, 7, 1 + index % 5)
        facts = admitted(meeting, committee_of(place.branch.town), place.branch.name)
        if index >= ADMITTED_BY_CASE_DAY:
            facts["APPROVAL.date"] = later(CASE_DAY, days=10 + index % 5)
            facts["OATH.date"] = later(CASE_DAY, days=30)
        if index % 13 == 3:
            facts |= extended(meeting)
            if index % 2:
                facts |= made_full(later(meeting, months=6), committee_of(place.branch.town))
        elif index == 20:
            facts["CANCELLATION.date"] = later(meeting, months=12, days=12)
        elif index == 33:
            facts |= {"NOT_RECOGNIZED.date": day(2023, 2, 14), "NOT_RECOGNIZED.approved_by": COUNTY_COMMITTEE}
        elif index % 9 != 8:
            facts |= made_full(meeting, committee_of(place.branch.town))
        yield maker.one(place, facts, next(flaws) if index < ADMITTED_BY_CASE_DAY else "")


def _in_progress(maker: _Maker, joined: "cycle[Place]", alone: "cycle[Place]") -> Iterator[Activist]:
    """Activists by the case's day, with and without a union; then some who have only applied by then."""
    flaws = cycle(FLAWS)
    for index in range(_ACTIVISTS_WITH_UNION + 22):
        place = next(joined) if index < _ACTIVISTS_WITH_UNION else next(alone)
        start = between(maker.draw, day(2018, 3, 1), day(2021, 4, 20))
        facts = applied(start, committee_of(place.branch.town), place.branch.name)
        fate = index % 9
        until = TODAY
        if fate in (0, 1) and index >= 9:
            first = day(2026, 7, 1) if fate else day(2023, 3, 1)
            meeting = between(maker.draw, first, day(2026, 9, 10))
            facts |= as_target(later(meeting, days=-75))
            facts |= {
                k: v
                for k, v in admitted(meeting, committee_of(place.branch.town), "").items()
                if k not in facts
            }
            if index % 27 == 18:
                approved_late(
                    facts, months=5 if index % 2 else 7, reason="疫情期间无法召开会议" if index % 2 else ""
                )
        elif fate == 2:
            facts |= as_target(between(maker.draw, day(2026, 5, 20), day(2026, 9, 20)))
        elif fate == 3:
            ended = between(maker.draw, day(2023, 1, 10), day(2025, 11, 30))
            facts["WITHDRAWAL.date" if index % 2 else "REMOVAL.date"] = ended
            until = ended
        elif fate == 4:
            until = day(2025, 6, 30)
        if index >= _ACTIVISTS_WITH_UNION + 20:
            facts = admitted(day(2022, 3, 9), committee_of(place.branch.town), place.branch.name)
        yield maker.one(place, facts, next(flaws) if index % 3 else "", until=until)
    for _ in range(12):
        facts = applied(day(2022, 6, 6), "", "")
        yield maker.one(next(joined), {name: facts[name] for name in ("APPLICATION.date", "TALK.date")})


def _recent(maker: _Maker, where: "cycle[Place]") -> Iterator[Activist]:
    """Who applied since: activists, targets, some admitted under the new rules, some who only applied."""
    for index in range(36):
        place = next(where)
        committee = committee_of(place.branch.town)
        start = between(maker.draw, day(2022, 10, 1), day(2024, 1, 31))
        facts = applied(start, committee, place.branch.name)
        if index % 4 == 1:
            facts |= as_target(between(maker.draw, day(2026, 5, 15), day(2026, 9, 1)))
        elif index % 4 == 2:
            facts = admitted(between(maker.draw, day(2026, 5, 25), day(2026, 9, 1)), committee, "")
            facts.pop("APPLICATION.received_by")
        elif index % 4 == 3:
            facts = known_on(applied(day(2026, 6, 1 + index % 20), "", ""), LEDGER_DAYS[2026])
            facts.pop("APPLICATION.received_by", None)
        made = maker.one(place, facts, tuple(FLAWS)[index % len(FLAWS)] if index % 2 else "")
        made.first_ledger = 2026 if index % 4 in (2, 3) or start > day(2023, 6, 1) else 2024
        yield _in_particular(index, made, maker.people)
    for stage in ("入党积极分子", "发展对象", "入党申请人", "预备党员"):
        stated = maker.one(next(where), {})
        stated.stated_stage, stated.first_ledger = stage, 2026
        yield stated


def _in_particular(index: int, made: Activist, people: People) -> Activist:
    """One whose meeting is known not to have been held, one who leaves soon, one too young, one moved."""
    if index == 6:
        made.facts = known_on(made.facts, day(2026, 5, 1)) | {"BRANCH_MEETING.held": "否"}
    elif index == 9:
        made.leaves_on = day(2027, 1, 10)
    elif index == 12:
        made.person = people.person(born=(2007, 2007))
    elif index == 10:
        made.facts |= {
            "TRANSFER.date": day(2026, 10, 9), "POSTPONEMENT.date": day(2026, 10, 20),
            "POSTPONEMENT.months": 6,
        }  # fmt: skip
    return made


def _movers(made: list[Activist], joined: list[Place]) -> None:
    """Five go to another enterprise in 2025; the time already served counts there."""
    open_ones = [each for each in made if "BRANCH_MEETING.date" not in each.facts and each.person.id_number]
    still = [each for each in open_ones if not {"WITHDRAWAL.date", "REMOVAL.date"} & set(each.facts)]
    for index, each in enumerate(still[4:60:12]):
        others = [place for place in joined if place.enterprise is not each.place.enterprise]
        each.next_place, each.moved_on = others[index * 7], day(2025, 4, 1 + index)
        each.facts["MOVE.date"] = each.moved_on


def counted(activists: list[Activist], at: PartialDate) -> list[Activist]:
    """Union members who had certainly become activists by that day."""
    return [each for each in activists if each.place.union is not None and each.step_on("ACTIVIST", at)]
