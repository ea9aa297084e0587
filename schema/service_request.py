"""ServiceRequest 诉求: a problem that an enterprise raised, and what became of it."""

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


class Channel(Term):
    """How a request came in."""

    VISIT = "走访", "visit", "上门走访"
    MEETING = "会议", "meeting", "列席会议", "座谈会"
    HOTLINE = "热线", "hotline", "电话"
    PLATFORM = "平台", "platform", "网络平台", "线上平台"
    SURVEY = "调研", "survey", "问卷"
    WALK_IN = "来访", "walk-in", "窗口"
    OTHER = "其他", "other"


@dataclass(frozen=True, kw_only=True)
class ServiceRequest(Entity):
    """What was asked, when and how it came in, who took it, and how it ended."""

    about: ClassVar = About(
        label=Text("诉求", "service request"),
        note=Text("企业提出的一项诉求及其办理。", "A problem that an enterprise raised."),
        plural="service_requests",
        prefix="REQ",
        matched_by=Text("编号，其次企业、日期、内容", "code, else enterprise, day and text"),
        name_parts=("topic.name", "enterprise.name", "raised_on"),
    )
    code: str = code_field("编号", "诉求编号")
    raised_on: PartialDate | None = date_field("提出时间", "raised on", "诉求时间", "反映时间")
    text: str | None = text_field("诉求内容", "text", "反映问题", "问题内容")
    channel: Channel | None = term_field(Channel, "反映渠道", "channel", "诉求渠道", "来源渠道")
    proactive: bool | None = yes_no_field("主动/被动", "found by going there", "是否主动发现")
    assigned_on: PartialDate | None = date_field("交办时间", "assigned on", "转办时间")
    resolved_on: PartialDate | None = date_field("办结时间", "resolved on", "办结日期", "解决时间")
    rating: int | None = count_field("满意度", "rating, 1 to 5", "评价", unit=Text("分", "points"))

    relations: ClassVar = (
        Relation(
            "RAISED_BY", "enterprise", ("Enterprise",), "requests", Text("提出企业", "who raised it"),
            headers=("企业名称", "诉求企业", "单位名称", "提出企业"), one=True, since="established",
        ),
        Relation(
            "ASSIGNED_TO", "assigned_agency", ("Agency",), "requests", Text("承办单位", "who must solve it"),
            headers=("承办单位", "责任单位"), one=True,
        ),
        Relation(
            "HANDLED_BY", "resolver", ("Cadre", "ServicePlatform"), "handled_requests",
            Text("办理人", "who handled it"), headers=("办理人", "经办人", "办理平台"), one=True,
        ),
        Relation(
            "ABOUT", "topic", ("Topic",), "requests", Text("诉求类别", "its topic"),
            headers=("诉求类别", "事项", "类别"), one=True, since="established",
        ),
    )  # fmt: skip
