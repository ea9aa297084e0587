"""Cadre 干部: the role of a person who can be sent into enterprises."""

from dataclasses import dataclass
from typing import ClassVar

from schema.fields import (
    About,
    Entity,
    Relation,
    Shortcut,
    code_field,
    phones_field,
    term_field,
    text_field,
    yes_no_field,
)
from schema.terms import Term
from schema.text import Text


class CadreSource(Term):
    """Where the cadre comes from."""

    DISTRICT_AGENCY = "区直", "district agency", "区直单位", "区直机关", "县直"
    TOWN_AGENCY = "镇直", "town agency", "镇直单位", "乡镇", "镇街"
    TWO_NEW_ORGANISER = "两新组织员", "two-new organiser", "两新组织专职组织员"
    COLLEGE_VILLAGE_OFFICIAL = "大学生村官", "college village official"
    COMMUNITY_ORGANISER = "社区组织员", "community organiser"
    OTHER = "其他", "other"


class PartyStatus(Term):
    """Political status of a person, as far as the party is concerned."""

    NONE = "群众", "not a member", "共青团员", "民主党派", "无党派人士"
    PROBATIONARY = "中共预备党员", "probationary member", "预备党员", "预备"
    FULL = "中共党员", "full member", "党员", "正式党员", "正式"
    UNKNOWN = "不详", "unknown", "未知"


@dataclass(frozen=True, kw_only=True)
class Cadre(Entity):
    """An official in a public role: bears the full name."""

    about: ClassVar = About(
        label=Text("干部", "cadre"),
        note=Text("可选派到企业任职的干部。", "A person who can be sent into enterprises."),
        plural="cadres",
        prefix="CAD",
        matched_by=Text("人", "the person"),
        name_parts=("person.name",),
    )
    code: str = code_field("干部编码", "干部编号")
    source: CadreSource | None = term_field(CadreSource, "来源", "source", "干部来源", "人选来源")
    position: str | None = text_field("职务", "position", "现任职务", "职级")
    party_status: PartyStatus | None = term_field(
        PartyStatus, "政治面貌", "party status", table="political_status", observed=True
    )
    available: bool | None = yes_no_field("是否可选派", "available", "可选派", observed=True)
    conflicts: tuple[str, ...] = text_field(
        "回避企业", "declared conflicts", "应回避企业", "利益冲突申报", many=True, published=False
    )
    public_contact: tuple[str, ...] = phones_field("公开联系电话", "public contact", "公开电话")

    relations: ClassVar = (
        Relation(
            "IS", "person", ("Person",), "cadre", Text("本人", "the person"), one=True, inverse_one=True,
            published=False,
        ),
        Relation(
            "SERVES", "dispatches", ("Dispatch",), "cadre", Text("任职", "dispatches served"),
            inverse_one=True,
        ),
        Relation(
            "LED", "led", ("Activity",), "leader", Text("牵头的活动", "activities led"),
            headers=("牵头人", "带队人"), inverse_one=True,
            many_targets=True,
        ),
    )  # fmt: skip
    shortcuts: ClassVar = (
        Shortcut("agency", ("person", "agency"), "Agency", "cadres", Text("工作单位", "the agency")),
    )
