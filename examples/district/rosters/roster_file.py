"""Files of rosters in the formats of offices, the same bytes at every run: XLSX, XLS and CSV."""

import csv
import io
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any, Final

import xlsxwriter  # type: ignore[import-untyped] # ships no types
import xlwt  # type: ignore[import-untyped] # ships no types

from examples.district.rosters.page import Cell, Dated, Page, Struck
from loaders.rosters.roster import RosterKind

_MADE: Final = datetime(2022, 8, 2, 9, 0)  # noqa: DTZ001 - the files of an office bear its own time
_WHOLE, _MONTH = "yyyy-mm-dd", 'yyyy"年"m"月"'


@dataclass(frozen=True, slots=True)
class RosterFile:
    """A file of the sample: its name, what it holds, and the encoding where it is a CSV.

    `day` is its 填报日期 as text, empty where it states none; `about` says what is in it and what is
    odd on purpose. `after` names files of the same kind that it builds on.
    """

    name: str
    kinds: tuple[RosterKind, ...]
    pages: tuple[Page, ...]
    day: str
    about: str
    encoding: str = "utf-8-sig"
    after: tuple[str, ...] = ()

    @property
    def rows(self) -> int:
        """Rows of data, those meant to be rejected among them."""
        return sum(len(page.data) for page in self.pages)

    def write(self, folder: Path) -> Path:
        """Write the file into the folder."""
        path = folder / self.name
        path.write_bytes(self.bytes())
        return path

    def bytes(self) -> bytes:
        """The file's content."""
        if self.name.endswith(".csv"):
            return _csv(self.pages[0]).encode(self.encoding)
        return _xls(self.pages) if self.name.endswith(".xls") else _xlsx(self.pages)


def _csv(page: Page) -> str:
    width = max(len(row) for row in page.rows)
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\r\n")
    for row in page.rows:
        cells = [_text(cell) for cell in row]
        writer.writerow(cells + [""] * (width - len(cells)))
    return text.getvalue()


def _text(cell: Cell) -> str:
    if isinstance(cell, Dated):
        return cell.day.strftime("%Y/%m/%d") if cell.whole else cell.day.strftime("%Y-%m")
    return cell.text if isinstance(cell, Struck) else "" if cell is None else str(cell)


def _xlsx(pages: tuple[Page, ...]) -> bytes:
    file = io.BytesIO()
    book = xlsxwriter.Workbook(file, {"in_memory": True})
    book.set_properties({"created": _MADE, "author": "福绵区样例"})
    formats = {
        "whole": book.add_format({"num_format": _WHOLE}), "month": book.add_format({"num_format": _MONTH}),
        "struck": book.add_format({"font_strikeout": True}),
        "middle": book.add_format({"valign": "vcenter", "text_wrap": True}),
    }  # fmt: skip
    for page in pages:
        sheet = book.add_worksheet(page.name)
        inside = {(row, column) for row, column, _, _ in page.merged}
        for merged in page.merged:
            sheet.merge_range(*merged, "", formats["middle"])
        for number, row in enumerate(page.rows):
            for index, cell in enumerate(row):
                kept = formats["middle"] if (number, index) in inside else None
                _write(sheet, (number, index), cell, formats, kept)
        for number in sorted(page.hidden_rows):
            sheet.set_row(number, None, None, {"hidden": True})
        if page.hidden:
            sheet.hide()
    book.close()
    return file.getvalue()


def _write(sheet: Any, place: tuple[int, int], cell: Cell, formats: dict[str, Any], kept: Any) -> None:
    if isinstance(cell, Dated):
        at = datetime.combine(cell.day, datetime.min.time())
        sheet.write_datetime(*place, at, formats["whole" if cell.whole else "month"])
    elif isinstance(cell, Struck):
        sheet.write_string(*place, cell.text, formats["struck"])
    elif isinstance(cell, str) and cell:
        sheet.write_string(*place, cell, kept)
    elif isinstance(cell, int | float):
        sheet.write_number(*place, cell, kept)


def _xls(pages: tuple[Page, ...]) -> bytes:
    book = xlwt.Workbook(encoding="utf-8")
    whole = xlwt.easyxf(num_format_str="yyyy-mm-dd")
    for page in pages:
        sheet = book.add_sheet(page.name)
        for first_row, first, last_row, last in page.merged:
            sheet.merge(first_row, last_row, first, last)
        for number, row in enumerate(page.rows):
            for index, cell in enumerate(row):
                if isinstance(cell, Dated):
                    sheet.write(number, index, cell.day, whole)
                elif cell not in (None, ""):
                    sheet.write(number, index, cell.text if isinstance(cell, Struck) else cell)
    file = io.BytesIO()
    book.save(file)
    return file.getvalue()
