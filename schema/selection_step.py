"""SelectionStep 选派步骤: one of the four steps of a selection."""

from dataclasses import dataclass
from typing import ClassVar

from schema.fields import About, Entity, Relation, date_field, term_field, text_field
from schema.partial_date import PartialDate
from schema.terms import Term
from schema.text import Text


class SelectionStepKind(Term):
    """The four steps."""

    PUBLICITY = "宣传发动", "publicity"
    APPLICATION = "个人申请", "personal application"
    RECOMMENDATION = "单位推荐", "recommendation by the unit"
    APPROVAL = "组织审定", "approval by the organisation department"


class StepOutcome(Term):
    """How a step ended."""

    PASSED = "通过", "passed", "合格", "同意", "已完成"
    FAILED = "未通过", "failed", "不合格", "不同意"
    PENDING = "待定", "pending", "进行中", "待审"


@dataclass(frozen=True, kw_only=True)
class SelectionStep(Entity):
    """A dated step with its actor, outcome and evidence."""

    about: ClassVar = About(
        label=Text("选派步骤", "selection step"),
        note=Text("宣传发动、个人申请、单位推荐、组织审定之一。", "One of the four steps."),
        plural="selection_steps",
        prefix="STP",
        matched_by=Text("选派程序加步骤", "selection and step"),
        name_parts=("step", "selection.code", "date"),
    )
    step: SelectionStepKind | None = term_field(SelectionStepKind, "步骤", "step")
    date: PartialDate | None = date_field("时间", "date", "日期")
    actor: str | None = text_field("经办", "actor", "办理单位")
    outcome: StepOutcome | None = term_field(StepOutcome, "结果", "outcome", "意见")
    evidence: str | None = text_field("佐证材料", "evidence", "依据")

    relations: ClassVar = (
        Relation(
            "OF", "selection", ("Selection",), "steps", Text("所属程序", "the selection"), one=True,
            many_sources=False,
        ),
    )  # fmt: skip
