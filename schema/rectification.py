"""Rectification 问题整改: what a check found, and whether it was mended."""

from dataclasses import dataclass
from typing import ClassVar

from schema.fields import About, Entity, Relation, code_field, date_field, text_field
from schema.partial_date import PartialDate
from schema.text import Text


@dataclass(frozen=True, kw_only=True)
class Rectification(Entity):
    """One shortcoming that a check found."""

    about: ClassVar = About(
        label=Text("问题整改", "rectification"),
        note=Text("检查发现的一个问题及整改。", "A shortcoming that a check found."),
        plural="rectifications",
        prefix="REC",
        matched_by=Text("编号，其次对象、日期、内容", "code, else subject, day and text"),
        name_parts=("subject.name", "found_on"),
    )
    code: str = code_field("编号", "整改编号")
    finding: str | None = text_field("发现问题", "what was found", "问题描述")
    found_on: PartialDate | None = date_field("检查时间", "found on", "发现时间")
    found_by: str | None = text_field("检查单位", "found by", "检查人")
    due: PartialDate | None = date_field("整改期限", "due", "整改时限")
    mended_on: PartialDate | None = date_field("整改完成时间", "mended on", "完成时间")

    relations: ClassVar = (
        Relation(
            "OF", "subject", ("Enterprise", "PartyBranch", "Union"), "rectifications",
            Text("整改对象", "what it concerns"), headers=("整改对象", "被检查单位", "单位名称"), one=True,
            since="established",
        ),
    )  # fmt: skip
