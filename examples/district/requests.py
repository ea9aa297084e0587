"""Requests: what enterprises asked for, how it came in, who took it, how it ended.

By the case's day 156 requests on production or management, raised at an enterprise meeting, were
resolved. Late in 2026 some are open too long, finance has more than it can take, and nobody is
competent for land.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import cycle
from random import Random
from typing import Final

from examples.district.agencies import competent_for
from examples.district.chance import chance
from examples.district.days import CASE_DAY, between, day, later
from examples.district.dispatches import Dispatch
from examples.district.enterprises import Enterprise
from schema.partial_date import PartialDate

SOLVED_BY_CASE_DAY: Final = 156
_SILENT: Final = ("blank", "candidate")
COUNTED_TOPICS: Final = ("生产", "经营管理")
MEETING: Final = "会议"

_TEXTS: Final = {
    "生产": (
        "车间供水压力不足",
        "定型机故障停线",
        "蒸汽价格偏高影响排产",
        "缺少熟练缝纫工艺指导",
        "原料到货不及时",
        "停电影响交货",
    ),
    "经营管理": (
        "订单减少需拓展销路",
        "想参加展会不知如何报名",
        "内部管理制度不健全",
        "品牌推广缺少渠道",
        "职工流失率高",
    ),
    "税务": ("留抵退税办理进度", "小微减免政策不清楚"),
    "市场监管": ("商标注册咨询", "计量器具检定"),
    "发展改革": ("技改项目备案",),
    "工信科技": ("申报专精特新", "数字化改造补助"),
    "园区": ("厂房漏水", "园区道路破损"),
    "民政": ("幼儿园登记变更",),
    "教育": ("职工子女入学",),
    "党建": ("如何成立党支部",),
    "工会": ("如何组建工会",),
    "法律": ("货款纠纷", "劳动争议调解"),
    "就业用工": ("招工难", "社保补缴"),
    "融资": ("流动资金不足", "续贷困难"),
    "用地": ("扩建用地指标", "厂房产权证办理"),
    "环保": ("污水处理费用高", "排污许可延续"),
    "安全": ("消防验收", "电梯年检"),
    "其他": ("门前道路积水",),
}


@dataclass(slots=True)
class Request:
    """One request; `handler` is the dispatch of the cadre who handled it, `platform` a platform that did."""

    code: str
    enterprise: Enterprise
    raised_on: PartialDate
    text: str
    topic: str
    channel: str
    proactive: str
    agency: str = ""
    assigned_on: PartialDate | None = None
    resolved_on: PartialDate | None = None
    rating: str = ""
    handler: Dispatch | None = None
    platform: str = ""

    def counts_on(self, at: PartialDate) -> bool:
        """Whether it is one of the problems solved: resolved, on a counted topic, raised at a meeting."""
        return (
            self.topic in COUNTED_TOPICS
            and self.channel == MEETING
            and self.resolved_on is not None
            and self.resolved_on.last <= at.first
        )


def build(enterprises: list[Enterprise], dispatches: list[Dispatch]) -> list[Request]:
    """All requests in the order of their days."""
    draw = chance("requests")
    makers = [
        each
        for each in enterprises
        if each.fate == "operating"
        and each.plan not in _SILENT
        and each.established < day(2020, 1, 1)
        and not (each.town == "石和镇" and each.plan == "joint")
    ]
    at_case = [
        each for each in dispatches if each.in_force_on(CASE_DAY) and isinstance(each.target, Enterprise)
    ]
    made = list(_solved_by_case_day(makers, at_case, draw))
    made += _others(makers, draw)
    made += _open(enterprises, makers, draw)
    made.sort(key=lambda each: each.raised_on)
    for number, each in enumerate(made, start=1):
        each.code = "" if number % 19 == 0 else f"SQ{each.raised_on.first.year}{number:04}"
    return made


def _one(draw: Random, enterprise: Enterprise, raised_on: PartialDate, topic: str, channel: str) -> Request:
    text = draw.choice(_TEXTS[topic])
    proactive = "是" if channel in ("走访", MEETING, "调研") else draw.choice(("否", "否", ""))
    return Request("", enterprise, raised_on, text, topic, channel, proactive, competent_for(topic))


def _solved_by_case_day(
    makers: list[Enterprise], dispatches: list[Dispatch], draw: Random
) -> Iterator[Request]:
    handlers = cycle(dispatches)
    enterprises = cycle(makers)
    for index in range(SOLVED_BY_CASE_DAY):
        handler = next(handlers)
        enterprise = next(enterprises)
        if index % 3 == 0 and isinstance(handler.target, Enterprise) and handler.target.fate == "operating":
            enterprise = handler.target
        raised = between(draw, day(2021, 3, 1), day(2022, 6, 20))
        made = _one(draw, enterprise, raised, COUNTED_TOPICS[index % 2], MEETING)
        made.assigned_on = later(raised, days=draw.randint(0, 4))
        made.resolved_on = min(later(raised, days=draw.randint(3, 38)), CASE_DAY)
        made.rating = ("5", "4", "5分", "", "3")[index % 5]
        if handler.since <= raised:
            made.handler = handler
        yield made


def _others(makers: list[Enterprise], draw: Random) -> Iterator[Request]:
    """Through every channel and on every topic; among them some at meetings, solved only after the day."""
    topics = cycle(topic for topic in _TEXTS if topic != "用地")
    channels = cycle(("走访", "热线", "平台", "来访", "会议", "调研", "走访"))
    for index, enterprise in zip(range(216), cycle(makers[3:] + makers[:3]), strict=False):
        raised = between(draw, day(2018, 3, 1), day(2026, 9, 10))
        if index < 10:
            raised = between(draw, day(2022, 7, 4), day(2022, 7, 29))
        topic, channel = next(topics), next(channels)
        if index < 10:
            topic, channel = COUNTED_TOPICS[index % 2], MEETING
        elif topic in COUNTED_TOPICS and channel == MEETING and raised < CASE_DAY:
            channel = "热线"
        made = _one(draw, enterprise, raised, topic, channel)
        made.assigned_on = later(raised, days=1 + index % 5)
        made.resolved_on = later(raised, days=draw.randint(30, 70) if index < 10 else draw.randint(2, 66))
        if index < 10:
            made.resolved_on = max(made.resolved_on, later(CASE_DAY, days=1))
        made.rating = ("5", "4", "", "2", "3分")[index % 5]
        if channel in ("热线", "平台"):
            made.platform = "福绵企业服务热线" if raised > day(2019, 3, 1) else ""
        yield made


def _open(enterprises: list[Enterprise], makers: list[Enterprise], draw: Random) -> Iterator[Request]:
    """Open today: old and new, five on finance, three on land, one far from any office."""
    for index, topic in enumerate(
        ("融资",) * 5 + ("用地",) * 3 + ("环保", "税务", "就业用工", "生产", "工会", "党建")
    ):
        raised = between(draw, day(2026, 8, 1), day(2026, 10, 10)) if index % 3 else day(2026, 11, 12)
        made = _one(
            draw, makers[index * 11 % len(makers)], raised, topic, ("走访", "热线", "平台")[index % 3]
        )
        made.assigned_on = later(raised, days=2) if made.agency else None
        yield made
    for each in [each for each in makers if each.town == "石和镇"][:20]:
        if each.number % 2:
            yield _one(draw, each, between(draw, day(2026, 9, 1), day(2026, 11, 10)), "就业用工", "平台")
    far = [each for each in enterprises if each.town == "石和镇" and each.plan == "joint"]
    for each in (far[1], *far[-2:]):
        made = _one(draw, each, day(2026, 10, 19), "环保", "平台")
        made.agency = ""
        yield made
    for each in makers[40:60:5]:
        vague = _one(draw, each, PartialDate.of(2019, 5), "其他", "来访")
        vague.proactive = ""
        yield vague
