"""XLSX: values at their true positions, and what stands beside them (R4, R5, R15, R29, R33)."""

from collections.abc import Callable
from datetime import date, datetime
from pathlib import Path
from typing import Any

import pytest

from loaders.cells.dates import read_date
from loaders.sheets.read import read_workbook
from loaders.sheets.workbook import Format, Merge, Note, Sheet, Workbook
from loaders.sheets.xlsx_marks import marks_of
from schema.partial_date import PartialDate
from tests.loaders.sheets.made_files import part, repacked, written, xlsx

A_DAY = datetime.fromisoformat("2022-08-02T00:00")


@pytest.fixture(name="read")
def read_(tmp_path: Path) -> Callable[[bytes], Workbook]:
    return lambda data: read_workbook(written(tmp_path, "名册.xlsx", data))


Read = Callable[[bytes], Workbook]


def one_sheet(read: Read, fill: Callable[[Any, Any], None], options: dict[str, Any] | None = None) -> Sheet:
    workbook = read(xlsx(lambda book: fill(book, book.add_worksheet("甲")), options))
    assert workbook.format is Format.XLSX
    (sheet,) = workbook.sheets
    return sheet


def test_values_keep_their_kind(read: Read) -> None:
    def fill(book: Any, sheet: Any) -> None:
        sheet.write_row(0, 0, ["文", 50, 2022.1, True, 13800001234, " 空 格 ", "一\n二"])
        sheet.write_datetime(0, 7, A_DAY, book.add_format({"num_format": "yyyy-mm-dd"}))
        sheet.write_datetime(
            0,
            8,
            datetime.fromisoformat("2022-08-02T10:30"),
            book.add_format({"num_format": "yyyy-mm-dd hh:mm"}),
        )
        sheet.write_string(0, 9, "=1+1")
        sheet.write_string(0, 10, "007")
        sheet.write_number(0, 11, 450903199001011234)

    row = one_sheet(read, fill).rows[0]
    assert row[:7] == ["文", 50, 2022.1, True, 13800001234, " 空 格 ", "一\n二"]
    assert row[7] == date(2022, 8, 2)
    assert not isinstance(row[7], datetime)
    assert row[8] == datetime.fromisoformat("2022-08-02T10:30")
    assert row[9:11] == ["=1+1", "007"]
    assert isinstance(row[11], float)
    assert [type(each) for each in row[1:4]] == [int, float, bool]


def test_rows_and_columns_stand_where_the_spreadsheet_shows_them(read: Read) -> None:
    def fill(_: Any, sheet: Any) -> None:
        sheet.write(3, 2, "头")
        sheet.write(6, 4, "尾")

    sheet = one_sheet(read, fill)
    assert len(sheet.rows) == 7
    assert sheet.rows[3][2] == "头"
    assert sheet.rows[6][4] == "尾"
    assert [cell for row in sheet.rows for cell in row if cell is not None] == ["头", "尾"]


def test_sheets_keep_their_order_and_say_whether_they_are_hidden(read: Read) -> None:
    def fill(book: Any) -> None:
        book.add_worksheet("汇总").write(0, 0, 1)
        book.add_worksheet("藏").hide()
        book.add_worksheet("更藏").very_hidden()
        book.add_chartsheet("图")
        book.add_worksheet("A & B <丙>")

    assert [(sheet.name, sheet.hidden) for sheet in read(xlsx(fill)).sheets] == [
        ("汇总", False),
        ("藏", True),
        ("更藏", True),
        ("A & B <丙>", False),
    ]


@pytest.mark.parametrize(
    ("shape", "stored"),
    [
        ("yyyy-mm-dd", 20220802),
        ('yyyy"年"m"月"d"日"', 20220802),
        ('yyyy"年"m"月"', 20220800),
        ("[$-804]yyyy\\.mm;@", 20220800),
        ("mmm-yy", 20220800),
        ("yyyy", 20220000),
        ('m"月"d"日"', 20220802),
        (14, 20220802),
        (57, 20220800),
        (31, 20220802),
        (27, 20220800),
        (0, 20220802),
    ],
)
@pytest.mark.parametrize("since_1904", [False, True], ids=["1900", "1904"])
def test_a_date_cell_says_what_its_format_shows(
    read: Read, shape: str | int, stored: int, *, since_1904: bool
) -> None:
    def fill(book: Any, sheet: Any) -> None:
        form = book.add_format()
        form.set_num_format(shape)
        sheet.write_datetime(2, 1, A_DAY, form)

    sheet = one_sheet(read, fill, {"date_1904": since_1904})
    assert read_date(sheet.rows[2][1], sheet.note(2, 1)).value == PartialDate(stored)


def test_formulas_give_their_cached_value_or_say_that_there_is_none(read: Read) -> None:
    def fill(_: Any, sheet: Any) -> None:
        sheet.write_formula(0, 0, "=1+1", None, 2)
        sheet.write_formula(1, 0, '=""', None, "")
        sheet.write_formula(2, 0, "=NA()", None, "#N/A")
        sheet.write_formula(3, 0, "=1/0", None, "#DIV/0!")
        sheet.write_formula(4, 0, "=1+1", None, 2)

    data = xlsx(lambda book: fill(book, book.add_worksheet()))
    name = "xl/worksheets/sheet1.xml"
    xml = (
        part(data, name)
        .replace(b'<c r="A2">', b'<c r="A2" t="str">')
        .replace(b'<c r="A5"><f>1+1</f><v>2</v></c>', b'<c r="A5"><f>1+1</f></c>')
    )
    (sheet,) = read(repacked(data, {name: xml})).sheets
    assert [row[0] for row in sheet.rows] == [2, None, "#N/A", "#DIV/0!", None][: len(sheet.rows)]
    assert sheet.notes == {(2, 0): Note.ERROR, (3, 0): Note.ERROR, (4, 0): Note.NO_RESULT}


def test_strikes_comments_and_hidden_parts_are_noted(read: Read) -> None:
    def fill(book: Any, sheet: Any) -> None:
        struck = book.add_format({"font_strikeout": True})
        sheet.write(1, 1, "作废", struck)
        sheet.write_rich_string(2, 1, "甲", struck, "乙")
        sheet.write(3, 1, "好")
        sheet.write_comment(3, 1, "批注")
        sheet.write_comment(9, 3, "空格上的批注")
        sheet.set_row(4, None, None, {"hidden": True})
        sheet.write(4, 0, "藏")
        sheet.set_column(5, 6, None, None, {"hidden": True})

    sheet = one_sheet(read, fill)
    assert sheet.notes == {
        (1, 1): Note.STRUCK,
        (2, 1): Note.STRUCK,
        (3, 1): Note.COMMENT,
        (9, 3): Note.COMMENT,
    }
    assert sheet.rows[2][1] == "甲乙"
    assert sheet.hidden_rows == {4}
    assert sheet.hidden_columns == {5, 6}
    assert sheet.rows[4][0] == "藏"


def test_merged_ranges_are_told_and_only_their_first_cell_has_the_value(read: Read) -> None:
    def fill(_: Any, sheet: Any) -> None:
        sheet.merge_range(0, 0, 0, 2, "标题")
        sheet.merge_range(2, 0, 4, 0, "福绵镇")
        sheet.write(4, 1, "丙")

    sheet = one_sheet(read, fill)
    assert sheet.merged == [Merge(0, 0, 0, 2), Merge(2, 0, 4, 0)]
    assert [row[0] for row in sheet.rows] == ["标题", None, "福绵镇", None, None]


def test_a_plain_number_of_a_workbook_since_1904_is_noted(read: Read) -> None:
    sheet = one_sheet(read, lambda _, sheet: sheet.write_row(0, 0, [44774 - 1462, 50]), {"date_1904": True})
    assert sheet.notes == {(0, 0): Note.SINCE_1904}


def test_cells_that_do_not_say_where_they_stand_are_counted() -> None:
    xml = (
        b'<x:worksheet xmlns:x="m"><x:sheetData><x:row><x:c s="1"/><x:c s="2"><x:v>1</x:v></x:c></x:row>'
        b'<x:row r="5" hidden="1"><x:c t="e"><x:v>#N/A</x:v></x:c><x:c r="D5" s="2"/><x:c s="2"/></x:row>'
        b'<x:row hidden="true"><x:c><x:f>1+1</x:f></x:c></x:row></x:sheetData></x:worksheet>'
    )
    marks = marks_of(xml, {2: Note.NO_DAY}, frozenset())
    assert marks.notes == {
        (0, 1): Note.NO_DAY,
        (4, 0): Note.ERROR,
        (4, 3): Note.NO_DAY,
        (4, 4): Note.NO_DAY,
        (5, 0): Note.NO_RESULT,
    }
    assert marks.words == {(4, 0): "#N/A"}
    assert marks.hidden_rows == {4, 5}


def test_the_hash_is_of_the_files_bytes(read: Read) -> None:
    data = xlsx()
    one, other = read(data), read(data)
    assert one.sha256 == other.sha256
    assert len(one.sha256) == 64
    assert read(xlsx(lambda book: book.add_worksheet().write(0, 0, 1))).sha256 != one.sha256
