"""Rosters of venues and platforms, and the ledgers of requests."""

from examples.district.days import TODAY, day
from examples.district.district import District
from examples.district.requests import Request
from examples.district.rosters.handwriting import date, several
from examples.district.rosters.page import Column, Page, Struck
from examples.district.rosters.roster_file import RosterFile
from examples.district.venues import Platform, Venue
from loaders.rosters.roster import RosterKind
from schema.partial_date import PartialDate


def venues_and_platforms(district: District) -> RosterFile:
    """Two kinds in one workbook."""
    venues, platforms = Page("阵地"), Page("服务平台")
    venue_columns: tuple[Column[Venue], ...] = (
        Column("阵地编码", lambda each: each.code),
        Column("阵地名称", lambda each: each.name),
        Column("阵地类型", lambda each: each.kind),
        Column("所在地", lambda each: each.site),
        Column("启用时间", lambda each: date(each.opened, 1)),
        Column("停用时间", lambda each: date(each.closed, 1)),
        Column("同步规划", lambda each: each.planned_together),
        Column("同步建设", lambda each: each.built_together),
        Column("所属行动", lambda each: each.programme),
    )
    platform_columns: tuple[Column[Platform], ...] = (
        Column("平台编码", lambda each: each.code),
        Column("平台名称", lambda each: each.name),
        Column("平台类型", lambda each: each.kind),
        Column("主办单位", lambda each: each.agency),
        Column("服务对象", lambda each: several(each.serves, int(each.code[-1]))),
        Column("服务事项", lambda each: several(each.topics)),
        Column("服务内容", lambda each: each.offers),
        Column("服务人群", lambda each: each.audience),
        Column("启用时间", lambda each: date(each.opened, int(each.code[-1]))),
        Column("停用时间", lambda each: date(each.closed)),
        Column("所在阵地", lambda each: each.venue),
        Column("服务电话", lambda each: each.phone),
    )
    venues.line("党群阵地名册", wide=10)
    venues.header(venue_columns)
    venues.fill(venue_columns, district.venues)
    platforms.line("企业服务平台名录", wide=13)
    platforms.header(platform_columns)
    platforms.fill(platform_columns, district.platforms)
    return RosterFile(
        "30-阵地和服务平台.xlsx", (RosterKind.VENUES, RosterKind.PLATFORMS), (venues, platforms), "",
        "一个工作簿两种名册；热线、驿站、工作室、培训基地",
    )  # fmt: skip


def _columns(year: int) -> tuple[Column[Request], ...]:
    return (
        Column("编号", lambda each: each.code),
        Column("提出时间", lambda each: date(each.raised_on, each.enterprise.number)),
        Column("企业名称", lambda each: each.enterprise.name_in(year)),
        Column("诉求类别", lambda each: each.topic),
        Column("诉求内容", lambda each: each.text),
        Column("反映渠道", lambda each: each.channel),
        Column("是否主动发现", lambda each: each.proactive),
        Column("承办单位", lambda each: each.agency),
        Column("交办时间", lambda each: date(each.assigned_on, each.enterprise.number + 1)),
        Column("办结时间", lambda each: date(each.resolved_on, each.enterprise.number + 2)),
        Column("满意度", lambda each: int(each.rating) if each.rating.isdecimal() else each.rating),
        Column("办理人", lambda each: each.handler.cadre.person.name if each.handler else ""),
        Column("办理人单位", lambda each: each.handler.cadre.agency if each.handler else ""),
        Column("办理平台", lambda each: each.platform),
    )


_TURN: PartialDate = day(2022, 12, 31)


def requests_2022(district: District) -> RosterFile:
    """The years to 2022: an unknown enterprise, a name that two bear, a day that is none; one struck out."""
    columns = _columns(2022)
    page = Page("诉求")
    page.line("企业诉求（问题）办理台账", wide=15)
    page.line("统计单位：区工商业联合会")
    page.header(columns)
    listed = [each for each in district.requests if each.raised_on <= _TURN]
    page.fill(columns, listed)
    page.merge_down(8)
    struck = page.rows[page.data[4]]
    struck[5] = Struck(str(struck[5]))
    alike = next(each.name for each in district.enterprises if each.name.endswith("便民商店"))
    start = ["", "", "2022.3.8"]
    page.blank()
    page.row([*start, "福绵查无诉求有限公司", "税务", "退税办理", "热线"], "UNKNOWN_REFERENCE")
    page.row([*start, alike, "市场监管", "执照遗失补办", "来访"], "AMBIGUOUS_REFERENCE")
    page.row(
        ["", "", "去年冬天", listed[0].enterprise.name_in(2022), "生产", "停水", "走访"], "DATE_UNREADABLE"
    )
    page.line("注：本台账由各镇汇总。")
    return RosterFile(
        "32-诉求台账-2018至2022.xlsx", (RosterKind.REQUESTS,), (page,), "",
        "承办单位合并；一处删除线；企业不存在、企业重名、日期无法辨认各一行",
    )  # fmt: skip


def requests_2026(district: District) -> RosterFile:
    """From 2023 to today, open ones among them."""
    columns = _columns(2026)
    page = Page("诉求")
    page.line("企业诉求办理台账（2023年以来）")
    page.header(columns)
    page.fill(columns, [each for each in district.requests if _TURN < each.raised_on <= TODAY])
    return RosterFile(
        "33-诉求台账-2023至2026.csv",
        (RosterKind.REQUESTS,),
        (page,),
        "",
        "GB18030；未办结者在内",
        encoding="gb18030",
    )
