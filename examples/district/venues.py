"""Venues and platforms: three rooms, ten places where help is to be had, two of them training bases."""

from dataclasses import dataclass
from typing import Final

from examples.district.days import day, month
from examples.district.enterprises import Enterprise
from examples.district.identifiers import landline
from examples.district.programmes import DISPATCHING
from schema.partial_date import PartialDate


@dataclass(frozen=True, slots=True)
class Venue:
    """A room; `site` is an enterprise's or a park's name."""

    code: str
    name: str
    kind: str
    site: str
    opened: PartialDate
    closed: PartialDate | None
    planned_together: str
    built_together: str
    programme: str


@dataclass(frozen=True, slots=True)
class Platform:
    """Where help is to be had; `serves` names towns, parks or enterprises."""

    code: str
    name: str
    kind: str
    agency: str
    serves: tuple[str, ...]
    topics: tuple[str, ...]
    offers: str
    audience: str
    opened: PartialDate
    closed: PartialDate | None = None
    venue: str = ""
    phone: str = ""


TRAINING_BASE: Final = "职工培训基地"


def venues(enterprises: list[Enterprise]) -> list[Venue]:
    """One shared, one members' home, one workers' home that has closed."""
    first = next(each for each in enterprises if each.plan == "general")
    other = next(each for each in enterprises if each.plan == "general" and each.town == "樟木镇")
    return [
        Venue(
            "ZD01",
            "福绵轻纺示范园党群服务中心",
            "共享",
            "福绵轻纺示范园",
            day(2020, 7, 1),
            None,
            "是",
            "是",
            DISPATCHING,
        ),
        Venue(
            "ZD02",
            f"{first.short or first.name}党员之家",
            "党员之家",
            first.name,
            month(2021, 6),
            None,
            "是",
            "否",
            "",
        ),
        Venue(
            "ZD03",
            f"{other.short or other.name}职工之家",
            "职工之家",
            other.name,
            day(2019, 5, 1),
            day(2024, 12, 31),
            "",
            "",
            "",
        ),
    ]


def platforms(enterprises: list[Enterprise]) -> list[Platform]:
    """The ten platforms."""
    served = tuple(
        each.name_in(2022) for each in enterprises if each.plan == "single" and each.town == "沙田镇"
    )[:6]
    mills = tuple(each.name for each in enterprises if each.trade.brand == "水洗" and not each.former)[:8]
    park = "福绵轻纺示范园"
    return [
        Platform(
            "PT01",
            "福绵企业服务热线",
            "服务热线",
            "区工商业联合会",
            ("福绵区",),
            ("经营管理", "其他"),
            "受理各类诉求",
            "企业",
            day(2019, 3, 1),
            phone="12345",
        ),
        Platform(
            "PT02",
            "党群服务110",
            "党群服务110",
            "区委组织部",
            ("福绵区",),
            ("党建", "工会"),
            "党群事务代办",
            "党员职工",
            day(2020, 7, 1),
            phone=landline(802),
        ),
        Platform(
            "PT03",
            "轻纺园红色驿站",
            "红色驿站",
            f"{park}管委会",
            (park,),
            ("园区", "党建"),
            "歇脚、学习、代办",
            "园区职工",
            day(2020, 7, 1),
            venue="ZD01",
            phone=landline(803),
        ),
        Platform(
            "PT04",
            "成均红色驿站",
            "红色驿站",
            "成均镇人民政府",
            ("成均镇",),
            ("其他",),
            "歇脚、学习",
            "职工",
            month(2021, 3),
        ),
        Platform(
            "PT05",
            "园区法务工作室",
            "法务工作室",
            "区司法局",
            (park, "成均机电小微园"),
            ("法律",),
            "合同审查、纠纷调解",
            "企业",
            day(2021, 5, 6),
            venue="ZD01",
            phone=landline(805),
        ),
        Platform(
            "PT06",
            "樟木党群服务站",
            "党群服务站",
            "樟木镇人民政府",
            ("樟木镇", "樟木农产品加工园"),
            ("党建", "就业用工"),
            "用工对接",
            "企业职工",
            day(2019, 12, 1),
        ),
        Platform(
            "PT07",
            "沙田党群服务站",
            "服务站",
            "沙田镇人民政府",
            served,
            ("就业用工", "安全"),
            "上门服务",
            "企业",
            day(2022, 3, 1),
            day(2025, 9, 30),
        ),
        Platform(
            "PT08",
            "水洗行业职工培训基地",
            TRAINING_BASE,
            "区总工会",
            mills,
            ("就业用工",),
            "技能培训、比武",
            "水洗印染企业职工",
            day(2021, 10, 15),
            venue="ZD01",
        ),
        Platform(
            "PT09",
            "制衣职工培训基地",
            TRAINING_BASE,
            "区人力资源和社会保障局",
            ("福绵镇", "新桥镇"),
            ("就业用工",),
            "缝纫技能培训",
            "制衣企业职工",
            day(2022, 4, 28),
        ),
        Platform(
            "PT10",
            "非公企业之家",
            "其他",
            "区工商业联合会",
            ("福绵区",),
            ("融资", "经营管理"),
            "银企对接",
            "企业负责人",
            day(2023, 5, 1),
        ),
    ]
