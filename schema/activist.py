"""Activist 培养对象: the role of a worker on the membership path, from applicant to full member."""

from dataclasses import dataclass
from typing import ClassVar

from schema.fields import About, Entity, Relation, Shortcut, code_field, date_field, term_field, yes_no_field
from schema.partial_date import PartialDate
from schema.terms import Term
from schema.text import Text


class Stage(Term):
    """Where a person stands on the path; derived from events, or stated by a roster without a date."""

    APPLICANT = "入党申请人", "applicant", "申请人"
    ACTIVIST = "入党积极分子", "activist", "积极分子"
    TARGET = "发展对象", "target of development"
    PROBATIONARY = "预备党员", "probationary member", "中共预备党员"
    EXTENDED = "延长预备期", "probation extended"
    FULL = "正式党员", "full member", "党员", "中共党员", "已转正"
    CANCELLED = "取消预备党员资格", "probation cancelled", "取消资格"
    NOT_RECOGNIZED = "不予承认", "admission not recognised"
    WITHDRAWN = "本人撤回", "withdrawn", "撤回申请", "退出培养"
    REMOVED = "取消培养", "removed", "不再培养"


@dataclass(frozen=True, kw_only=True)
class Activist(Entity):
    """A worker on the path. The name is personal; the stage follows from the events."""

    about: ClassVar = About(
        label=Text("培养对象", "activist"),
        note=Text("从申请人到正式党员的职工。", "A worker on the path from applicant to full member."),
        plural="activists",
        prefix="ACT",
        matched_by=Text("人", "the person"),
        name_parts=("person.name",),
        personal_name=True,
    )
    code: str = code_field("培养编号", "编号")
    stated_stage: Stage | None = term_field(
        Stage, "培养阶段", "stage as stated", "当前阶段", "阶段", observed=True
    )
    floating: bool | None = yes_no_field("流动党员", "floating person", "是否流动", "流动人员", observed=True)
    leaves_on: PartialDate | None = date_field("拟离开时间", "planned leave", "预计离开时间")
    backbone_since: PartialDate | None = date_field(
        "成为骨干时间", "production backbone since", "骨干时间", "生产经营骨干时间"
    )
    model_worker_since: PartialDate | None = date_field(
        "劳模时间", "model worker since", "获评劳模时间", "先进工作者时间"
    )

    relations: ClassVar = (
        Relation(
            "IS", "person", ("Person",), "activist", Text("本人", "the person"), one=True, inverse_one=True,
            published=False,
        ),
        Relation(
            "UNION_MEMBER_OF", "unions", ("Union",), "activists", Text("所在工会", "unions they belong to"),
            headers=("所在工会", "工会名称"),
        ),
        Relation(
            "CULTIVATED_BY", "branch", ("PartyBranch",), "activists",
            Text("培养党组织", "the branch that cultivates them"),
            headers=("培养党组织", "党组织名称", "所在党组织", "所在党支部"), one=True,
        ),
    )  # fmt: skip
    shortcuts: ClassVar = (
        Shortcut("employer", ("person", "employer"), "Enterprise", "activists", Text("所在企业", "employer")),
    )
