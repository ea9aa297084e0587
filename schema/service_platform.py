"""ServicePlatform 服务平台: a hotline, station, workshop or training base."""

from dataclasses import dataclass
from typing import ClassVar

from schema.fields import (
    About,
    Entity,
    Relation,
    code_field,
    date_field,
    phones_field,
    term_field,
    text_field,
)
from schema.partial_date import PartialDate
from schema.terms import Term
from schema.text import Text


class PlatformKind(Term):
    """What kind of platform it is."""

    HOTLINE = "服务热线", "hotline", "热线"
    PARTY_MASS_110 = "党群服务110", "party-mass 110"
    RED_STATION = "红色驿站", "red station"
    LEGAL_WORKSHOP = "法务工作室", "legal workshop"
    SERVICE_STATION = "服务站", "service station", "党群服务站"
    TRAINING_BASE = "职工培训基地", "workers' training base", "培训基地"
    OTHER = "其他", "other"


@dataclass(frozen=True, kw_only=True)
class ServicePlatform(Entity):
    """Where help is to be had: what it offers, on which topics, to whom."""

    about: ClassVar = About(
        label=Text("服务平台", "service platform"),
        note=Text("热线、驿站、工作室、基地等。", "A hotline, station, workshop or base."),
        plural="service_platforms",
        prefix="PLT",
        matched_by=Text("平台编码，其次名称", "code, else name"),
    )
    code: str = code_field("平台编码", "编码")
    name: str | None = text_field("平台名称", "name", "名称", searchable=True)
    kind: PlatformKind | None = term_field(PlatformKind, "平台类型", "kind", "类型")
    offers: str | None = text_field("服务内容", "what it offers")
    audience: str | None = text_field("服务人群", "to whom")
    opened: PartialDate | None = date_field("启用时间", "opened", "成立时间")
    closed: PartialDate | None = date_field("停用时间", "closed")
    public_contact: tuple[str, ...] = phones_field("公开电话", "public contact", "联系电话", "服务电话")

    relations: ClassVar = (
        Relation(
            "RUN_BY", "agency", ("Agency",), "platforms", Text("主办单位", "the agency that runs it"),
            headers=("主办单位", "承办单位"), one=True, since="established",
        ),
        Relation(
            "SERVES", "serves", ("Division", "IndustrialPark", "Enterprise"), "platforms",
            Text("服务对象", "whom it serves"), headers=("服务对象", "服务区域"), since="established",
        ),
        Relation(
            "ABOUT", "topics", ("Topic",), "platforms", Text("服务事项", "its topics"),
            headers=("服务事项", "受理事项"), since="established",
        ),
        Relation(
            "HOUSED_IN", "venue", ("Venue",), "platforms", Text("所在阵地", "the venue that houses it"),
            headers=("所在阵地", "阵地"), one=True, since="established",
            many_sources=False,
        ),
    )  # fmt: skip
