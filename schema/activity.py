"""Activity 活动: what was done, by whom, for whom, with how many."""

from dataclasses import dataclass
from typing import ClassVar

from schema.fields import (
    About,
    Entity,
    Relation,
    code_field,
    count_field,
    date_field,
    term_field,
    text_field,
    yes_no_field,
)
from schema.partial_date import PartialDate
from schema.terms import Term
from schema.text import Text


class Duty(Term):
    """The four duties 四员."""

    INSTRUCTOR = "指导员", "instructor"
    RESEARCHER = "调研员", "researcher"
    SERVICE = "服务员", "service"
    PUBLICIST = "宣传员", "publicist"


class ActivityKind(Term):
    """What was done."""

    VISIT = "走访", "visit", "走访企业", "入企走访"
    MEMBER_MEETING = "党员大会", "member meeting", "支部党员大会"
    COMMITTEE_MEETING = "支委会", "committee meeting", "支部委员会"
    GROUP_MEETING = "党小组会", "group meeting"
    PARTY_LECTURE = "党课", "party lecture"
    UNION_ACTIVITY = "工会活动", "union activity"
    JOINT_ACTIVITY = "党工联合活动", "joint activity of branch and union", "党支部+工会", "党建带工建"
    TRAINING = "培训", "training"
    OUTSIDE_STUDY = "外出学习", "study elsewhere", "外出考察"
    EXCHANGE = "交流", "exchange", "座谈交流"
    GUIDANCE = "指导", "guidance", "业务指导"
    POLICY_DELIVERY = "政策宣讲", "policy delivery", "政策送达", "送政策"
    ENTERPRISE_MEETING = "列席会议", "enterprise meeting attended", "列席"
    RESEARCH_VISIT = "座谈调研", "research visit", "调研"
    RESEARCH_REPORT = "调研报告", "research report"
    OTHER = "其他", "other"


@dataclass(frozen=True, kw_only=True)
class Activity(Entity):
    """One activity. Person-times 人次 are not people: listed attendees count, else the stated number."""

    about: ClassVar = About(
        label=Text("活动", "activity"),
        note=Text("一次走访、会议、培训、宣讲等。", "A visit, meeting, training, delivery or report."),
        plural="activities",
        prefix="ACV",
        matched_by=Text("活动编号", "code"),
    )
    code: str = code_field("编号", "活动编号")
    name: str | None = text_field("活动名称", "name", "活动主题", searchable=True)
    kind: ActivityKind | None = term_field(ActivityKind, "活动类型", "kind", "活动类别")
    duty: Duty | None = term_field(Duty, "四员职责", "duty", "职责")
    date: PartialDate | None = date_field("活动时间", "date", "活动日期", "时间")
    party_affairs: bool | None = yes_no_field("是否党务培训", "training on Party affairs", "党务培训")
    person_times: int | None = count_field(
        "人次", "stated person-times", "参加人次", "参训人次", unit=Text("人次", "person-times")
    )
    findings: str | None = text_field("调研发现", "findings", "发现问题")
    advice: str | None = text_field("对策建议", "advice")
    answer: str | None = text_field("上级答复", "the answer from above", "批示答复")

    relations: ClassVar = (
        Relation(
            "FOR", "targets", ("Enterprise", "PartyBranch", "Union"), "activities",
            Text("活动对象", "for whom"), headers=("活动对象", "对象", "走访企业"), since="established",
        ),
        Relation(
            "ORGANISED_BY", "organiser", ("Agency",), "activities", Text("主办单位", "who organised it"),
            headers=("主办单位", "组织单位"), one=True, since="established",
        ),
        Relation(
            "DELIVERED", "delivered", ("Policy",), "deliveries", Text("宣讲政策", "policies delivered"),
            headers=("宣讲政策", "送达政策"), since="established",
        ),
        Relation(
            "PART_OF", "programmes", ("Programme",), "activities", Text("所属行动", "programmes"),
            headers=("所属行动", "所属工程"), since="established",
        ),
    )  # fmt: skip
