"""PartyBranch 党组织: a branch, general branch or committee."""

from dataclasses import dataclass
from typing import ClassVar

from schema.fields import (
    About,
    Entity,
    Relation,
    code_field,
    date_field,
    spans_field,
    term_field,
    text_field,
    yes_no_field,
)
from schema.partial_date import PartialDate
from schema.terms import Term
from schema.text import Text


class BranchKind(Term):
    """The kind of party organisation 组建方式."""

    SINGLE = "单独", "single branch", "单独组建", "党支部", "独立"
    JOINT = "联合", "joint branch", "联合组建", "联建", "联合党支部"
    GENERAL_BRANCH = "党总支", "general branch", "总支", "党总支部"
    COMMITTEE = "党委", "committee", "党的委员会"
    TEMPORARY = "临时", "temporary", "临时党支部"
    FUNCTIONAL = "功能型", "functional", "功能型党支部"
    LEADING_GROUP = "党组", "leading party members' group"


@dataclass(frozen=True, kw_only=True)
class PartyBranch(Entity):
    """A party organisation, of an enterprise or above it."""

    about: ClassVar = About(
        label=Text("党组织", "party branch"),
        note=Text("党支部、党总支、党委等。", "A branch, general branch, committee or group."),
        plural="party_branches",
        prefix="PBR",
        matched_by=Text("党组织代码，其次名称加单位", "code, else name and unit"),
        units=("COVERS",),
    )
    code: str = code_field("党组织代码", "党组织编码")
    name: str | None = text_field("党组织名称", "name", "党组织全称", "党支部名称", searchable=True)
    kind: BranchKind | None = term_field(BranchKind, "组建方式", "kind", "党组织类别", "组织类别")
    level: str | None = text_field("党组织层级", "level", "隶属层级")
    may_approve: bool | None = yes_no_field("有无审批权限", "may approve admissions", "审批权限")
    established: PartialDate | None = date_field("成立时间", "established", "成立日期", "组建时间")
    dissolved: PartialDate | None = date_field("撤销时间", "dissolved", "撤销日期")
    terms: tuple[int, ...] = spans_field("任期", "terms of the committee", "本届任期", "班子任期")

    relations: ClassVar = (
        Relation(
            "LOCATED_IN", "division", ("Division",), "party_branches", Text("所属区划", "where it lies"),
            headers=("所属乡镇", "镇（街道）", "所属区划"), one=True, since="established",
        ),
        Relation(
            "COVERS", "enterprises", ("Enterprise",), "branches", Text("覆盖企业", "enterprises it covers"),
            headers=("覆盖企业", "涵盖单位", "所在企业", "企业名称"), since="established",
            many_targets=True, many_sources=False, ends_with_source=True,
        ),
        Relation(
            "SUBORDINATE_TO", "superior", ("PartyBranch", "Agency"), "subordinate_branches",
            Text("上级党组织", "the organisation above it"), headers=("上级党组织", "隶属党组织"), one=True,
        ),
        Relation(
            "SECRETARY", "secretary", ("Person",), "secretary_of", Text("书记", "the secretary"),
            headers=("书记", "党组织书记", "支部书记"), one=True,
            many_sources=False,
        ),
    )  # fmt: skip
