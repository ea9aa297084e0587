"""Unions: of one enterprise, joint, regional and of an industry; forty of them founded through a branch."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from random import Random
from typing import Final

from examples.district.branches import Branch, Office
from examples.district.chance import chance
from examples.district.days import TODAY, between, day, later, month
from examples.district.enterprises import Enterprise
from examples.district.identifiers import uscc
from examples.district.people import People
from examples.district.places import TOWNS
from examples.district.programmes import FOUNDING
from schema.partial_date import PartialDate

VIA_BY_CASE_DAY: Final = 30
_VIA_AFTER: Final = 10
_OWN: Final = 38


@dataclass(slots=True)
class Union:
    """A union; `members` and `women` as the cells of that year's roster hold them."""

    uscc: str
    name: str
    kind: str
    town: str
    established: PartialDate
    enterprises: list[Enterprise]
    founded_via: Branch | None = None
    dissolved: PartialDate | None = None
    terms: list[tuple[PartialDate, PartialDate]] = field(default_factory=list)
    chairs: list[Office] = field(default_factory=list)
    contracts: list[tuple[PartialDate, PartialDate]] = field(default_factory=list)
    members: dict[int, str] = field(default_factory=dict)
    women: dict[int, str] = field(default_factory=dict)
    programme: str = ""

    def valid_on(self, at: PartialDate) -> bool:
        """Whether it certainly exists that day."""
        return self.established.last <= at.first and (self.dissolved is None or at <= self.dissolved)


def build(enterprises: list[Enterprise], branches: list[Branch], people: People) -> list[Union]:
    """All unions, those founded through a branch first."""
    draw = chance("unions")
    made: list[Union] = []
    singles = [
        branch
        for branch in branches
        if len(branch.enterprises) == 1
        and branch.kind.startswith("单独")
        and branch.established < day(2021, 1, 1)
        and branch.enterprises[0].fate == "operating"
        and branch.enterprises[0].workers >= FEWEST_WORKERS
    ]
    singles = _spread(singles)
    for index, branch in enumerate(singles[: VIA_BY_CASE_DAY + _VIA_AFTER]):
        by_day = index < VIA_BY_CASE_DAY
        founded = between(draw, day(2021, 3, 1), day(2022, 7, 15)) if by_day else _after_case(index, draw)
        made.append(_single(len(made), branch.enterprises[0], founded, branch))
    rest = [each for each in enterprises if each.workers >= FEWEST_WORKERS and each.fate == "operating"]
    taken = {union.enterprises[0].number for union in made}
    rest = [
        each
        for each in rest
        if each.number not in taken and each.plan in ("single", "joint", "general", "plain")
        and each.established < day(2019, 1, 1)
    ]  # fmt: skip
    rest.sort(key=lambda each: (each.number * 37 % 101, each.number))
    for each in _keep_some_without(rest)[:_OWN]:
        first = max(day(2018, 2, 1), later(each.established, months=2))
        made.append(_single(len(made), each, between(draw, first, day(2022, 6, 1)), None))
    made += _wider(enterprises, len(made), draw)
    for index, union in enumerate(made):
        _life(index, union, people, draw)
    return made


FEWEST_WORKERS: Final = 25
"""Nobody founds a union of its own for fewer."""


def _spread(singles: list[Branch]) -> list[Branch]:
    """The branches in turn from each town, so that every town has some of each."""
    towns = [[each for each in singles if each.town == place.name] for place in TOWNS]
    longest = max(map(len, towns))
    return [town[index] for index in range(longest) for town in towns if index < len(town)]


def _after_case(index: int, draw: Random) -> PartialDate:
    """One in August 2022, its day unknown: possibly founded by the case's day, certainly not known so."""
    return month(2022, 8) if index == VIA_BY_CASE_DAY else between(draw, day(2022, 9, 1), day(2025, 12, 20))


def _keep_some_without(rest: list[Enterprise]) -> list[Enterprise]:
    """Three in four: the others have a branch and no union, which is a gap."""
    return [each for index, each in enumerate(rest) if index % 4]


def _single(index: int, enterprise: Enterprise, founded: PartialDate, via: Branch | None) -> Union:
    return Union(
        "" if enterprise.town == "石和镇" and via is None else uscc("81", 3000 + index),
        f"{enterprise.name_in(2022)}工会委员会",
        ("单独", "基层工会", "单独建会")[index % 3],
        enterprise.town, founded, [enterprise], via,
        programme=FOUNDING if via is not None else "",
    )  # fmt: skip


def _wider(enterprises: list[Enterprise], count: int, draw: Random) -> Iterator[Union]:
    joint = [each for each in enterprises if each.plan == "joint" and each.fate == "operating"]
    for number, start in enumerate(range(0, 24, 3), start=1):
        group = joint[start * 2 : start * 2 + 3]
        name = f"福绵区{group[0].town}第{'一二三四五六七八'[number - 1]}联合工会委员会"
        founded = between(draw, day(2019, 4, 1), day(2022, 5, 1))
        yield Union(uscc("81", 4000 + count + number), name, "联合", group[0].town, founded, group)
    for number, town in enumerate(place.name for place in TOWNS):
        plain = [
            each
            for each in enterprises
            if each.town == town and each.plan == "plain" and each.workers < FEWEST_WORKERS
            and not each.moved_to and each.established < day(2018, 1, 1)
        ]  # fmt: skip
        yield Union(
            uscc("81", 5000 + number), f"福绵区{town}工会联合会", "区域性", town, day(2018, 10 - number, 16),
            plain[:5],
        )  # fmt: skip
    for number, brand in enumerate(("幼教", "水洗", "印染", "服务")):
        inside = [each for each in enterprises if each.trade.brand == brand and each.plan == "plain"]
        inside = [each for each in inside if each.established < day(2020, 1, 1)]
        yield Union(
            uscc("81", 6000 + number), f"福绵区{brand}行业工会联合会", "行业性", "福绵镇",
            day(2020 + number % 2, 5, 1), inside[:6],
        )  # fmt: skip


def _life(index: int, union: Union, people: People, draw: Random) -> None:
    first = union.established.last
    start = PartialDate.on(first) if union.established.is_day else later(union.established, months=1)
    if index % 23 == 7:
        union.dissolved = between(draw, day(2023, 9, 1), day(2026, 4, 1))
    end = union.dissolved or TODAY
    while start <= end:
        until = later(start, months=60 if index % 2 else 36, days=-1)
        union.terms.append((start, until))
        start = later(until, days=1)
    if index % 8 == 5 and len(union.terms) > 1:
        union.terms.pop()
    if index % 10 != 9:
        union.chairs.append(Office(people.person(born=(1970, 1995)).name, union.terms[0][0], union.dissolved))
    if index % 3 == 0:
        signed = later(union.terms[0][0], months=5)
        union.contracts.append((signed, later(signed, months=36, days=-1)))
        if index % 2 == 0 and union.dissolved is None:
            union.contracts.append((day(2025, 1, 1), day(2027, 12, 31)))
    workers = sum(each.workers for each in union.enterprises)
    for year in (2022, 2026):
        number = max(3, int(workers * (0.6 if year == 2022 else 0.7)))
        women = number * 45 // 100
        union.members[year] = (
            f"{number}", f"{number}人", f"约{number // 10 * 10}", f"{number // 10 * 10}余",
            f"{number}（含女{women}）",
        )[index % 5]  # fmt: skip
        union.women[year] = "" if "女" in union.members[year] or index % 4 == 3 else f"{women}"


def founded_via_by(unions: list[Union], at: PartialDate) -> list[Union]:
    """Those founded through a branch and certainly founded by that day."""
    return [each for each in unions if each.founded_via is not None and each.established.last <= at.first]
