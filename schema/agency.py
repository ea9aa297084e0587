"""Agency 机关单位: an office of party or state, its competences and its area."""

from dataclasses import dataclass
from typing import ClassVar

from schema.fields import (
    About,
    Entity,
    Field,
    Kind,
    Relation,
    code_field,
    phones_field,
    spans_field,
    term_field,
    text_field,
)
from schema.terms import Term
from schema.text import Text


class AgencyKind(Term):
    """What kind of office it is."""

    PARTY_ORGAN = "党委部门", "party organ", "党群部门"
    GOVERNMENT_DEPARTMENT = "政府部门", "government department", "行政机关"
    PUBLIC_INSTITUTION = "事业单位", "public institution"
    MASS_ORGANISATION = "群团组织", "mass organisation", "群团"
    TOWN_GOVERNMENT = "乡镇（街道）", "town government", "乡镇", "镇政府"
    PARK_COMMITTEE = "园区管委会", "park management committee", "园区"
    OTHER = "其他", "other"


class AgencyLevel(Term):
    """At which level it stands."""

    DISTRICT = "区直", "district", "县直", "区级", "县级"
    TOWN = "镇直", "town", "乡镇", "镇级"


@dataclass(frozen=True, kw_only=True)
class Agency(Entity):
    """An office that sends cadres, backs them, answers for an area, or is competent for topics."""

    about: ClassVar = About(
        label=Text("机关单位", "agency"),
        note=Text("派出干部、作后盾、管片区、办事项的单位。", "An office that sends and backs cadres."),
        plural="agencies",
        prefix="AGY",
        matched_by=Text("单位编码，其次名称", "local code, else name"),
    )
    code: str = code_field("单位编码", "编码")
    name: str | None = text_field("单位名称", "name", "机关名称", "名称", searchable=True)
    kind: AgencyKind | None = term_field(AgencyKind, "单位类别", "kind", "类别")
    level: AgencyLevel | None = term_field(AgencyLevel, "层级", "level")
    joint_conference: tuple[int, ...] = spans_field(
        "非公经济联席成员单位", "joint-conference membership", "联席成员单位", "联席会议成员"
    )
    public_contact: tuple[str, ...] = phones_field("公开电话", "public contact", "联系电话", "值班电话")

    relations: ClassVar = (
        Relation(
            "LOCATED_IN", "division", ("Division",), "agencies", Text("所在区划", "where it lies"),
            headers=("所属乡镇", "所在区划", "所属区划"), one=True, since="established",
        ),
        Relation(
            "RESPONSIBLE_FOR", "areas", ("Division", "IndustrialPark"), "responsible_agencies",
            Text("责任区域", "the places it answers for"), headers=("责任区域", "责任片区"),
            many_sources=False,
        ),
        Relation(
            "COMPETENT_FOR", "competences", ("Topic",), "competent_agencies",
            Text("服务事项", "the topics it is competent for"), headers=("服务事项", "受理事项"),
            properties=(
                Field("capacity", Kind.COUNT, Text("受理能力", "open requests at a time"),
                    headers=("受理能力",)),
            ),
            many_sources=False,
        ),
        Relation(
            "BACKS", "backed_dispatches", ("Dispatch",), "backing_agency",
            Text("后盾选派", "the dispatches it backs"), headers=("后盾单位",), inverse_one=True,
            many_targets=True,
        ),
    )  # fmt: skip
