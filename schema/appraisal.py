"""Appraisal 考核: a checklist 六有, a score 百分制, or a survey, of one subject in one period."""

from dataclasses import dataclass
from typing import ClassVar

from schema.fields import (
    About,
    Entity,
    Relation,
    code_field,
    count_field,
    date_field,
    decimal_field,
    term_field,
    text_field,
)
from schema.partial_date import PartialDate
from schema.terms import Term
from schema.text import Text


class AppraisalScheme(Term):
    """The families of schemes; the code of the very scheme stands in `scheme`."""

    CHECKLIST = "六有", "six-item checklist", "六有考核"
    SCORE = "百分制", "100-point score", "百分制考核"
    SURVEY = "问卷", "survey", "满意度调查", "测评"


@dataclass(frozen=True, kw_only=True)
class Appraisal(Entity):
    """What one scheme says of one subject in one period, item by item."""

    about: ClassVar = About(
        label=Text("考核", "appraisal"),
        note=Text("一个对象在一个周期的考核。", "One subject under one scheme in one period."),
        plural="appraisals",
        prefix="APR",
        matched_by=Text("对象、方案、周期", "subject, scheme, period"),
        name_parts=("scheme", "subject.name", "period"),
    )
    code: str = code_field("考核编号")
    scheme: str | None = text_field("考核方案", "scheme", "方案")
    family: AppraisalScheme | None = term_field(AppraisalScheme, "考核类型", "family of the scheme")
    period: str | None = text_field("考核年度", "period", "考核周期", "年度")
    date: PartialDate | None = date_field("考核时间", "date", "考核日期", "测评时间")
    items: tuple[str, ...] = text_field("考核项目", "items", many=True)
    weights: tuple[str, ...] = text_field("分值", "weight of each item", many=True)
    results: tuple[str, ...] = text_field("得分", "score or yes/no of each item", many=True)
    score: float | None = decimal_field(
        "总分", "total score", "合计得分", "总得分", unit=Text("分", "points")
    )
    respondents: int | None = count_field("调查人数", "respondents", "有效问卷")

    relations: ClassVar = (
        Relation(
            "OF", "subject", ("Enterprise", "PartyBranch", "Union", "Agency", "Person"), "appraisals",
            Text("考核对象", "who was appraised"), headers=("考核对象", "单位名称", "党组织名称", "姓名"),
            one=True, since="established",
        ),
    )  # fmt: skip
