"""Enterprise rosters: by town in 2022, of the whole district in 2024 and 2026, of the parks in 2026."""

from collections.abc import Callable, Iterable

from examples.district.branches import Branch
from examples.district.district import District
from examples.district.enterprises import ROSTER_DAYS, Enterprise
from examples.district.identifiers import broken, uscc
from examples.district.places import TOWNS
from examples.district.rosters.handwriting import count, date
from examples.district.rosters.page import Cell, Column, Page
from examples.district.rosters.roster_file import RosterFile
from loaders.rosters.roster import RosterKind

_KIND = (RosterKind.ENTERPRISES,)
Columns = tuple[Column[Enterprise], ...]


def _known(year: int) -> Columns:
    """What does not change from day to day."""
    return (
        Column("企业名称", lambda each: each.name_in(year)),
        Column("统一社会信用代码", lambda each: each.uscc),
        Column("法定代表人", lambda each: each.legal),
        Column("联系电话", lambda each: each.phones),
        Column("成立日期", lambda each: date(each.established, each.number + year)),
        Column("行业", lambda each: each.trade.industry),
        Column("企业类型", lambda each: each.ownership),
        Column("规模", lambda each: each.size),
    )


def _seen(year: int, *names: str, above: str = "") -> Columns:
    """What the roster of that year saw, by header."""
    cells: dict[str, Callable[[Enterprise], Cell]] = {
        "职工人数": lambda each: count(each.seen[year].employees, each.number),
        "从业人员": lambda each: count(each.seen[year].employees, each.number),
        "党员数": lambda each: count(each.seen[year].full, each.number),
        "预备党员数": lambda each: count(each.seen[year].probationary, each.number),
        "会员数": lambda each: count(each.seen[year].union_members, each.number),
        "是否建立党组织": lambda each: each.seen[year].has_branch,
        "是否建立工会": lambda each: each.seen[year].has_union,
        "经营状态": lambda each: each.seen[year].status,
        "未建原因": lambda each: each.seen[year].reason,
    }
    return tuple(Column(name, cells[name], above) for name in names)


def _town(year: int) -> Column[Enterprise]:
    return Column("所属乡镇", lambda each: each.place_in(year))


_PARK: Column[Enterprise] = Column("所在园区", lambda each: each.park)
_MATURE: Column[Enterprise] = Column("是否成熟", lambda each: each.mature)
_ALL = (
    "职工人数",
    "党员数",
    "预备党员数",
    "会员数",
    "是否建立党组织",
    "是否建立工会",
    "经营状态",
    "未建原因",
)


def _of(district: District, year: int, *towns: str) -> list[Enterprise]:
    return [each for each in district.enterprises if year in each.seen and (not towns or each.town in towns)]


def _cells(columns: Columns, enterprise: Enterprise, number: int) -> list[Cell]:
    return [number, *(column.cell(enterprise) for column in columns)]


def fumian_2022(district: District) -> RosterFile:
    """福绵镇: every line an office adds, rows hidden, one doubled, two that contradict, a wrong code."""
    page = Page("福绵镇")
    columns = (_town(2022), _PARK, *_known(2022), *_seen(2022, *_ALL), _MATURE)
    page.line("附件1")
    page.line("福绵镇两新组织基本情况登记表", wide=20)
    page.line("填报单位（盖章）：福绵镇党建工作办公室", *[""] * 9, "填报日期：2022年7月20日")
    page.header(columns)
    page.line("甲", "乙", *[str(number) for number in range(1, len(columns))])
    page.line("示例", "福绵镇", "", "福绵某某制衣有限公司", "91450999MA0000000A")
    listed = sorted(_of(district, 2022, "福绵镇"), key=lambda each: (each.park, each.number))
    page.fill(columns, listed[:-1])
    page.merge_down(1, 2)
    page.hidden_rows = {page.data[7], page.data[8]}
    last = len(page.data) + 1
    page.row(_cells(columns, listed[-1], last))
    page.row(_cells(columns, listed[-1], last + 1))
    ghost = _cells(columns, listed[0], last + 2)
    ghost[3:5] = ["福绵查无洗涤有限公司", broken(uscc("91", 9001))]
    page.row(ghost, "USCC_CHECK")
    twice = _cells(columns, listed[1], last + 3)
    twice[3:5] = ["福绵双行织造有限公司", uscc("91", 9002)]
    twice[11] = 40
    page.row(twice, "CONTRADICTS_ROW")
    page.row([*twice[:11], 400, *twice[12:]], "CONTRADICTS_ROW")
    page.line("小计", *[""] * 10, "若干")
    page.line("注：职工人数以社保口径为准。")
    page.line("填表人：样例", "", "", "", "审核人：样例")
    return RosterFile(
        "06-企业名册-2022-福绵镇.xlsx", _KIND, (page,), "2022-07-20",
        "栏号行、示例行、隐藏行、合并的镇与园区、一行重复；信用代码校验位错一行、相互矛盾两行",
    )  # fmt: skip


def two_towns_2022(district: District) -> RosterFile:
    """成均镇 and 樟木镇: a sheet each, a summary that is not read, a hidden sheet."""
    pages = []
    columns = (*_known(2022), _town(2022), _PARK, *_seen(2022, *_ALL), _MATURE)
    for town in ("成均镇", "樟木镇"):
        page = Page(town)
        page.line(f"{town}非公企业基本情况表\n（2022年）", wide=12)
        page.line("填报日期：２０２２年７月２０日")
        page.blank()
        page.header(columns)
        listed = _of(district, 2022, town)
        page.fill(columns, listed[:40])
        page.line("第 1 页  共 2 页")
        page.header(columns)
        page.fill(columns, listed[40:])
        page.line("合计", f"{len(listed)}家")
        pages.append(page)
    summary = Page("汇总")
    summary.rows = [["镇", "企业数"], ["成均镇", len(pages[0].data)], ["樟木镇", len(pages[1].data)]]
    notes = Page("旧表", hidden=True)
    notes.rows = [["企业名称", "统一社会信用代码"], ["福绵旧表样例有限公司", uscc("91", 9003)]]
    return RosterFile(
        "07-企业名册-2022-成均樟木.xlsx", _KIND, (*pages, summary, notes), "2022-07-20",
        "两个工作表，表头重复、页码行；汇总表与隐藏表不读",
    )  # fmt: skip


def two_tables_2022(district: District) -> RosterFile:
    """新桥镇 and 沙田镇: two tables on one sheet, the members under a header of two lines."""
    page = Page("两镇")
    page.line("新桥镇、沙田镇两新组织摸底表", wide=14)
    page.line("填报日期：2022.7.20")
    columns = (
        *_known(2022), _town(2022), *_seen(2022, "从业人员"),
        *_seen(2022, "党员数", "预备党员数", above="党员情况"),
        *_seen(2022, "会员数", "是否建立党组织", "是否建立工会", "经营状态", "未建原因"), _MATURE,
    )  # fmt: skip
    for index, town in enumerate(("新桥镇", "沙田镇")):
        if index:
            page.blank()
            page.line("二、沙田镇企业名册")
        page.header(columns)
        page.fill(columns, _of(district, 2022, town))
    return RosterFile(
        "08-企业名册-2022-新桥沙田.xlsx", _KIND, (page,), "2022-07-20", "一个工作表两张表，两行表头"
    )


def shihe_2022(district: District) -> RosterFile:
    """石和镇: a CSV with villages, and the names of branches and unions that have no code."""
    branches = {
        branch.enterprises[0].number: branch for branch in district.branches
        if not branch.code and branch.established <= ROSTER_DAYS[2022]
    }  # fmt: skip
    unions = {
        union.enterprises[0].number: union.name for union in district.unions
        if not union.uscc and union.valid_on(ROSTER_DAYS[2022])
    }  # fmt: skip
    page = Page("石和镇")
    columns = (
        *_known(2022), Column("所属区划", lambda each: each.place), *_seen(2022, *_ALL), _MATURE,
        Column("党组织名称", lambda each: branches[each.number].name if each.number in branches else ""),
        Column("书记", lambda each: _secretary(branches.get(each.number))),
        Column("工会名称", lambda each: unions.get(each.number, "")),
    )  # fmt: skip
    page.line("石和镇两新组织名册")
    page.line("填报日期：2022-07-20")
    page.header(columns)
    listed = _of(district, 2022, "石和镇")
    page.fill(columns, listed)
    lost = _cells(columns, listed[0], len(listed) + 1)
    lost[1:3] = ["福绵失数纺织有限公司", "9.14509E+17"]
    page.row(lost, "CODE_DIGITS_LOST")
    return RosterFile(
        "09-企业名册-2022-石和镇.csv", _KIND, (page,), "2022-07-20",
        "所属区划为村；无代码的党组织、工会；一行信用代码成了科学计数", encoding="gb18030",
    )  # fmt: skip


def _secretary(branch: Branch | None) -> str:
    if branch is None:
        return ""
    day = ROSTER_DAYS[2022]
    return next((each.name for each in reversed(branch.secretaries) if each.since <= day), "")


def district_2024(district: District) -> RosterFile:
    """The whole district in June 2024: fewer columns, towns merged, former and short names."""
    page = Page("2024年")
    columns = (
        _town(2024), *_known(2024)[:2], Column("曾用名", lambda each: _former(each, 2024)),
        Column("简称", lambda each: each.short), *_known(2024)[4:6],
        *_seen(2024, "职工人数", "党员数", "会员数", "是否建立党组织", "是否建立工会", "经营状态"),
    )  # fmt: skip
    page.line("福绵区非公企业名册", wide=14)
    page.line("填报日期：2024年6月30日")
    page.header(columns)
    page.fill(columns, _of(district, 2024))
    page.merge_down(1)
    ghost = _cells(columns, _of(district, 2024)[0], len(page.data) + 1)
    ghost[1:4] = ["福绵镇", "福绵错码包装有限公司", broken(uscc("91", 9004))]
    page.row(ghost, "USCC_CHECK")
    return RosterFile(
        "10-企业名册-2024.xlsx", _KIND, (page,), "2024-06-30", "全区；更名企业写曾用名；信用代码校验位错一行"
    )


def _former(enterprise: Enterprise, year: int) -> str:
    return enterprise.former if enterprise.former and enterprise.renamed_in <= year else ""


def district_2026(district: District) -> RosterFile:
    """The whole district in September 2026, a sheet for each town."""
    columns = (
        *_known(2026), Column("曾用名", lambda each: _former(each, 2026)), _town(2026), _PARK, _MATURE,
        *_seen(2026, "从业人员"), *_seen(2026, "党员数", "预备党员数", above="党员情况"),
        *_seen(2026, "会员数", "是否建立党组织", "是否建立工会", "经营状态", "未建原因"),
    )  # fmt: skip
    pages = []
    for town in (place.name for place in TOWNS):
        page = Page(town)
        page.line(f"{town}两新组织基本情况表", wide=18)
        page.line("填报单位（盖章）", *[""] * 8, "填报日期：2026年9月30日")
        page.header(columns)
        page.fill(columns, _of(district, 2026, town))
        page.line("填表人：", "", "审核人：")
        pages.append(page)
    return RosterFile("11-企业名册-2026.xlsx", _KIND, tuple(pages), "2026-09-30", "每镇一表，两行表头")


def parks_2026(district: District) -> RosterFile:
    """Enterprises in parks in October 2026, in the old format: who works there, by code."""
    page = Page("园区企业")
    page.line("园区企业用工情况表", wide=6)
    page.line("填报日期：2026年10月20日")
    listed: Iterable[Enterprise] = [
        each for each in _of(district, 2026) if each.park and each.fate == "operating" and each.uscc
    ][:40]
    columns: Columns = (
        Column("园区", lambda each: each.park),
        Column("单位名称", lambda each: each.name),
        Column("信用代码", lambda each: each.uscc),
        Column("用工人数", lambda each: each.workers + each.number % 7),
        Column("经营情况", lambda each: "停产" if each.number % 37 == 3 else "正常"),
    )
    page.header(columns)
    page.fill(columns, listed)
    page.merge_down(1)
    return RosterFile("13-园区企业用工-2026.xls", _KIND, (page,), "2026-10-20", "XLS 旧格式；园区合并")
