"""PartyMember 党员: the role of a person who belongs to a branch."""

from dataclasses import dataclass
from typing import ClassVar

from schema.fields import About, Entity, Field, Kind, Personal, Relation, date_field, term_field, text_field
from schema.partial_date import PartialDate
from schema.terms import Term
from schema.text import Text


class MemberStatus(Term):
    """人员类别: full or probationary."""

    FULL = "正式党员", "full member", "正式", "中共党员"
    PROBATIONARY = "预备党员", "probationary member", "预备", "中共预备党员"


class MentorRole(Term):
    """As what a member stands beside an activist."""

    CONTACT = "培养联系人", "contact"
    INTRODUCER = "入党介绍人", "introducer"


@dataclass(frozen=True, kw_only=True)
class PartyMember(Entity):
    """A member. The name is personal; penalties show only by their effect on a verdict."""

    about: ClassVar = About(
        label=Text("党员", "party member"),
        note=Text("某一党组织的党员。", "A person who belongs to a branch."),
        plural="party_members",
        prefix="MEM",
        matched_by=Text("人", "the person"),
        name_parts=("person.name",),
        personal_name=True,
    )
    joined: PartialDate | None = date_field("入党时间", "joined", "入党日期", "加入中共组织日期")
    became_full: PartialDate | None = date_field("转正时间", "became full member", "转正日期")
    status: MemberStatus | None = term_field(MemberStatus, "人员类别", "status", "党员类别", observed=True)
    penalties: tuple[str, ...] = text_field(
        "处分情况", "penalties, each with date and kind", "党纪处分", many=True, personal=Personal.WITHHELD
    )
    backbone_since: PartialDate | None = date_field(
        "成为骨干时间", "production backbone since", "骨干时间", "生产经营骨干时间"
    )

    relations: ClassVar = (
        Relation(
            "IS", "person", ("Person",), "party_member", Text("本人", "the person"), one=True,
            inverse_one=True, published=False,
        ),
        Relation(
            "BELONGS_TO", "branch", ("PartyBranch",), "members", Text("所在党组织", "the branch"),
            headers=("所在党组织", "所在党支部", "党组织名称", "所属党组织"), one=True,
        ),
        Relation(
            "MENTORS", "mentored", ("Activist",), "mentors", Text("培养对象", "activists mentored"),
            headers=("培养联系人", "入党介绍人"),
            properties=(
                Field("role", Kind.TERM, Text("身份", "contact or introducer"), vocabulary=MentorRole),
            ),
            many_sources=False,
        ),
    )  # fmt: skip
