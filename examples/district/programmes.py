"""Programmes, policies and brands: what the district runs, grants and joins industries under."""

from dataclasses import dataclass
from typing import Final

from examples.district.days import day, month
from examples.district.enterprises import Enterprise
from schema.partial_date import PartialDate

FOUNDING: Final = "党工联动建会行动"
DISPATCHING: Final = "双选派工程"
DELIVERING: Final = "惠企政策进万企行动"


@dataclass(frozen=True, slots=True)
class Programme:
    """A campaign."""

    code: str
    name: str
    goal: str
    since: PartialDate
    until: PartialDate | None


@dataclass(frozen=True, slots=True)
class Policy:
    """A policy, and the enterprises that are entitled to it."""

    code: str
    name: str
    grants: str
    since: PartialDate
    until: PartialDate | None
    entitled: tuple[Enterprise, ...]


@dataclass(frozen=True, slots=True)
class Brand:
    """An industry's party-building brand."""

    code: str
    name: str
    industry: str
    established: PartialDate
    lead: str
    members: tuple[Enterprise, ...]


PROGRAMMES: Final = (
    Programme("XD01", DISPATCHING, "选派第一书记、第一主席到非公企业，实现应派尽派", day(2020, 5, 1), None),
    Programme("XD02", FOUNDING, "依托党组织在已建党组织未建工会的企业建会", day(2021, 3, 1), None),
    Programme("XD03", DELIVERING, "政策送达每一家符合条件的企业", month(2023, 2), None),
    Programme("XD04", "两个覆盖集中攻坚行动", "摸清底数，集中组建", day(2018, 4, 1), day(2019, 12, 31)),
)
_GRANTS: Final = (
    ("小微企业租金减免", "符合条件的小微企业减免三个月租金", day(2022, 4, 1), day(2022, 12, 31)),
    ("水洗印染企业技改补助", "按设备投资额的百分之十补助", day(2023, 3, 1), None),
    ("稳岗返还", "按上年度失业保险费的百分之六十返还", month(2024, 5), None),
    ("工会经费返还", "小微企业工会经费全额返还", day(2025, 1, 1), day(2027, 12, 31)),
    ("普惠性幼儿园奖补", "按在园幼儿数奖补", day(2026, 3, 1), None),
)


def policies(enterprises: list[Enterprise]) -> list[Policy]:
    """The five policies; each entitles some fifteen enterprises that operate to this day."""
    steady = [each for each in enterprises if each.fate == "operating" and each.established < day(2022, 1, 1)]
    chosen = (
        [each for each in steady if each.size in ("微型", "小型")][:14],
        [each for each in steady if each.trade.brand in ("水洗", "印染")][:16],
        [each for each in steady if each.plan in ("single", "joint")][::7],
        [each for each in steady if each.plan == "single"][2::6],
        [each for each in steady if each.trade.brand == "幼教"],
    )
    return [
        Policy(f"ZC{number:02}", name, grants, since, until, tuple(entitled))
        for number, ((name, grants, since, until), entitled) in enumerate(
            zip(_GRANTS, chosen, strict=True), start=1
        )
    ]


def brands(enterprises: list[Enterprise]) -> list[Brand]:
    """The four brands, each with most enterprises of its trade."""
    stated = (
        ("幼教", "红烛幼教", "学前教育", "区教育局"),
        ("水洗", "清流水洗", "8030", "福绵生态环境局"),
        ("印染", "匠心印染", "1713", "区工业信息化和科技局"),
        ("服务", "暖心服务", "服务业", "区工商业联合会"),
    )
    return [
        Brand(
            f"PP{number:02}", name, industry, day(2020, 7 + number, 1), lead,
            tuple(each for each in enterprises if each.trade.brand == trade and each.number % 6),
        )
        for number, (trade, name, industry, lead) in enumerate(stated, start=1)
    ]  # fmt: skip
