"""StageEvent 培养节点: one dated, documented step of a person's path."""

from dataclasses import dataclass
from typing import ClassVar

from schema.cadre import PartyStatus
from schema.fields import (
    About,
    Entity,
    Personal,
    Relation,
    code_field,
    count_field,
    date_field,
    decimal_field,
    names_field,
    term_field,
    text_field,
    yes_no_field,
)
from schema.partial_date import PartialDate
from schema.selection_step import StepOutcome
from schema.terms import Term
from schema.text import Text

TIMES = Text("票", "votes")


class StageEventKind(Term):
    """The steps of the path, and its other ends."""

    APPLICATION = "递交入党申请书", "application", "入党申请"
    TALK = "派人谈话", "talk with the applicant"
    ACTIVIST = "确定为入党积极分子", "named an activist"
    CONTACTS = "指定培养联系人", "contacts named"
    REVIEW = "半年考察", "half-yearly review"
    YEARLY_ANALYSIS = "年度分析", "yearly analysis"
    MOVE = "培养关系转移", "move of the cultivation"
    CONSENT = "上级同意", "consent of the superior", "上级备案"
    PUBLICITY = "公示", "publicity"
    TARGET = "列为发展对象", "listed as a target of development"
    INTRODUCERS = "确定入党介绍人", "introducers named"
    POLITICAL_REVIEW = "政治审查", "political review", "政审"
    TRAINING = "集中培训", "training"
    PRE_REVIEW = "预审", "pre-review by the committee"
    BRANCH_MEETING = "支部大会", "branch meeting"
    COMMITTEE_TALK = "组织谈话", "talk by the committee"
    APPROVAL = "上级审批", "approval"
    OATH = "入党宣誓", "oath"
    EXTENSION = "延长预备期", "extension of probation"
    FULL_APPLICATION = "转正申请", "application for full membership"
    FULL_MEETING = "转正大会", "meeting on full membership"
    FULL_APPROVAL = "转正审批", "approval of full membership"
    POSTPONEMENT = "推迟讨论转正", "postponement after a transfer"
    TRANSFER = "组织关系转接", "transfer of membership"
    CANCELLATION = "取消预备党员资格", "cancellation"
    NOT_RECOGNIZED = "不予承认", "admission not recognised"
    WITHDRAWAL = "撤回申请", "withdrawal"
    REMOVAL = "取消培养资格", "removal"


class ReceivedAs(Term):
    """In which relation the receiving organisation stands to the applicant (Art 6)."""

    EMPLOYER = "工作单位", "the employer's organisation", "单位"
    WORKPLACE = "工作地", "of the place of work"
    RESIDENCE = "居住地", "of the residence", "居住地"


@dataclass(frozen=True, kw_only=True)
class StageEvent(Entity):
    """A step with the facts its rule asks for; also a step known not to have been held."""

    about: ClassVar = About(
        label=Text("培养节点", "stage event"),
        note=Text("培养发展中的一个有据节点。", "One dated, documented step of a person's path."),
        plural="stage_events",
        prefix="EVT",
        matched_by=Text("培养对象、节点、日期", "activist, kind and date"),
        name_parts=("kind", "date"),
    )
    code: str = code_field("节点编号")
    kind: StageEventKind | None = term_field(StageEventKind, "节点", "kind")
    date: PartialDate | None = date_field("日期", "date")
    until: PartialDate | None = date_field("截止日期", "last day of a period")
    held: bool | None = yes_no_field("是否召开", "held; no where it is known not to have been")
    received_as: ReceivedAs | None = term_field(ReceivedAs, "受理单位性质", "received as")
    received_by: str | None = text_field("受理党组织", "received by")
    recommended_by: str | None = text_field("推荐方式", "recommended by", "推优")
    decided_by: str | None = text_field("决定机构", "decided by", "支委会决定")
    filed_on: PartialDate | None = date_field("备案日期", "filed on")
    members_named: tuple[str, ...] = names_field("所指定党员", "members named", personal=Personal.NAME)
    members_status: tuple[str, ...] = term_field(
        PartyStatus, "所指定党员身份", "their party status at the time", many=True
    )
    members_penalty: tuple[str, ...] = text_field(
        "所指定党员处分", "their penalties at the time", many=True, personal=Personal.WITHHELD
    )
    place: str | None = text_field("公示地点", "place")
    opinions_heard: bool | None = yes_no_field("是否听取意见", "opinions heard", "听取意见")
    training_days: float | None = decimal_field("培训天数", "training days", unit=Text("天", "days"))
    training_hours: float | None = decimal_field(
        "培训学时", "training hours", unit=Text("学时", "class hours")
    )
    outcome: StepOutcome | None = term_field(StepOutcome, "结论", "outcome", personal=Personal.WITHHELD)
    entitled: int | None = count_field("应到会有表决权人数", "entitled to vote")
    present: int | None = count_field("实到人数", "present with a vote", "实到会有表决权人数")
    yes: int | None = count_field("赞成票", "yes votes", unit=TIMES)
    written_yes: int | None = count_field("书面意见", "yes votes handed in in writing", unit=TIMES)
    secret_ballot: bool | None = yes_no_field("无记名投票", "secret ballot")
    resolution_reported_on: PartialDate | None = date_field("决议上报日期", "resolution handed up on")
    approved_by: str | None = text_field("审批机关", "approved by")
    special_circumstances: str | None = text_field("特殊情况说明", "special circumstances")
    months: int | None = count_field("月数", "months", "延长月数", unit=Text("个月", "months"))

    relations: ClassVar = (
        Relation("OF", "activist", ("Activist",), "events", Text("培养对象", "whose step"), one=True),
        Relation(
            "DECIDED_BY", "organ", ("PartyBranch",), "decided_events", Text("决定党组织", "the organ"),
            headers=("审批机关",), one=True,
        ),
    )  # fmt: skip
