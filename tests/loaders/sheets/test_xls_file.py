"""XLS: the same values and notes as from XLSX."""

from datetime import date, datetime
from pathlib import Path
from typing import Any

import xlwt  # type: ignore[import-untyped]

from loaders.sheets.read import read_workbook
from loaders.sheets.workbook import Format, Merge, Note
from tests.loaders.sheets.made_files import ROSTER, with_storage, written, xls


def fill(book: Any) -> None:
    sheet = book.add_sheet("党员")
    hidden = book.add_sheet("藏")
    hidden.visibility = 1
    month = xlwt.easyxf(num_format_str='yyyy"年"m"月"')
    day = xlwt.easyxf(num_format_str="yyyy-mm-dd")
    struck = xlwt.easyxf("font: struck_out on")
    sheet.write(1, 1, "文")
    sheet.write(1, 2, 5)
    sheet.write(1, 3, 5.5)
    sheet.write(2, 1, datetime.fromisoformat("2022-08-01T00:00"), month)
    sheet.write(2, 2, date(2022, 8, 2), day)
    sheet.write(3, 1, "作废", struck)
    sheet.write(3, 2, "有效")
    sheet.write(4, 1, xlwt.Formula("1+1"))
    sheet.write(5, 1, True)
    sheet.write(5, 2, 44774)
    sheet.write_merge(6, 8, 0, 1, "合并")
    sheet.row(3).hidden = True
    sheet.col(2).hidden = True


def test_an_xls_file_is_read_with_all_that_stands_beside_its_values(tmp_path: Path) -> None:
    workbook = read_workbook(written(tmp_path, "名册.xlsx", xls(fill)))
    assert workbook.format is Format.XLS
    assert [(sheet.name, sheet.hidden) for sheet in workbook.sheets] == [("党员", False), ("藏", True)]
    sheet = workbook.sheets[0]
    filled = {
        (row, column): cell
        for row, cells in enumerate(sheet.rows)
        for column, cell in enumerate(cells)
        if cell is not None
    }
    assert filled == {
        (1, 1): "文",
        (1, 2): 5,
        (1, 3): 5.5,
        (2, 1): date(2022, 8, 1),
        (2, 2): date(2022, 8, 2),
        (3, 1): "作废",
        (3, 2): "有效",
        (5, 1): True,
        (5, 2): 44774,
        (6, 0): "合并",
    }
    assert sheet.notes == {(2, 1): Note.NO_DAY, (3, 1): Note.STRUCK, (4, 1): Note.NO_RESULT}
    assert sheet.merged == [Merge(6, 0, 8, 1)]
    assert sheet.hidden_rows == {3}
    assert sheet.hidden_columns == {2}


def test_both_date_systems(tmp_path: Path) -> None:
    def since_1904(book: Any) -> None:
        book.dates_1904 = True
        sheet = book.add_sheet("甲")
        sheet.write(0, 0, date(2022, 8, 2), xlwt.easyxf(num_format_str="yyyy-mm-dd"))
        sheet.write(0, 1, 43312)

    (sheet,) = read_workbook(written(tmp_path, "a.xls", xls(since_1904))).sheets
    assert sheet.rows == [[date(2022, 8, 2), 43312]]
    assert sheet.notes == {(0, 1): Note.SINCE_1904}


def test_other_storages_do_no_harm(tmp_path: Path) -> None:
    data = with_storage(xls(), "SummaryInformation")
    (sheet,) = read_workbook(written(tmp_path, "a.xls", data)).sheets
    assert sheet.rows == ROSTER


def test_a_large_file_beyond_one_allocation_sector_is_read(tmp_path: Path) -> None:
    def large(book: Any) -> None:
        sheet = book.add_sheet("大")
        struck = xlwt.easyxf("font: struck_out on")
        for row in range(20_000):
            sheet.write(row, 0, f"第{row}行", struck if row == 19_999 else xlwt.Style.default_style)
            sheet.write(row, 1, row)

    (sheet,) = read_workbook(written(tmp_path, "a.xls", xls(large))).sheets
    assert sheet.rows == [[f"第{row}行", row] for row in range(20_000)]
    assert sheet.notes == {(19_999, 0): Note.STRUCK}
