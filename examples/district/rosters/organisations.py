"""Rosters of party organisations and unions, of 2022 and of 2026."""

from examples.district.branches import Branch
from examples.district.days import day
from examples.district.district import District
from examples.district.identifiers import broken, uscc
from examples.district.rosters.handwriting import count, date, several, span
from examples.district.rosters.page import Column, Page
from examples.district.rosters.roster_file import RosterFile
from examples.district.unions import Union
from loaders.rosters.roster import RosterKind
from schema.partial_date import PartialDate

BRANCH_DAYS = {2022: day(2022, 7, 22), 2026: day(2026, 9, 20)}
UNION_DAYS = {2022: day(2022, 7, 25), 2026: day(2026, 9, 25)}


def _spans(periods: list[tuple[PartialDate, PartialDate]], at: PartialDate) -> str:
    return "；".join(span(since, until) for since, until in periods if since <= at)


def _branch_columns(year: int) -> tuple[Column[Branch], ...]:
    at = BRANCH_DAYS[year]

    def dissolved(each: Branch) -> PartialDate | None:
        return each.dissolved if each.dissolved is not None and each.dissolved <= at else None

    def terms(each: Branch) -> str:
        led = [office for office in each.secretaries if office.since <= at]
        return "、".join(
            span(one.since, one.until if one.until is not None and one.until <= at else None) for one in led
        )

    return (
        Column("所属乡镇", lambda each: each.town),
        Column("上级党组织", lambda each: each.superior),
        Column("党组织代码", lambda each: each.code),
        Column("党组织名称", lambda each: each.name),
        Column("组建方式", lambda each: each.kind),
        Column("党组织层级", lambda each: each.level),
        Column("有无审批权限", lambda each: each.may_approve),
        Column(
            "覆盖企业", lambda each: several((one.name_in(year) for one in each.enterprises), len(each.name))
        ),
        Column("成立时间", lambda each: date(each.established, len(each.name))),
        Column("撤销时间", lambda each: date(dissolved(each), 2)),
        Column("任期", lambda each: _spans(each.terms, at)),
        Column("书记", lambda each: several(one.name for one in each.secretaries if one.since <= at)),
        Column("书记任期", terms),
    )


def branches_2022(district: District) -> RosterFile:
    """Committees above on one sheet, the branches below them on another; superiors merged."""
    columns = _branch_columns(2022)
    known = [each for each in district.branches if each.established <= BRANCH_DAYS[2022]]
    above, below = Page("上级党组织"), Page("基层党组织")
    for page, listed in (
        (above, [each for each in known if each.level in ("区级", "镇级", "园区")]),
        (below, [each for each in known if each.level not in ("区级", "镇级", "园区")]),
    ):
        page.line("附件3")
        page.line("两新党组织名册", wide=13)
        page.line("填报日期：2022年7月22日")
        page.header(columns)
        page.fill(columns, listed)
    below.merge_down(1, 2)
    below.row(
        [
            "",
            "福绵镇",
            "中共福绵区福绵镇委员会",
            "450903009999",
            "中共福绵查无企业支部委员会",
            "单独",
            "企业",
            "",
            "福绵查无企业有限公司",
            "2020.5",
        ],
        "UNKNOWN_REFERENCE",
    )
    return RosterFile(
        "14-党组织名册-2022.xlsx", (RosterKind.BRANCHES,), (above, below), "2022-07-22",
        "上级与基层各一表，镇和上级党组织合并；一行覆盖的企业不存在",
    )  # fmt: skip


def branches_2026(district: District) -> RosterFile:
    """New and dissolved ones, further terms and secretaries; a third are not listed again."""
    columns = _branch_columns(2026)
    page = Page("党组织")
    page.line("福绵区两新党组织台账", wide=13)
    page.line("填报日期：2026年9月20日")
    page.header(columns)
    listed = [
        each
        for index, each in enumerate(district.branches)
        if index % 3 or not each.enterprises or each.established > BRANCH_DAYS[2022] or each.dissolved
    ]
    page.fill(columns, listed)
    page.ditto(2)
    return RosterFile(
        "15-党组织名册-2026.xlsx", (RosterKind.BRANCHES,), (page,), "2026-09-20", "同上；届满、撤销、换书记"
    )


def _union_columns(year: int) -> tuple[Column[Union], ...]:
    at = UNION_DAYS[year]

    def dissolved(each: Union) -> PartialDate | None:
        return each.dissolved if each.dissolved is not None and each.dissolved <= at else None

    def chaired(each: Union) -> str:
        return "、".join(
            span(one.since, one.until if one.until is not None and one.until <= at else None)
            for one in each.chairs
        )

    return (
        Column("所属乡镇", lambda each: each.town),
        Column("工会统一社会信用代码", lambda each: each.uscc),
        Column("工会名称", lambda each: each.name),
        Column("建会方式", lambda each: each.kind),
        Column(
            "涵盖单位", lambda each: several((one.name_in(year) for one in each.enterprises), len(each.name))
        ),
        Column(
            "建会时间", lambda each: date(each.established, len(each.name) if each.established.is_day else 0)
        ),
        Column("撤销时间", lambda each: date(dissolved(each), 1)),
        Column("任期", lambda each: _spans(each.terms, at)),
        Column("主席", lambda each: several(one.name for one in each.chairs)),
        Column("主席任期", chaired),
        Column("会员数", lambda each: count(each.members[year], len(each.name))),
        Column("女会员数", lambda each: count(each.women[year], 1)),
        Column("依托党组织", lambda each: each.founded_via.name if each.founded_via else ""),
        Column("集体合同期限", lambda each: _spans(each.contracts, at)),
        Column("所属行动", lambda each: each.programme),
    )


def unions_2022(district: District) -> RosterFile:
    """Unions founded by July 2022; a code with a wrong check digit."""
    columns = _union_columns(2022)
    page = Page("工会")
    page.line("基层工会建会台账", wide=15)
    page.line("填报单位：区总工会（盖章）", *[""] * 6, "填报日期：2022年7月25日")
    page.header(columns)
    page.fill(columns, [each for each in district.unions if each.established.last <= UNION_DAYS[2022].first])
    page.row(
        [
            "",
            "福绵镇",
            broken(uscc("81", 9101)),
            "福绵错码工会委员会",
            "单独",
            district.enterprises[0].name_in(2022),
        ],
        "USCC_CHECK",
    )
    page.line("合计", "", "", f"{len(page.data) - 1}家")
    return RosterFile(
        "16-工会名册-2022.xlsx", (RosterKind.UNIONS,), (page,), "2022-07-25",
        "30（含女12）、约、余；主席为选举产生，与第一主席无关；信用代码校验位错一行",
    )  # fmt: skip


def unions_2026(district: District) -> RosterFile:
    """All unions that are on record in September 2026."""
    columns = _union_columns(2026)
    page = Page("工会")
    page.line("福绵区工会组织情况")
    page.line("填报日期：2026年9月25日")
    page.header(columns)
    listed = [
        each
        for index, each in enumerate(district.unions)
        if index % 5 or each.established.last > UNION_DAYS[2022].first
    ]
    page.fill(columns, listed)
    page.ditto(1, "〃")
    return RosterFile(
        "17-工会名册-2026.csv", (RosterKind.UNIONS,), (page,), "2026-09-25", "UTF-8 带 BOM 的 CSV"
    )
