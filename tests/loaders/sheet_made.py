"""Sheets and workbooks of plain values, for tests of what is recognised in them."""

from loaders.sheets.workbook import Format, Merge, Sheet, Value, Workbook


def sheet(
    *rows: list[Value] | str, name: str = "表", merged: tuple[Merge, ...] = (), hidden: bool = False
) -> Sheet:
    """A sheet; a row written as a text is split at commas, blank parts are empty cells."""
    cells = [[part or None for part in row.split(",")] if isinstance(row, str) else row for row in rows]
    return Sheet(name, hidden=hidden, rows=[list(row) for row in cells], merged=list(merged))


def workbook(*sheets: Sheet, file: str = "名册.xlsx", file_format: Format = Format.XLSX) -> Workbook:
    """A workbook of such sheets."""
    return Workbook(file, "0" * 64, file_format, sheets)
