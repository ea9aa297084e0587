"""Venue 阵地: a members' home, a workers' home, or one shared."""

from dataclasses import dataclass
from typing import ClassVar

from schema.fields import (
    About,
    Entity,
    Relation,
    code_field,
    date_field,
    term_field,
    text_field,
    yes_no_field,
)
from schema.partial_date import PartialDate
from schema.terms import Term
from schema.text import Text


class VenueKind(Term):
    """Whose home it is."""

    MEMBERS_HOME = "党员之家", "members' home"
    WORKERS_HOME = "职工之家", "workers' home"
    SHARED = "共享", "shared", "党群共享", "共用", "党工共享阵地"


@dataclass(frozen=True, kw_only=True)
class Venue(Entity):
    """A room for branch and union, with whether it was planned and built together."""

    about: ClassVar = About(
        label=Text("阵地", "venue"),
        note=Text("党员之家、职工之家或共享阵地。", "A members' home, workers' home or shared venue."),
        plural="venues",
        prefix="VEN",
        matched_by=Text("阵地编码", "code"),
    )
    code: str = code_field("阵地编码", "编码")
    name: str | None = text_field("阵地名称", "name", "名称", searchable=True)
    kind: VenueKind | None = term_field(VenueKind, "阵地类型", "kind", "类型")
    opened: PartialDate | None = date_field("启用时间", "opened", "建成时间")
    closed: PartialDate | None = date_field("停用时间", "closed")
    planned_together: bool | None = yes_no_field("是否同步规划", "planned together", "同步规划", "共同规划")
    built_together: bool | None = yes_no_field("是否同步建设", "built together", "同步建设", "共同建设")

    relations: ClassVar = (
        Relation(
            "AT", "site", ("Enterprise", "IndustrialPark"), "venues", Text("所在地", "where it is"),
            headers=("所在企业", "所在园区", "所在地"), one=True, since="established",
            many_sources=False,
        ),
        Relation(
            "PART_OF", "programmes", ("Programme",), "venues", Text("所属行动", "programmes it belongs to"),
            headers=("所属行动", "所属工程"),
        ),
    )  # fmt: skip
