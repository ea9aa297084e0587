"""Rosters of places, topics, agencies, programmes and brands."""

from examples.district.agencies import AGENCIES, Agency
from examples.district.days import day
from examples.district.district import District
from examples.district.places import COUNTY, PARKS, TOWNS, VILLAGES, Park, Place
from examples.district.programmes import PROGRAMMES, Brand, Policy, Programme
from examples.district.rosters.handwriting import date, several
from examples.district.rosters.page import Column, Page
from examples.district.rosters.roster_file import RosterFile
from loaders.rosters.roster import RosterKind
from schema.codes.topics import TABLE


def divisions() -> RosterFile:
    """The county, its towns and villages; the county says of nothing that it is part of it."""
    page = Page("行政区划")
    page.line("福绵区行政区划代码表")
    columns: tuple[Column[Place], ...] = (
        Column("区划代码", lambda each: each.code),
        Column("区划名称", lambda each: each.name),
        Column("级别", lambda each: each.level),
        Column("上级区划代码", lambda each: each.above),
    )
    page.header(columns)
    page.fill(columns, (COUNTY, *TOWNS, *VILLAGES))
    page.line("注：村级代码为样例自编。")
    return RosterFile(
        "01-行政区划.csv",
        (RosterKind.DIVISIONS,),
        (page,),
        "",
        "县、镇、村；县级行无上级",
        encoding="utf-8-sig",
    )


_GUIDES = {
    "TAX": ("电子税务局提交申请，或到办税服务厅", "申请表、营业执照", 5),
    "PRODUCTION": ("联系第一书记、第一主席，现场会诊", "情况说明", 15),
    "MANAGEMENT": ("联系后盾单位或区工商联", "情况说明", 20),
    "UNION": ("向镇总工会提出建会申请", "申请书、会员名册", 30),
    "PARTY_BUILDING": ("向镇党委提出组建申请", "请示、党员名册", 30),
    "FINANCE": ("非公企业之家银企对接", "财务报表、贷款用途说明", 30),
    "ENVIRONMENT": ("向生态环境局提交材料", "环评文件", 45),
    "EMPLOYMENT": ("向人社局登记用工需求", "用工登记表", 10),
}


def parks_and_topics() -> RosterFile:
    """Two kinds in one workbook: parks, and topics with their guides."""
    parks = Page("园区名录")
    parks.line("福绵区园区名录", wide=5)
    park_columns: tuple[Column[Park], ...] = (
        Column("园区编码", lambda each: each.code),
        Column("园区名称", lambda each: each.name),
        Column("所属乡镇", lambda each: each.town),
        Column("设立时间", lambda each: date(each.established)),
    )
    parks.header(park_columns)
    parks.fill(park_columns, PARKS)
    topics = Page("服务事项")
    topics.line("企业服务事项清单")
    topics.rows.append(["事项编码", "事项名称", "办事指南", "所需材料", "办理时限（天）"])
    for row in TABLE.rows:
        guide, materials, limit = _GUIDES.get(row.code, ("", "", None))
        topics.row([row.code, row.name.zh, guide, materials, limit])
    return RosterFile(
        "02-园区和服务事项.xlsx",
        (RosterKind.PARKS, RosterKind.TOPICS),
        (parks, topics),
        "",
        "一个工作簿两种名册",
    )


def agencies() -> RosterFile:
    """Agencies; nobody answers for 石和镇 and nobody is competent for land."""
    page = Page("机关单位")
    page.line("附件2")
    page.line("福绵区双选派工作机关单位名录", wide=10)
    page.line("填报单位（盖章）：区委组织部", "", "", "", "填报日期：2022年6月30日")
    columns: tuple[Column[Agency], ...] = (
        Column("单位类别", lambda each: each.kind),
        Column("单位编码", lambda each: each.code),
        Column("单位名称", lambda each: each.name),
        Column("层级", lambda each: each.level),
        Column("所属乡镇", lambda each: each.town or "福绵区"),
        Column("责任区域", lambda each: several(each.areas)),
        Column("服务事项", lambda each: several(topic for topic, _ in each.topics)),
        Column("受理能力", _capacity),
        Column("非公经济联席成员单位", lambda each: each.joint_conference),
        Column("公开电话", lambda each: each.phone),
    )
    page.header(columns)
    page.fill(columns, AGENCIES)
    page.merge_down(1)
    page.line("填表人：样例", "", "", "审核人：样例")
    return RosterFile(
        "03-机关单位.xlsx", (RosterKind.AGENCIES,), (page,), "2022-06-30", "单位类别为合并单元格"
    )


def _capacity(agency: Agency) -> str:
    stated = [(topic, number) for topic, number in agency.topics if number is not None]
    if len(stated) == 1:
        return f"{stated[0][1]}件"
    return "、".join(f"{topic}{number}" for topic, number in stated)


def programmes() -> RosterFile:
    """Programmes."""
    page = Page("行动")
    page.line("工程、行动一览表")
    columns: tuple[Column[Programme], ...] = (
        Column("行动编码", lambda each: each.code),
        Column("行动名称", lambda each: each.name),
        Column("目标", lambda each: each.goal),
        Column("启动时间", lambda each: date(each.since, 2)),
        Column("结束时间", lambda each: date(each.until, 2) or "/"),
    )
    page.header(columns)
    page.fill(columns, PROGRAMMES)
    return RosterFile(
        "04-工程行动.csv", (RosterKind.PROGRAMMES,), (page,), "", "GB18030 编码", encoding="gb18030"
    )


def brands(district: District) -> RosterFile:
    """The brands and who leads them, before the enterprises are known."""
    page = Page("品牌")
    page.line("行业党建品牌一览", wide=6)
    page.line("填报日期：2022年6月30日")
    columns: tuple[Column[Brand], ...] = (
        Column("品牌编码", lambda each: each.code),
        Column("品牌名称", lambda each: each.name),
        Column("行业", lambda each: each.industry),
        Column("创建时间", lambda each: date(each.established)),
        Column("牵头单位", lambda each: each.lead),
    )
    page.header(columns)
    page.fill(columns, district.brands)
    return RosterFile("05-行业党建品牌.xlsx", (RosterKind.BRANDS,), (page,), "2022-06-30", "四个品牌")


def brand_members(district: District) -> RosterFile:
    """Which enterprises belong to the brands."""
    page = Page("成员企业")
    page.line("行业党建品牌成员企业")
    page.line("填报日期：2022年7月20日")
    page.rows.append(["品牌名称", "牵头单位", "成员企业"])
    for index, brand in enumerate(district.brands):
        listed = [each.name_in(2022) for each in brand.members if 2022 in each.seen]
        page.row([brand.name, brand.lead, several(listed, index)])
    page.row(["红烛幼教", "区教育局", "福绵区查无此名幼儿园"], "UNKNOWN_REFERENCE")
    return RosterFile(
        "12-品牌成员企业.xlsx",
        (RosterKind.BRANDS,),
        (page,),
        "2022-07-20",
        "一格多家企业；一行提到不存在的幼儿园",
    )


def policies(district: District) -> RosterFile:
    """Policies and who is entitled to them."""
    page = Page("惠企政策")
    page.line("惠企政策清单及适用企业", wide=7)
    columns: tuple[Column[Policy], ...] = (
        Column("政策编码", lambda each: each.code),
        Column("政策名称", lambda each: each.name),
        Column("政策内容", lambda each: each.grants),
        Column("生效时间", lambda each: date(each.since, 3 if each.since.is_day else 0)),
        Column("失效时间", lambda each: date(each.until, 1)),
        Column("适用企业", lambda each: several((one.name for one in each.entitled), int(each.code[-1]))),
        Column("所属行动", lambda each: "惠企政策进万企行动" if each.since > day(2023, 1, 1) else ""),
    )
    page.header(columns)
    page.fill(columns, district.policies)
    return RosterFile("31-惠企政策.xlsx", (RosterKind.POLICIES,), (page,), "", "一格多家企业，分隔符各异")
