"""Ledgers of activities, sign-in sheets, appraisals, what checks found."""

from collections.abc import Callable

from examples.district.activities import Activity, Target
from examples.district.appraisals import SIX, SURVEYED, UNION_SIX, WEIGHED, Appraisal, Rectification
from examples.district.cadres import Cadre
from examples.district.days import CASE_DAY, day
from examples.district.district import District
from examples.district.enterprises import Enterprise
from examples.district.rosters.handwriting import date, several, spaced
from examples.district.rosters.page import Cell, Column, Page
from examples.district.rosters.roster_file import RosterFile
from loaders.rosters.roster import RosterKind


def _named(target: Target, year: int) -> str:
    return target.name_in(year) if isinstance(target, Enterprise) else target.name


def _columns() -> tuple[Column[Activity], ...]:
    def report(index: int) -> Callable[[Activity], Cell]:
        return lambda each: each.report[index]

    return (
        Column("编号", lambda each: each.code),
        Column("活动时间", lambda each: date(each.date, int(each.code[-2:]))),
        Column("活动名称", lambda each: each.name),
        Column("活动类型", lambda each: each.kind),
        Column("四员职责", lambda each: each.duty),
        Column(
            "活动对象", lambda each: several((_named(one, each.date.first.year) for one in each.targets), 2)
        ),
        Column("牵头人", lambda each: each.leader.person.name if each.leader else ""),
        Column("牵头人单位", lambda each: each.leader.agency_on(each.date) if each.leader else ""),
        Column("主办单位", lambda each: each.organiser),
        Column(
            "人次",
            lambda each: int(each.person_times) if each.person_times.isdecimal() else each.person_times,
        ),
        Column("是否党务培训", lambda each: each.party_affairs),
        Column("宣讲政策", lambda each: each.delivered),
        Column("所属行动", lambda each: each.programme),
        Column("调研发现", report(0)),
        Column("对策建议", report(1)),
        Column("上级答复", report(2)),
    )


def activities(district: District, *, early: bool) -> RosterFile:
    """Activities to the end of 2022, or since; of the early ones one has a day that cannot be read."""
    columns = _columns()
    turn = day(2022, 12, 31)
    page = Page("活动台账")
    page.line("双选派工作活动台账", wide=17)
    page.line("统计单位：区双选派工作办公室")
    page.header(columns)
    page.fill(columns, [each for each in district.activities if (each.date <= turn) == early])
    if early:
        page.row(
            ["", "HD20220999", "上半年", "入企走访", "走访", "服务员", district.enterprises[1].name_in(2022)],
            "DATE_UNREADABLE",
        )
        page.row(
            ["", "HD20220998", "2022-05-05", "入企走访", "走访", "服务员", "福绵查无走访有限公司"],
            "UNKNOWN_REFERENCE",
        )
        return RosterFile(
            "34-活动台账-2018至2022.xlsx",
            (RosterKind.ACTIVITIES,),
            (page,),
            "",
            "日期无法辨认、企业不存在各一行",
        )
    return RosterFile(
        "35-活动台账-2023至2026.xlsx", (RosterKind.ACTIVITIES,), (page,), "", "含调研报告及上级答复"
    )


def sign_in_sheets(district: District) -> RosterFile:
    """Two trainings: names in two blocks side by side, and in one; one name has no unit."""
    listed = [each for each in district.activities if each.attendees and each.date <= CASE_DAY]
    pages = []
    for index, activity in enumerate(sorted(listed, key=lambda each: -len(each.attendees))):
        page = Page(f"签到{index + 1}")
        page.line(f"{activity.name}签到表", wide=8)
        page.line(f"活动编号：{activity.code}")
        first = activity.date.first
        page.line(f"培训日：{first.year}年{first.month}月{first.day}日")
        rows = activity.attendees
        if index == 0:
            page.rows.append(["序号", "姓名", "单位", "签名", "序号", "姓名", "单位", "签名"])
            half = (len(rows) + 1) // 2
            for number in range(half):
                cells: list[Cell] = [number + 1, spaced(rows[number][0].name), rows[number][1], "已签"]
                if number + half < len(rows):
                    other = rows[number + half]
                    cells += [number + half + 1, spaced(other[0].name), other[1], "已签"]
                page.row(cells)
        else:
            page.rows.append(["序号", "姓名", "单位", "签名"])
            for number, (person, unit) in enumerate(rows, start=1):
                page.row([number, spaced(person.name), unit, "已签"])
            page.blank()
            page.row(["", "无单位辛", "", "已签"], "PERSON_WITHOUT_UNIT")
        pages.append(page)
    return RosterFile(
        "36-党务培训签到表.xlsx",
        (RosterKind.ATTENDANCE,),
        tuple(pages),
        "",
        "左右两栏姓名；没有单位的姓名一行",
    )


def _subject(each: Appraisal | Rectification) -> str:
    subject = each.subject
    if isinstance(subject, Cadre):
        return subject.person.name
    return subject.name if not isinstance(subject, Enterprise) else subject.name_in(2026)


def _page(name: str, title: str, header: list[str], rows: list[list[Cell]]) -> Page:
    page = Page(name)
    page.line(title, wide=len(header))
    page.rows.append(list(header))
    for row in rows:
        page.row(row)
    return page


def appraisals(district: District) -> RosterFile:
    """A sheet for each scheme: two checklists, 百分制 of branches and of cadres, a survey."""

    def rows(scheme: str, *more: Callable[[Appraisal], Cell]) -> list[list[Cell]]:
        listed = [each for each in district.appraisals if each.scheme == scheme]
        return [
            [_subject(each), each.period, *(one(each) for one in more), *each.results, each.score]
            for each in listed
        ]

    weights = [f"{item}（{weight}分）" for item, weight in WEIGHED]
    scored = [
        [name, period, *(_number(cell) for cell in results)] for name, period, *results in rows("百分制")
    ]
    of_cadres = [
        [_subject(each), each.subject.agency_on(day(2025, 12, 31)), each.period,
         *(_number(cell) for cell in each.results), _number(each.score), "干部百分制"]
        for each in district.appraisals if isinstance(each.subject, Cadre)
    ]  # fmt: skip
    pages = (
        _page(
            "党支部六有",
            "党支部“六有”考核表",
            ["党组织名称", "考核年度", "考核时间", *SIX],
            [row[:-1] for row in rows("六有", lambda each: date(each.date, 2))],
        ),
        _page(
            "工会六有",
            "工会“六有”考核表",
            ["工会名称", "考核年度", "考核方案", "考核时间", *UNION_SIX],
            [row[:-1] for row in rows("工会六有", lambda _: "工会六有", lambda each: date(each.date, 3))],
        ),
        _page("党支部百分制", "党支部百分制考核表", ["党组织名称", "考核年度", *weights, "总分"], scored),
        _page(
            "干部百分制",
            "双选派干部百分制考核表",
            ["姓名", "工作单位", "考核年度", *weights, "总分", "考核方案"],
            of_cadres,
        ),
        _page(
            "职工测评",
            "企业党建职工测评表",
            ["企业名称", "考核年度", "测评时间", "调查人数", *SURVEYED],
            [
                row[:-1]
                for row in rows(
                    "职工测评", lambda each: date(each.date, 1), lambda each: int(each.respondents)
                )
            ],
        ),
    )
    return RosterFile(
        "37-考核测评.xlsx",
        (RosterKind.APPRAISALS,),
        pages,
        "",
        "五个工作表：六有两种、百分制两种（含工会项，合计 100）、测评；缺考",
    )


def _number(cell: Cell) -> Cell:
    return int(cell) if isinstance(cell, str) and cell.isdecimal() else cell


def rectifications(district: District) -> RosterFile:
    """What checks found; one concerns an enterprise that is on no roster."""
    columns: tuple[Column[Rectification], ...] = (
        Column("编号", lambda each: each.code),
        Column("整改对象", _subject),
        Column("检查时间", lambda each: date(each.found_on, 1)),
        Column("发现问题", lambda each: each.finding),
        Column("检查单位", lambda each: each.found_by),
        Column("整改期限", lambda each: date(each.due, 2)),
        Column("完成时间", lambda each: date(each.mended_on, 3)),
    )
    page = Page("整改")
    page.line("党建检查问题整改台账")
    page.header(columns)
    page.fill(columns, district.rectifications)
    page.row(["", "", "福绵查无整改有限公司", "2025.3.3", "阵地标识不规范", "巡察组"], "UNKNOWN_REFERENCE")
    return RosterFile("38-问题整改.csv", (RosterKind.RECTIFICATIONS,), (page,), "", "整改对象不存在一行")
