"""Activities of the district: visits, meetings, lectures, trainings, deliveries, reports.

Of the Party-affairs trainings by the case's day, 92 person-times: two with listed attendees, one with
a stated number.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import cycle
from random import Random
from typing import Final

from examples.district.activists import Activist
from examples.district.branches import Branch
from examples.district.cadres import Cadre
from examples.district.chance import chance
from examples.district.days import TODAY, between, day, later
from examples.district.dispatches import CHAIR, Dispatch
from examples.district.enterprises import Enterprise
from examples.district.people import Person
from examples.district.programmes import DELIVERING, DISPATCHING, Policy
from examples.district.unions import Union
from schema.partial_date import PartialDate

Target = Enterprise | Branch | Union


@dataclass(slots=True)
class Activity:
    """One activity; `attendees` are people with the unit that the sign-in sheet names."""

    code: str
    name: str
    kind: str
    date: PartialDate
    targets: tuple[Target, ...] = ()
    duty: str = ""
    leader: Cadre | None = None
    organiser: str = ""
    party_affairs: str = ""
    person_times: str = ""
    delivered: str = ""
    programme: str = ""
    report: tuple[str, str, str] = ("", "", "")
    attendees: list[tuple[Person, str]] = field(default_factory=list)

    @property
    def counted_times(self) -> int:
        """Person-times: listed attendees, else the stated number."""
        return len(self.attendees) or int(self.person_times or 0)


LISTED_FIRST: Final = 34
_STATED: Final = 40
LISTED_LAST: Final = 18


def build(
    dispatches: list[Dispatch], branches: list[Branch], unions: list[Union], policies: list[Policy],
    people: tuple[list[Cadre], list[Activist]],
) -> list[Activity]:  # fmt: skip
    """All activities in the order of their days."""
    draw = chance("activities")
    made = [*_trainings(*people), *_of_posts(dispatches, draw), *_of_branches(branches, draw)]
    made += [*_of_unions(unions, draw), *_deliveries(policies, draw), *_reports(people[0])]
    made.sort(key=lambda each: each.date)
    for number, each in enumerate(made, start=1):
        each.code = f"HD{each.date.first.year}{number:04}"
    return made


def _trainings(cadres: list[Cadre], activists: list[Activist]) -> Iterator[Activity]:
    workers = [each for each in activists if each.place.enterprise.fate == "operating"][:LISTED_LAST]
    first = _of_party_affairs("双选派干部党务工会业务培训班", day(2022, 6, 10), "36")
    first.attendees = [(each.person, each.agency) for each in cadres[:LISTED_FIRST]]
    last = _of_party_affairs("入党积极分子集中培训", day(2022, 7, 21))
    last.attendees = [(each.person, each.place.enterprise.name_in(2022)) for each in workers]
    yield from (
        first, last, _of_party_affairs("非公企业党支部书记党务培训", day(2021, 11, 18), f"{_STATED}")
    )  # fmt: skip
    for name, date, times, organiser in (
        ("安全生产知识培训", day(2022, 3, 9), "55", "区应急管理局"),
        ("缝纫技能培训", day(2022, 5, 12), "120", "区人力资源和社会保障局"),
    ):
        yield Activity(
            "", name, "培训", date, person_times=times, organiser=organiser,
            party_affairs="否" if "安全" in name else "",
        )  # fmt: skip
    for year in (2023, 2024, 2025, 2026):
        yield _of_party_affairs(f"{year}年党务工作者培训", day(year, 4, 11), f"{year - 1960}")
        yield _of_party_affairs(f"{year}年发展对象集中培训", day(year, 7, 6))


def _of_party_affairs(name: str, date: PartialDate, times: str = "") -> Activity:
    return Activity(
        "",
        name,
        "培训",
        date,
        party_affairs="是",
        organiser="区委组织部",
        programme=DISPATCHING,
        person_times=times,
    )


_DUTIES: Final = {
    "走访": "服务员", "列席会议": "指导员", "座谈调研": "调研员", "政策宣讲": "宣传员", "党课": "指导员",
    "指导": "指导员", "党工联合活动": "宣传员", "交流": "调研员", "外出学习": "指导员",
}  # fmt: skip


def _of_posts(dispatches: list[Dispatch], draw: Random) -> Iterator[Activity]:
    """What those in post did for their enterprise or branch; some have not been there for long."""
    kinds = cycle(("走访", "列席会议", "走访", "座谈调研", "党工联合活动", "走访", "指导", "党课", "交流"))
    for index, post in enumerate(dispatches):
        target = post.target
        if not isinstance(target, Enterprise | Branch):
            continue
        until = min(post.end or TODAY, day(2026, 11, 20))
        since = later(post.since, days=10)
        if since >= until:
            continue
        dates = [between(draw, since, until) for _ in range(1 + index % 2)]
        if post.in_force_on(TODAY) and index % 3:
            dates.append(between(draw, max(since, day(2026, 9, 5)), day(2026, 11, 20)))
        for date in dates:
            kind = next(kinds)
            if post.post == CHAIR and kind == "党课":
                kind = "工会活动"
            yield Activity(
                "",
                f"{kind}：{_named(target, date)}",
                kind,
                date,
                (target,),
                _DUTIES.get(kind, ""),
                post.cadre,
                post.cadre.agency_on(date),
                person_times=("", "8", "12人次", "")[index % 4],
                programme=post.programme,
            )


def _named(target: Enterprise | Branch, at: PartialDate) -> str:
    return target.name_in(at.first.year) if isinstance(target, Enterprise) else target.name


def _of_branches(branches: list[Branch], draw: Random) -> Iterator[Activity]:
    """Meetings and lectures; of every third branch no record since spring."""
    kinds = cycle(("党员大会", "支委会", "党课", "党小组会", "党员大会"))
    for index, branch in enumerate(each for each in branches if each.enterprises):
        end = branch.dissolved or TODAY
        yield Activity(
            "",
            f"{branch.name}党员大会",
            "党员大会",
            between(draw, later(branch.established, months=1), min(end, day(2026, 4, 30))),
            (branch,),
            person_times=("5", "", "9")[index % 3],
        )
        if branch.dissolved is None and index % 3:
            kind = "党员大会" if index % 2 else next(kinds)
            yield Activity(
                "",
                f"{branch.name}{kind}",
                kind,
                between(draw, day(2026, 8, 20), day(2026, 11, 18)),
                (branch,),
            )


def _of_unions(unions: list[Union], draw: Random) -> Iterator[Activity]:
    for index, union in enumerate(unions):
        start = later(union.established, months=2)
        end = min(union.dissolved or TODAY, day(2026, 11, 20))
        if start >= end:
            continue
        yield Activity(
            "",
            f"{union.name}{('职工运动会', '送清凉', '劳动竞赛', '女职工健康讲座')[index % 4]}",
            "工会活动",
            between(draw, start, end),
            (union,),
            person_times=("30", "约50", "60余", "")[index % 4],
        )
        if union.dissolved is None and index % 2:
            yield Activity(
                "",
                f"{union.name}金秋活动",
                "工会活动",
                between(draw, day(2026, 8, 1), day(2026, 11, 10)),
                (union,),
            )


def _deliveries(policies: list[Policy], draw: Random) -> Iterator[Activity]:
    """Each policy is carried to some two thirds of those entitled, one or two at a time."""
    for policy in policies:
        served = [each for index, each in enumerate(policy.entitled) if index % 3]
        for start in range(0, len(served), 2):
            first = later(policy.since, days=25)
            date = between(draw, first, min(policy.until or day(2026, 10, 30), day(2026, 10, 30)))
            yield Activity(
                "", f"{policy.name}政策宣讲", "政策宣讲", date, tuple(served[start : start + 2]), "宣传员",
                organiser="区工商业联合会", delivered=policy.name,
                programme=DELIVERING if date > day(2023, 2, 28) else "",
            )  # fmt: skip


def _reports(cadres: list[Cadre]) -> Iterator[Activity]:
    said = ("职工宿舍不足，技术工人难留", "建议统筹建设园区蓝领公寓", "请住建部门会同园区研究")
    for index, cadre in enumerate(cadres[5:35:6]):
        date = day(2023 + index % 4, 3 + index, 14)
        yield Activity(
            "", f"用工情况调研报告（{date.first.year}）之{index + 1}", "调研报告", date, (), "调研员", cadre,
            cadre.agency_on(date), report=said if index % 2 == 0 else (*said[:2], ""),
        )  # fmt: skip
