"""Rosters of cadres, selections and dispatches."""

from collections.abc import Callable

from examples.district.branches import Branch
from examples.district.cadres import MOVES_ON, Cadre
from examples.district.days import day
from examples.district.dispatches import Dispatch, Place, Selection
from examples.district.district import District
from examples.district.enterprises import Enterprise
from examples.district.identifiers import broken, id_number, uscc
from examples.district.people import Person
from examples.district.rosters.handwriting import date, person_columns, several, spaced, span
from examples.district.rosters.page import Cell, Column, Page
from examples.district.rosters.roster_file import RosterFile
from loaders.rosters.roster import RosterKind
from schema.partial_date import PartialDate


def of_person(column: Column[Person]) -> Column[Cadre]:
    """The column of a person, asked of a cadre."""
    cell: Callable[[Person], Cell] = column.cell
    return Column(column.header, lambda each: cell(each.person))


def cadres_2022(district: District) -> RosterFile:
    """All cadres, their agencies merged; a wrong ID number, and one with neither agency nor number."""
    columns: tuple[Column[Cadre], ...] = (
        Column("工作单位", lambda each: each.agency),
        Column("姓名", lambda each: spaced(each.person.name)),
        *(of_person(column) for column in person_columns()),
        Column("来源", lambda each: each.source),
        Column("职务", lambda each: each.position),
        Column("政治面貌", lambda each: each.party_status),
        Column("是否可选派", lambda each: each.available),
        Column("回避企业", lambda each: several((one.name_in(2022) for one in each.conflicts), each.number)),
        Column("公开联系电话", lambda each: each.contact),
    )
    page = Page("干部")
    page.line("双选派干部信息表", wide=14)
    page.line("填报单位（盖章）：区委组织部", *[""] * 8, "填报日期：2022年7月10日")
    page.blank()
    page.header(columns)
    page.fill(columns, sorted(district.cadres, key=lambda each: (each.agency, each.number)))
    page.merge_down(1)
    wrong = broken(id_number(day(1985, 5, 5), female=False, number=77))
    page.row(
        ["", "区税务局", "错号甲", "男", "1985.5", "汉族", "本科", "", wrong, "区直", "科员"],
        "ID_NUMBER_CHECK",
    )
    page.blank()
    page.row(
        ["", "", "无名乙", "女", "1990.1", "汉族", "本科", "", "", "区直", "科员"], "PERSON_WITHOUT_UNIT"
    )
    return RosterFile(
        "18-干部名册-2022.xlsx", (RosterKind.CADRES,), (page,), "2022-07-10",
        "工作单位合并；两字姓名带空格；身份证号校验错一行，无单位无证号一行",
    )  # fmt: skip


def cadres_2025(district: District) -> RosterFile:
    """Those who moved to another agency, and who can be sent now."""
    movers = [each for each in district.cadres if each.next_agency]
    columns: tuple[Column[Cadre], ...] = (
        Column("姓名", lambda each: spaced(each.person.name)),
        Column("身份证号", lambda each: each.person.id_number),
        Column("工作单位", lambda each: each.agency_on(MOVES_ON)),
        Column("到本单位时间", lambda each: date(MOVES_ON, 1) if each.next_agency else ""),
        Column("政治面貌", lambda each: each.party_status),
        Column("可选派", lambda each: "×" if each.number % 10 == 7 else "√"),
    )
    page = Page("干部")
    page.line("双选派干部调整情况")
    page.line("填报日期：2025年3月31日")
    page.header(columns)
    page.fill(columns, movers + [each for each in district.cadres[100:] if each.person.id_number])
    return RosterFile(
        "19-干部名册-2025.csv",
        (RosterKind.CADRES,),
        (page,),
        "2025-03-31",
        "调动干部的新单位",
        encoding="gb18030",
        after=("18-干部名册-2022.xlsx",),
    )


def named(target: Place, year: int) -> str:
    """A target as a roster of that year names it."""
    return target.name_in(year) if isinstance(target, Enterprise) else target.name


def _selection_columns(year: int) -> tuple[Column[Selection], ...]:
    def step(index: int) -> tuple[Column[Selection], Column[Selection]]:
        names = ("宣传发动", "个人申请", "单位推荐", "组织审定")
        return (
            Column(f"{names[index]}时间", lambda each: date(each.steps[index][0], index + 1)),
            Column(f"{names[index]}结果", lambda each: each.steps[index][1]),
        )

    def term(each: Selection) -> str:
        return span(each.dispatch.since, each.dispatch.until) if each.dispatch else ""

    return (
        Column("选派批次", lambda each: each.batch),
        Column("人选姓名", lambda each: each.cadre.person.name),
        Column("工作单位", lambda each: each.cadre.agency),
        Column("拟任职务", lambda each: each.post),
        Column("拟派驻企业", lambda each: named(each.target, year)),
        Column("启动时间", lambda each: date(each.opened, 2)),
        Column("资格审核", lambda each: each.eligible),
        *(column for index in range(4) for column in step(index)),
        Column("程序专员", lambda each: each.supervisor),
        Column("任职时间", term),
    )


def selections(district: District, year: int) -> RosterFile:
    """The ways to posts of the second batch (2022), or of the third and those that led to none (2026)."""
    columns = _selection_columns(year)
    page = Page("选派程序")
    page.line("双选派人选推荐及选派程序登记表", wide=16)
    page.line("填报日期：2022年8月1日" if year == 2022 else "填报日期：2026年11月10日")
    page.header(columns)
    page.fill(columns, [each for each in district.selections if (each.batch == "第二批") == (year == 2022)])
    page.merge_down(1)
    if year == 2022:
        page.row(
            [
                "",
                "第二批",
                "查无丙",
                "区税务局",
                "第一主席",
                district.enterprises[0].name_in(2022),
                "2022-06-01",
                "是",
            ],
            "UNKNOWN_REFERENCE",
        )
        return RosterFile(
            "20-选派程序-2022.xlsx", (RosterKind.SELECTIONS,), (page,), "2022-08-01",
            "四步程序；一行的人选不在干部名册",
        )  # fmt: skip
    return RosterFile(
        "21-选派程序-2026.xlsx",
        (RosterKind.SELECTIONS,),
        (page,),
        "2026-11-10",
        "六人未成：待定、未通过、尚未审定",
    )


_POSTING_DAYS = {2022: day(2022, 8, 2), 2024: day(2024, 9, 20), 2026: day(2026, 10, 25)}
_BATCHES = {2022: ("第一批", "第二批"), 2024: ("第三批",), 2026: ("第四批",)}


def _posting_columns(year: int) -> tuple[Column[Dispatch], ...]:
    at = _POSTING_DAYS[year]

    def end(each: Dispatch) -> PartialDate | None:
        return each.cut_short if each.cut_short is not None and each.cut_short <= at else each.until

    def reason(each: Dispatch) -> str:
        known = end(each)
        return each.reason if known is not None and known <= at else ""

    return (
        Column("批次", lambda each: each.batch),
        Column("文号", lambda each: each.document),
        Column("姓名", lambda each: each.cadre.person.name),
        Column("派出单位", lambda each: each.cadre.agency_on(min(at, each.since))),
        Column("担任职务", lambda each: each.post),
        Column("派驻企业", lambda each: named(each.target, year)),
        Column("任期", lambda each: span(each.since, end(each), each.cadre.number)),
        Column("后盾单位", lambda each: each.backing),
        Column("离任原因", reason),
        Column("所属行动", lambda each: each.programme),
    )


def dispatches(district: District, year: int) -> RosterFile:
    """Who holds which post: the batches begun by then, and those that have ended before their time since."""
    at, columns = _POSTING_DAYS[year], _posting_columns(year)
    page = Page("选派名单")
    page.line("附件", "")
    page.line("福绵区双选派干部任职情况一览表", wide=11)
    page.line("填报日期：" + at.first.strftime("%Y年") + f"{at.first.month}月{at.first.day}日")
    page.header(columns)
    fresh = [each for each in district.dispatches if each.batch in _BATCHES[year]]
    ended = [
        each for each in district.dispatches
        if each.batch not in _BATCHES[year] and each.cut_short is not None
        and each.since < at and each.cut_short <= at and each.cut_short > _POSTING_DAYS[max(2022, year - 2)]
    ]  # fmt: skip
    page.fill(columns, [*_single_rows(ended), *_single_rows(fresh)])
    _several_targets(page, columns, fresh)
    page.merge_down(1, 2)
    name = f"{ {2022: 22, 2024: 23, 2026: 24}[year] }-选派名单-{year}.xlsx"
    if year == 2022:
        _refused(page, district)
        about = "批次、文号合并；干部兼任品牌第一书记各占一行；企业不存在、只写简称、没有任期各一行"
        return RosterFile(name, (RosterKind.DISPATCHES,), (page,), "2022-08-02", about)
    about = "提前离任者写离任原因；一名干部一格派驻三处" if year == 2024 else "新近任职与将要任职"
    return RosterFile(name, (RosterKind.DISPATCHES,), (page,), str(at), about)


def _overloaded(each: Dispatch) -> bool:
    return each.cadre.number == 105 and each.batch == "第三批"


def _single_rows(listed: list[Dispatch]) -> list[Dispatch]:
    return [each for each in listed if not _overloaded(each)]


def _several_targets(page: Page, columns: tuple[Column[Dispatch], ...], fresh: list[Dispatch]) -> None:
    """One row with three branches in a cell."""
    many = [each for each in fresh if _overloaded(each)]
    if many:
        cells = [column.cell(many[0]) for column in columns]
        cells[5] = "\n".join(each.target.name for each in many if isinstance(each.target, Branch))
        page.row([len(page.data) + 1, *cells])


def _refused(page: Page, district: District) -> None:
    cadre = district.cadres[0]
    short = next(each for each in district.enterprises if each.short and 2022 in each.seen)
    start = ["", "第二批", "", cadre.person.name, cadre.agency, "第一主席"]
    page.blank()
    page.row([*start, "福绵查无派驻有限公司", "2022.5-2024.5"], "UNKNOWN_REFERENCE")
    page.row([*start, uscc("91", 9201), "2022.5-2024.5"], "UNKNOWN_REFERENCE")
    page.row([*start, short.trade.word + "公司", "2022.5-2024.5"], "UNKNOWN_REFERENCE")
    page.row([*start, district.enterprises[1].name_in(2022), ""], "CELL_REQUIRED")
