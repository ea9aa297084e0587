"""Party organisations: committees above, general branches, single and joint ones, a few of other kinds."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from random import Random

from examples.district.chance import chance
from examples.district.days import TODAY, between, day, later
from examples.district.enterprises import Enterprise
from examples.district.people import People
from examples.district.places import PARKS, TOWNS
from schema.partial_date import PartialDate

COUNTY_COMMITTEE = "中共福绵区非公有制经济组织和社会组织工作委员会"


@dataclass(frozen=True, slots=True)
class Office:
    """A person's time at the head of an organisation; open where `until` is None."""

    name: str
    since: PartialDate
    until: PartialDate | None


@dataclass(slots=True)
class Branch:
    """A party organisation; `superior` names the one above it. Without a code it is matched by name."""

    code: str
    name: str
    kind: str
    town: str
    superior: str
    established: PartialDate
    enterprises: list[Enterprise] = field(default_factory=list)
    level: str = ""
    may_approve: str = ""
    dissolved: PartialDate | None = None
    terms: list[tuple[PartialDate, PartialDate]] = field(default_factory=list)
    secretaries: list[Office] = field(default_factory=list)

    def valid_on(self, at: PartialDate) -> bool:
        """Whether it exists that day; on the day of its end it still does."""
        return self.established <= at and (self.dissolved is None or at <= self.dissolved)


def committee_of(town: str) -> str:
    """The name of a town's committee."""
    return f"中共福绵区{town}委员会"


def build(enterprises: list[Enterprise], people: People) -> list[Branch]:
    """All party organisations, the committees first."""
    draw = chance("branches")
    made = list(_committees(people, draw))
    for town in (place.name for place in TOWNS):
        here = [each for each in enterprises if each.town == town]
        made += _singles([each for each in here if each.plan in ("single", "general")], people, draw, made)
        made += _joints(town, [each for each in here if each.plan == "joint"], people, draw, made)
    made += _others(enterprises, people, draw, len(made))
    return made


def _code(number: int) -> str:
    return f"450903{number:06}"


def _committees(people: People, draw: Random) -> Iterator[Branch]:
    above = [(COUNTY_COMMITTEE, "党委", "", "区委组织部", "区级", "有")]
    above += [(committee_of(each.name), "党委", each.name, COUNTY_COMMITTEE, "镇级", "有") for each in TOWNS]
    above += [
        (f"中共{each.name}总支部委员会", "党总支", each.town, committee_of(each.town), "园区", "否")
        for each in PARKS
    ]
    for number, (name, kind, town, superior, level, may) in enumerate(above, start=1):
        branch = Branch(
            _code(number), name, kind, town, superior, day(2012, 6, 1), level=level, may_approve=may
        )
        if level == "园区":
            branch.established = day(2019, 12, 3)
        _terms(branch, years=5)
        _lead(branch, people, draw)
        yield branch


def _singles(here: list[Enterprise], people: People, draw: Random, made: list[Branch]) -> list[Branch]:
    found: list[Branch] = []
    for index, enterprise in enumerate(here):
        general = enterprise.plan == "general"
        uncoded = enterprise.town == "石和镇" and not general and index % 2 == 1
        number = len(made) + len(found) + 1
        branch = Branch(
            "" if uncoded else _code(number),
            f"中共{enterprise.name_in(2022)}{'总支部' if general else '支部'}委员会",
            "党总支" if general else ("单独", "单独组建", "单独")[index % 3],
            enterprise.town,
            f"中共{enterprise.park}总支部委员会" if enterprise.park else committee_of(enterprise.town),
            between(draw, day(2018, 7, 1), day(2021, 6, 30)) if index % 6 else day(2023, 5, 18),
            [enterprise], level="企业", may_approve="否" if general else "",
        )  # fmt: skip
        if enterprise.ended is not None and enterprise.ended > later(branch.established, months=2):
            branch.dissolved = later(enterprise.ended, days=20)
        _terms(branch, years=3, skips=index % 7 == 3)
        _lead(branch, people, draw, vacant=index % 9 == 4)
        found.append(branch)
    return found


def _joints(
    town: str, here: list[Enterprise], people: People, draw: Random, made: list[Branch]
) -> list[Branch]:
    found: list[Branch] = []
    groups = [here[start : start + 3] for start in range(0, len(here), 3)]
    if len(groups[-1]) == 1:
        alone = groups.pop()
        groups[-1] += alone
    for index, group in enumerate(groups, start=1):
        branch = Branch(
            _code(len(made) + len(found) + 1), f"中共{town}第{'一二三四五六'[index - 1]}联合支部委员会",
            ("联合", "联合组建", "联建")[index % 3], town, committee_of(town),
            between(draw, day(2018, 9, 1), day(2021, 5, 30)), group, level="联合",
        )  # fmt: skip
        _terms(branch, years=3)
        _lead(branch, people, draw)
        found.append(branch)
    found[-1].dissolved = day(2025, 3, 31) if town == "新桥镇" else None
    return found


def _others(enterprises: list[Enterprise], people: People, draw: Random, made: int) -> list[Branch]:
    """A leading group, two functional and two temporary branches: none of them may approve anybody."""
    plain = [
        each
        for each in enterprises
        if each.plan == "plain" and each.fate == "operating" and each.established < day(2019, 1, 1)
    ]
    stated: tuple[tuple[str, str, str, str, list[Enterprise]], ...] = (
        ("中共福绵区工商业联合会党组", "党组", "", "区委组织部", []),
        ("中共福绵区水洗行业功能型支部委员会", "功能型", "福绵镇", committee_of("福绵镇"), plain[:2]),
        ("中共福绵区印染行业功能型支部委员会", "功能型", "福绵镇", committee_of("福绵镇"), plain[2:4]),
        ("中共成均镇重点项目临时支部委员会", "临时", "成均镇", committee_of("成均镇"), plain[-1:]),
        ("中共石和镇疫情防控临时支部委员会", "临时党支部", "石和镇", committee_of("石和镇"), []),
    )
    found = []
    for number, (name, kind, town, superior, covered) in enumerate(stated, start=made + 1):
        branch = Branch(
            _code(number), name, kind, town, superior, day(2020, 2, 20), list(covered), may_approve="否"
        )
        if kind == "临时党支部":
            branch.dissolved = day(2022, 12, 31)
        _terms(branch, years=3)
        _lead(branch, people, draw)
        found.append(branch)
    return found


def _terms(branch: Branch, *, years: int, skips: bool = False) -> None:
    """Terms one after the other up to today; one that skips its last election is overdue."""
    start = branch.established
    end = branch.dissolved or TODAY
    while start <= end:
        until = later(start, months=12 * years, days=-1)
        branch.terms.append((start, until))
        start = later(until, days=1)
    if skips and len(branch.terms) > 1:
        branch.terms.pop()


def _lead(branch: Branch, people: People, draw: Random, *, vacant: bool = False) -> None:
    """One or two secretaries; a vacant post has been so since early 2026."""
    first = people.person(born=(1965, 1990)).name
    change = later(branch.established, months=draw.randint(20, 44))
    if change >= day(2026, 3, 1) or branch.dissolved is not None or draw.random() < 0.5:
        until = day(2026, 3, 1) if vacant else branch.dissolved
        branch.secretaries = [Office(first, branch.established, until)]
        return
    second = people.person(born=(1972, 1994)).name
    branch.secretaries = [
        Office(first, branch.established, later(change, days=-1)),
        Office(second, change, day(2026, 3, 1) if vacant else None),
    ]
