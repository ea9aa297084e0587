"""Appraisals under each scheme, and what checks found."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Final

from examples.district.branches import Branch
from examples.district.cadres import Cadre
from examples.district.chance import chance
from examples.district.days import day, later
from examples.district.enterprises import Enterprise
from examples.district.unions import Union
from schema.partial_date import PartialDate

SIX: Final = ("有班子", "有场所", "有经费", "有制度", "有活动", "有成效")
UNION_SIX: Final = (
    "有依法选举的主席",
    "有独立经费",
    "有服务职工载体",
    "有健全制度",
    "有活动阵地",
    "有会员评价",
)
WEIGHED: Final = (
    ("班子建设", 20),
    ("党员教育管理", 20),
    ("生产经营促进", 20),
    ("工会组织建设", 15),
    ("职工权益维护", 15),
    ("阵地保障", 10),
)
SURVEYED: Final = ("认可度", "凝聚力", "满意度")


@dataclass(frozen=True, slots=True)
class Appraisal:
    """One subject under one scheme in one period, its results in the order of the scheme's items."""

    scheme: str
    subject: Branch | Union | Enterprise | Cadre
    period: str
    date: PartialDate | None
    results: tuple[str, ...]
    score: str = ""
    respondents: str = ""


@dataclass(frozen=True, slots=True)
class Rectification:
    """A shortcoming that a check found."""

    code: str
    subject: Branch | Union | Enterprise
    found_on: PartialDate
    finding: str
    found_by: str
    due: PartialDate | None
    mended_on: PartialDate | None


def build(
    branches: list[Branch], unions: list[Union], enterprises: list[Enterprise], cadres: list[Cadre]
) -> list[Appraisal]:
    """Checklists of branches and unions, scores of branches and cadres, surveys of enterprises."""
    draw = chance("appraisals")
    single = [
        each for each in branches if len(each.enterprises) == 1 and each.dissolved is None and each.code
    ]
    single = [each for each in single if each.established < day(2022, 1, 1)]
    own = [each for each in unions if len(each.enterprises) == 1 and each.dissolved is None]
    made = []
    for index, branch in enumerate(single[:36]):
        for year in (2025, 2026):
            marks = tuple("×" if (index + place) % 11 == 0 else "√" for place in range(6))
            made.append(Appraisal("六有", branch, f"{year}", day(year, 9, 15), marks))
    for index, union in enumerate(own[:24]):
        marks = tuple(
            "" if (index + place) % 17 == 0 else "否" if (index + place) % 9 == 0 else "是"
            for place in range(6)
        )
        made.append(Appraisal("工会六有", union, "2026", day(2026, 8, 20), marks))
    made += _scores(single[:44], draw.randint)
    made += [
        Appraisal(
            "干部百分制", cadre, "2025", None,
            parts := tuple(str(weight - draw.randint(0, 5)) for _, weight in WEIGHED),
            str(sum(map(int, parts))),
        )
        for cadre in cadres[10:22]
    ]  # fmt: skip
    steady = [each for each in enterprises if each.fate == "operating" and each.plan == "single"]
    made += [
        Appraisal(
            "职工测评", each, "2026", day(2026, 10, 20),
            tuple(f"{draw.randint(62, 99)}%" for _ in SURVEYED), respondents=f"{draw.randint(18, 60)}",
        )
        for each in steady[:20]
    ]  # fmt: skip
    return made


def _scores(branches: list[Branch], roll: Callable[[int, int], int]) -> Iterator[Appraisal]:
    for index, branch in enumerate(branches):
        for year in (2022, 2025):
            if index % 15 == 14:
                yield Appraisal("百分制", branch, f"{year}", None, ("缺考",) * len(WEIGHED), "缺考")
                continue
            low = 9 if index % 12 == 7 else 4
            parts = [max(0, weight - roll(0, low)) for _, weight in WEIGHED]
            yield Appraisal("百分制", branch, f"{year}", None, tuple(map(str, parts)), str(sum(parts)))


_FOUND: Final = (
    "支部委员会届满未换届",
    "党员大会记录不全",
    "工会经费账目不清",
    "阵地标识不规范",
    "发展党员材料缺少谈话记录",
    "集体合同到期未续签",
)


def rectifications(
    branches: list[Branch], unions: list[Union], enterprises: list[Enterprise]
) -> list[Rectification]:
    """Thirty findings of checks, most of them mended, some overdue today."""
    subjects: list[Branch | Union | Enterprise] = [*branches[12:60:4], *unions[2:42:4], *enterprises[5:80:10]]
    made = []
    for index, subject in enumerate(subjects):
        found = later(day(2024, 3, 5), days=index * 33)
        finding = _FOUND[index % len(_FOUND)]
        due = later(found, months=1) if index % 7 else None
        mended = None if index % 6 == 5 or found > day(2026, 9, 30) else later(found, days=12 + index)
        made.append(
            Rectification(
                f"ZG{index + 1:03}" if index % 4 else "", subject, found, finding,
                ("区委组织部", "区总工会", "巡察组")[index % 3], due, mended,
            )
        )  # fmt: skip
    return made
