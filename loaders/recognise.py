"""Recognise what a workbook holds: tables of one kind each, their data rows and day (R1 to R5)."""

import re
from collections import Counter
from dataclasses import dataclass, field
from typing import Final

from loaders.cells.dates import read_date
from loaders.cells.text import plain, shown
from loaders.errors import Refused
from loaders.headers import Header, header_key, may_be_header, recognise_header
from loaders.refusals import KindContradictsFile, NoTable
from loaders.rosters import ROSTERS
from loaders.rosters.roster import RosterKind
from loaders.sheets.workbook import Sheet, Value, Workbook
from schema.partial_date import PartialDate
from schema.text import Text

_TOTALS: Final = re.compile(r"(?:合计|总计|小计|共计)(?:[:：].*)?|.*(?:小计|合计)")
_REMARKS: Final = re.compile(
    r"(?:注|备注|说明|填表说明|填表人|填报人|审核人|审核|制表人?|制表单位|填报单位|单位负责人|联系人)"
    r"[:：（(].*|第\d+页.*|共\d+页.*|[(（]?盖章[)）]?.*|附件\d*[:：].*"
)
_EXAMPLE: Final = re.compile(r"(?:示例|样例|例如?)(?:[:：]?.*)?")
_NUMBERS: Final = frozenset("甲乙丙丁戊己庚辛壬癸")
_DAY: Final = re.compile(
    r"(?:填报日期|填报时间|填表日期|填表时间|统计时间|统计日期|截止日期|截至|数据截至|考核时间)[:：]?\s*"
    r"([0-9０-９]{4}\s*[-./年]\s*[0-9０-９]{1,2}(?:\s*[-./月]\s*(?:[0-9０-９]{1,2}\s*日?)?)?)"
)
_UNREAD_SHEETS: Final = re.compile(r".*汇总.*|填表说明|填报说明|说明|字典|下拉选项?|选项")


@dataclass(slots=True)
class Table:
    """One table of a sheet. `rows` are its data rows, `totals` its 合计 rows; all count from 0."""

    sheet: Sheet
    header: Header
    title: tuple[str, ...]
    rows: list[int] = field(default_factory=list)
    totals: list[int] = field(default_factory=list)
    day: PartialDate | None = None


@dataclass(slots=True)
class Recognised:
    """What a workbook holds. `non_data` counts the rows of read sheets that state nothing."""

    tables: list[Table] = field(default_factory=list)
    ignored_sheets: list[tuple[str, str]] = field(default_factory=list)
    non_data: int = 0
    read: int = 0


def recognise(workbook: Workbook, kind: RosterKind | None = None) -> Recognised:
    """Find every table; raises Refused where there is none, or none of the `kind` that was named."""
    found = Recognised()
    kinds = tuple(ROSTERS) if kind is None else (kind,)
    for sheet in workbook.sheets:
        if sheet.hidden:
            found.ignored_sheets.append((sheet.name, "HIDDEN"))
        elif _UNREAD_SHEETS.fullmatch(sheet.name):
            found.ignored_sheets.append((sheet.name, "SUMMARY"))
        elif not _read_sheet(sheet, kinds, workbook.file, found):
            found.ignored_sheets.append((sheet.name, "NO_TABLE"))
    if not found.tables:
        raise _nothing_found(workbook.file, kind)
    order = list(ROSTERS)
    found.tables.sort(key=lambda table: order.index(table.header.roster.kind))
    return found


def _read_sheet(sheet: Sheet, kinds: tuple[RosterKind, ...], file: str, found: Recognised) -> bool:
    last = max((i for i, row in enumerate(sheet.rows) if any(map(_has_value, row))), default=-1)
    above: list[str] = []
    lines: list[str] = []
    table: Table | None = None
    tables: list[Table] = []
    non_data = 0
    index = 0
    while index <= last:
        cells = sheet.rows[index]
        header = None
        if may_be_header(cells) and not (table is not None and _repeats(table.header, cells)):
            header = recognise_header(sheet, index, (*above, file), kinds)
        if header is not None:
            titles = _titles_taken_back(table, index) if table is not None else []
            non_data += len(titles)
            lines += titles
            table = Table(sheet, header, (*titles, *above))
            tables.append(table)
            non_data += header.last - index + 1
            index = header.last + 1
            continue
        if table is None or not _is_data(table, cells, index):
            text = " ".join(shown(cell) for cell in cells if _has_value(cell))
            if text:
                above.append(text)
                lines.append(text)
                if table is not None and text and len(above) > 8:  # noqa: PLR2004 - a title is short
                    above = above[-8:]
            non_data += 1
        else:
            table.rows.append(index)
            above = []
        index += 1
    if not tables:
        return False
    day = _day((*lines, sheet.name, file))
    for each in tables:
        each.day = _day(each.title) or day
    found.tables.extend(tables)
    found.non_data += non_data
    found.read += last + 1
    return True


def _titles_taken_back(table: Table, header_row: int) -> list[str]:
    """Lone texts right above the next header were its title, not rows of the table before."""
    titles: list[str] = []
    rows = table.sheet.rows
    above = header_row - 1
    while table.rows and above >= table.rows[-1]:
        texts = [shown(cell) for cell in rows[above] if _has_value(cell)]
        if len(texts) > 1:
            break
        if above == table.rows[-1]:
            table.rows.pop()
            titles[:0] = texts
        above -= 1
    return titles


def _is_data(table: Table, cells: list[Value], index: int) -> bool:
    """Whether a row below the header states something; a 合计 row is kept apart for its check."""
    width = table.header.width
    stated = {
        i: text
        for i, cell in enumerate(cells[:width])
        if i in table.header.texts and _has_value(cell) and (text := plain(cell))
    }
    texts = list(stated.values())
    if not texts or (len(texts) == 1 and not stated.keys() & table.header.stating):
        return False  # nothing, or a lone text where no fact stands: the title of the next table
    first = texts[0]
    if any(_TOTALS.fullmatch(text) for text in texts[:2]):
        table.totals.append(index)
        return False
    if _REMARKS.fullmatch(first) or _EXAMPLE.fullmatch(first) or _repeats(table.header, cells):
        return False
    if len(texts) > 2 and _EXAMPLE.fullmatch(texts[1]):  # noqa: PLR2004 - the number column, then 示例
        return False
    return not _are_column_numbers(texts)


def _are_column_numbers(texts: list[str]) -> bool:
    if len(texts) < 3:  # noqa: PLR2004 - two numbers may be data
        return False
    marks = [text.strip("()（）栏") for text in texts]
    digits = [int(mark) for mark in marks if mark.isdecimal() and len(mark) <= 2]  # noqa: PLR2004 - a hundred columns
    letters = [mark for mark in marks if mark in _NUMBERS]
    return len(digits) + len(letters) == len(marks) and digits == list(
        range(digits[0] if digits else 0, (digits[0] if digits else 0) + len(digits))
    )


def _repeats(header: Header, cells: list[Value]) -> bool:
    """Whether a row says what the header says: the header printed again on a new page."""
    filled = {index: cell for index, cell in enumerate(cells) if _has_value(cell)}
    return len(filled) > 1 and all(
        type(cell) is str and header_key(shown(cell)) in header_key(header.texts.get(index, ""))
        for index, cell in filled.items()
    )


def _has_value(cell: Value) -> bool:
    return cell is not None and (type(cell) is not str or (bool(cell) and not cell.isspace()))


def _day(lines: tuple[str, ...]) -> PartialDate | None:
    days = Counter(
        reading.value
        for line in lines
        for text in _DAY.findall(line)
        if isinstance((reading := read_date(text.strip())).value, PartialDate)
    )
    return days.most_common(1)[0][0] if days else None


def _nothing_found(file: str, kind: RosterKind | None) -> Refused:
    if kind is None:
        return NoTable(where=file)
    return KindContradictsFile(Text(kind.zh, kind.en), where=file)
