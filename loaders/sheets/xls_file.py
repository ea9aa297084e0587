"""XLS (Excel 97 to 2003): the values by python-calamine, the marks by our own pass over the records."""

import io
from collections.abc import Iterator

import python_calamine

from loaders.errors import Damaged, HasMacros, PasswordProtected, WrongKind
from loaders.sheets import calamine_rows
from loaders.sheets.compound_file import CompoundFile
from loaders.sheets.limits import Limits
from loaders.sheets.parsed import ParsedSheet
from loaders.sheets.workbook import Sheet
from loaders.sheets.xls_marks import biff_book
from schema.text import Text


def parse_xls(data: bytes, limits: Limits) -> Iterator[ParsedSheet]:
    """The worksheets in their order; raises the refusal that fits."""
    file = CompoundFile(data)
    if file.names & {"EncryptedPackage", "EncryptionInfo"}:
        raise PasswordProtected
    stream = file.stream("Workbook")
    if stream is None:
        raise _wrong_kind(file.names)
    if file.names & {"_VBA_PROJECT_CUR", "_VBA_PROJECT"}:
        raise HasMacros
    book = biff_book(stream)
    values = calamine_rows.opened(io.BytesIO(data))
    names = [
        each.name for each in values.sheets_metadata if each.typ == python_calamine.SheetTypeEnum.WorkSheet
    ]
    if len(names) != len(book.sheets):
        raise Damaged
    for name, biff in zip(names, book.sheets, strict=True):
        source = calamine_rows.sheet_of(values, name, limits.cells)
        marks = biff.marks
        sheet = Sheet(
            name,
            biff.hidden,
            [],
            marks.notes,
            calamine_rows.merges_of(source),
            frozenset(marks.hidden_rows),
            frozenset(marks.hidden_columns),
        )
        yield ParsedSheet(sheet, calamine_rows.chunks_of(source, sheet, book.since_1904), marks.words)


def _wrong_kind(names: frozenset[str]) -> WrongKind:
    if "WordDocument" in names:
        return WrongKind(Text("是 Word 文档", "a Word document"))
    if "PowerPoint Document" in names:
        return WrongKind(Text("是 PowerPoint 文档", "a PowerPoint document"))
    if "Book" in names:
        return WrongKind(Text("是 Excel 95 工作簿", "an Excel 95 workbook"))
    return WrongKind(Text("是其他复合文档", "a compound file of another program"))
