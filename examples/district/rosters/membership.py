"""Rosters of party members, and the ledgers of those on the path to membership."""

from collections.abc import Callable
from typing import Any

from examples.district.activists import LEDGER_DAYS, Activist
from examples.district.days import day
from examples.district.district import District
from examples.district.identifiers import broken, id_number
from examples.district.members import Member
from examples.district.path import known_on
from examples.district.people import Person
from examples.district.rosters.handwriting import date, person_columns, spaced, span
from examples.district.rosters.page import Cell, Column, Page
from examples.district.rosters.roster_file import RosterFile
from loaders.rosters.cultivation_columns import EVENT_COLUMNS
from loaders.rosters.roster import RosterKind
from schema.partial_date import PartialDate

MEMBER_DAYS = {2022: day(2022, 7, 25), 2026: day(2026, 9, 28)}


def _as_members(district: District, at: PartialDate) -> list[Member]:
    """The members of that day: those of old, and the activists who were admitted by then."""
    listed = [each for each in district.members if each.branch.established <= at and each.branch.code]
    for each in district.activists:
        meeting = each.step_on("BRANCH_MEETING", at)
        ended = any(each.step_on(kind, at) for kind in ("CANCELLATION", "NOT_RECOGNIZED"))
        if not each.admitted_on(at) or meeting is None or ended:
            continue
        place = each.place_on(at)
        full = each.step_on("FULL_APPROVAL", at) and PartialDate.on(
            meeting.first.replace(year=meeting.first.year + 1)
        )
        listed.append(Member(each.person, place.branch, place.enterprise, meeting, full))
    return listed


def _member_columns(year: int) -> tuple[Column[Member], ...]:
    def of(column: Column[Person]) -> Column[Member]:
        cell: Callable[[Person], Cell] = column.cell
        return Column(column.header, lambda each: cell(each.person))

    at = MEMBER_DAYS[year]
    return (
        Column("所在党组织", lambda each: each.branch.name),
        Column("所在企业", lambda each: each.employer.name_in(year)),
        Column("姓名", lambda each: spaced(each.person.name)),
        *(of(column) for column in person_columns(2)),
        Column("入党时间", lambda each: date(each.joined, each.joined.stored)),
        Column("转正时间", lambda each: date(each.became_full, each.joined.stored + 1)),
        Column("人员类别", lambda each: each.status_on(at)),
        Column(
            "处分情况",
            lambda each: each.penalty if each.penalty[:7] <= f"{at.first.year}.{at.first.month:02}" else "",
        ),
        Column("成为骨干时间", lambda each: date(each.backbone_since, 1)),
    )


def members_2022(district: District) -> RosterFile:
    """Members of five towns in July 2022; 石和镇 handed in none. One ID number is wrong, one lost digits."""
    columns = _member_columns(2022)
    page = Page("党员")
    page.line("附件4")
    page.line("两新组织党员名册", wide=15)
    page.line("填报日期：2022年7月25日")
    page.header(columns)
    listed = [each for each in _as_members(district, MEMBER_DAYS[2022]) if each.employer.town != "石和镇"]
    page.fill(columns, listed)
    page.merge_down(1)
    cells = [column.cell(listed[0]) for column in columns]
    cells[2], cells[8] = "错号丁", broken(id_number(day(1980, 1, 1), female=True, number=78))
    page.row(["", *cells], "ID_NUMBER_CHECK")
    page.row(["", *cells[:2], "失数戊", *cells[3:8], 4.50999198001e17, *cells[9:]], "ID_NUMBER_DIGITS_LOST")
    return RosterFile(
        "25-党员名册-2022.xlsx", (RosterKind.MEMBERS,), (page,), "2022-07-25",
        "党组织合并；石和镇未报；身份证号校验错、丢位各一行",
    )  # fmt: skip


def members_2026(district: District) -> RosterFile:
    """Members of all towns in September 2026, those received since among them."""
    columns = _member_columns(2026)
    at = MEMBER_DAYS[2026]
    page = Page("党员")
    page.line("两新组织党员名册")
    page.line("填报日期：2026-09-28")
    page.header(columns)
    page.fill(columns, [each for each in _as_members(district, at) if each.branch.valid_on(at)])
    return RosterFile(
        "26-党员名册-2026.csv",
        (RosterKind.MEMBERS,),
        (page,),
        "2026-09-28",
        "GB18030；新接收的党员",
        encoding="gb18030",
    )


_HEADERS: dict[str, str] = {column.name: column.headers[0] for column in EVENT_COLUMNS}
_REPEATED = ("REVIEW.date", "REVIEW.outcome", "contacts", "introducers")


def _ledger_columns(year: int, *, twofold: bool) -> tuple[Column[Activist], ...]:
    at = LEDGER_DAYS[year]

    def of(column: Column[Person]) -> Column[Activist]:
        cell: Callable[[Person], Cell] = column.cell
        return Column(column.header, lambda each: cell(each.person))

    def fact(name: str) -> Column[Activist]:
        return Column(_HEADERS[name], lambda each: _shown(known_on(each.facts, at).get(name), len(name)))

    def union(each: Activist) -> str:
        union = each.place_on(at).union
        return union.name if union is not None and union.valid_on(at) else ""

    return (
        Column("培养党组织", lambda each: each.place_on(at).branch.name),
        Column("所在企业", lambda each: each.place_on(at).enterprise.name_in(year)),
        Column("所在工会", union),
        Column("姓名", lambda each: spaced(each.person.name)),
        *(of(column) for column in person_columns(1)),
        Column("培养阶段", lambda each: each.stated_stage),
        Column("流动党员", lambda each: each.floating),
        Column("拟离开时间", lambda each: date(each.leaves_on, 2)),
        Column("成为骨干时间", lambda each: date(each.backbone_since, 2)),
        Column("劳模时间", lambda each: date(each.model_since, 3)),
        *_named(at, "培养联系人", "CONTACTS.date", twofold=twofold),
        *_named(at, "入党介绍人", "INTRODUCERS.date", twofold=twofold),
        Column(
            "半年考察时间",
            lambda each: date(max((one for one in each.reviews if one <= at), default=None), 2),
        ),
        *(fact(column.name) for column in EVENT_COLUMNS if column.name not in _REPEATED),
    )


def _named(at: PartialDate, header: str, since: str, *, twofold: bool) -> tuple[Column[Activist], ...]:
    def names(each: Activist) -> tuple[str, ...]:
        taken = each.facts.get(since)
        known = isinstance(taken, PartialDate) and taken <= at
        return (each.contacts if header == "培养联系人" else each.introducers) if known else ()

    if not twofold:
        return (Column(header, lambda each: "、".join(names(each))),)
    return (
        Column("1", lambda each: (*names(each), "", "")[0], header),
        Column("2", lambda each: (*names(each), "", "")[1], header),
    )


def _shown(fact: Any, turn: int) -> Cell:
    if isinstance(fact, PartialDate):
        return date(fact, turn)
    if isinstance(fact, tuple):
        return span(fact[0], fact[1], turn)
    return fact if isinstance(fact, int | str) else None


def _only_used(columns: tuple[Column[Activist], ...], listed: list[Activist]) -> tuple[Column[Activist], ...]:
    """Without the columns that say nothing of anybody."""
    return tuple(column for column in columns if any(column.cell(each) not in (None, "") for each in listed))


def ledger_2022(district: District) -> RosterFile:
    """Two sheets under headers of two lines; a wrong ID number, and two rows that contradict each other."""
    listed = [each for each in district.activists if each.first_ledger == 2022]
    columns = _only_used(_ledger_columns(2022, twofold=True), listed)
    pages = []
    for name, towns in (
        ("福绵成均", ("福绵镇", "成均镇")),
        ("其他各镇", ("樟木镇", "新桥镇", "沙田镇", "石和镇")),
    ):
        page = Page(name)
        page.line("附件5")
        page.line("发展党员工作培养台账", wide=30)
        page.line("填报日期：2022年7月31日")
        page.header(columns)
        here = sorted(
            (each for each in listed if each.place.enterprise.town in towns),
            key=lambda each: each.place.branch.name,
        )
        page.fill(columns, here)
        pages.append(page)
    cells = [column.cell(listed[0]) for column in columns]
    headers = [column.header for column in columns]
    cells[headers.index("姓名")] = "错号己"
    cells[headers.index("身份证号")] = broken(id_number(day(1991, 3, 3), female=True, number=79))
    pages[0].row(["", *cells], "ID_NUMBER_CHECK")
    cells[headers.index("姓名")] = "矛盾庚"
    cells[headers.index("身份证号")] = id_number(day(1991, 3, 3), female=True, number=80)
    cells[headers.index("成为骨干时间")] = "2020.5"
    pages[0].row(["", *cells], "CONTRADICTS_ROW")
    cells[headers.index("成为骨干时间")] = "2021.5"
    pages[0].row(["", *cells], "CONTRADICTS_ROW")
    for page in pages:
        page.merge_down(1, 2)
    return RosterFile(
        "27-培养台账-2022.xlsx", (RosterKind.CULTIVATION,), tuple(pages), "2022-07-31",
        "培养联系人、入党介绍人各占两列的两行表头；身份证号校验错一行，同一人相互矛盾两行",
    )  # fmt: skip


def ledger_2024(district: District) -> RosterFile:
    """A CSV of those whose path went on, or began, by June 2024."""
    at = LEDGER_DAYS[2024]
    listed = [
        each
        for index, each in enumerate(district.activists)
        if each.first_ledger == 2024 or (each.first_ledger < 2024 and index % 2)
    ]
    columns = _only_used(_ledger_columns(2024, twofold=False), listed)
    page = Page("台账")
    page.line("发展党员工作培养台账")
    page.line(f"填报日期：{at}")
    page.header(columns)
    page.fill(columns, listed)
    return RosterFile(
        "28-培养台账-2024.csv",
        (RosterKind.CULTIVATION,),
        (page,),
        "2024-06-30",
        "UTF-8 带 BOM；一格两名联系人",
    )


def _went_on(each: Activist) -> bool:
    """Whether a later ledger has steps that the first could not know."""
    return known_on(each.facts, LEDGER_DAYS[2022]) != known_on(each.facts, LEDGER_DAYS[2026])


def ledger_2026(district: District) -> RosterFile:
    """All whose path went on, and most others, in October 2026; from May under the new rules."""
    listed = [
        each
        for index, each in enumerate(district.activists)
        if index % 6 or each.first_ledger > 2022 or _went_on(each)
    ]
    columns = _only_used(_ledger_columns(2026, twofold=True), listed)
    page = Page("台账")
    page.line("发展党员工作培养台账（2026年10月）", wide=30)
    page.line("填报单位（盖章）：区委组织部", *[""] * 9, "填报日期：2026年10月31日")
    page.header(columns)
    page.fill(columns, sorted(listed, key=lambda each: each.place_on(LEDGER_DAYS[2026]).enterprise.town))
    page.line("填表人：样例")
    return RosterFile(
        "29-培养台账-2026.xlsx",
        (RosterKind.CULTIVATION,),
        (page,),
        "2026-10-31",
        "两个版本的细则；调动、延长、取消、未召开",
    )
