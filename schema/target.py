"""Target 目标: an office's aim for a coverage measure."""

from dataclasses import dataclass
from typing import ClassVar

from schema.fields import About, Entity, Relation, date_field, decimal_field, term_field, text_field
from schema.partial_date import PartialDate
from schema.terms import Term
from schema.text import Text


class CoverageMeasure(Term):
    """The measures of coverage."""

    BRANCH = "党组织覆盖", "branch coverage"
    STANDALONE_BRANCH = "单独组建覆盖", "covered by a standalone branch"
    JOINT_BRANCH = "联合组建覆盖", "covered by a joint branch"
    SHOULD_BUILD_BRANCH = "党组织应建已建", "branch built where required"
    UNION = "工会覆盖", "union coverage"
    SHOULD_BUILD_UNION = "工会应建已建", "union built where required"
    DUAL = "双覆盖", "branch and union"
    FIRST_SECRETARY = "第一书记覆盖", "First Secretary by any way"
    FIRST_SECRETARY_DIRECT = "第一书记直接派驻", "First Secretary posted directly"
    FIRST_CHAIR = "第一主席覆盖", "First Chair by any way"
    FIRST_CHAIR_DIRECT = "第一主席直接派驻", "First Chair posted directly"
    BOTH_POSTS = "双岗覆盖", "both posts"
    EFFECTIVE_BRANCH = "党组织有效覆盖", "effective branch coverage"
    EFFECTIVE_UNION = "工会有效覆盖", "effective union coverage"


@dataclass(frozen=True, kw_only=True)
class Target(Entity):
    """How much of a measure is to be reached in a scope by a day."""

    about: ClassVar = About(
        label=Text("目标", "target"),
        note=Text("某一范围、指标、日期的目标值。", "An aim for one scope, measure and day."),
        plural="targets",
        prefix="TGT",
        matched_by=Text("范围、指标、日期", "scope, measure, day"),
        name_parts=("measure", "scope.name", "day"),
    )
    measure: CoverageMeasure | None = term_field(CoverageMeasure, "指标", "measure")
    day: PartialDate | None = date_field("目标日期", "the day by which")
    value: float | None = decimal_field("目标值", "the rate to reach, 0 to 1")
    set_by: str | None = text_field("设定人", "who set it")

    relations: ClassVar = (
        Relation(
            "OF", "scope", ("Division", "IndustrialPark"), "targets", Text("范围", "the scope"), one=True
        ),
    )
