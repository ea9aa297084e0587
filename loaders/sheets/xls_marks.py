"""What an XLS file says beside its values: a pass over its BIFF8 records ([MS-XLS])."""

import struct
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Final

from loaders.errors import Damaged, HasExternalLinks, HasMacros, PasswordProtected, Truncated
from loaders.sheets.marks import Marks
from loaders.sheets.number_formats import BUILT_IN, note_of
from loaders.sheets.workbook import Note

_BOF, _EOF, _BOUNDSHEET, _FILEPASS, _DATEMODE = 0x0809, 0x000A, 0x0085, 0x002F, 0x0022
_FONT, _FORMAT, _XF, _SUPBOOK, _RECALCID = 0x0031, 0x041E, 0x00E0, 0x01AE, 0x01C1
_ROW, _COLINFO, _NOTE, _FORMULA, _BOOLERR = 0x0208, 0x007D, 0x001C, 0x0006, 0x0205
_ONE_CELL: Final = frozenset({0x0203, 0x027E, 0x00FD, 0x0204, _BOOLERR, 0x0201, _FORMULA, 0x00D6})
_MANY_CELLS: Final = {0x00BD: 6, 0x00BE: 2}
"""MULRK and MULBLANK, with the bytes that each of their cells takes."""
_WORKSHEET, _MACRO_SHEET = 0, 1
_STRUCK_FONT, _HIDDEN_ROW, _HIDDEN_COLUMN, _CALCULATE = 0x0008, 0x0020, 0x0001, 0x0003
_ERROR_RESULT, _EMPTY_RESULT = 2, 3
"""Kinds of a cached result. An empty one is an empty text, or none where nobody has calculated yet."""
_INTERNAL_BOOKS: Final = frozenset({0x0401, 0x3A01})
_ERRORS: Final = {
    0x00: "#NULL!",
    0x07: "#DIV/0!",
    0x0F: "#VALUE!",
    0x17: "#REF!",
    0x1D: "#NAME?",
    0x24: "#NUM!",
    0x2A: "#N/A",
}


@dataclass(slots=True)
class BiffSheet:
    """One worksheet as the workbook lists it."""

    offset: int
    hidden: bool
    marks: Marks = field(default_factory=Marks)


@dataclass(slots=True)
class BiffBook:
    """What the workbook says of its sheets; worksheets only, in their order."""

    since_1904: bool = False
    calculated: bool = False
    """Whether a spreadsheet program has ever calculated its formulas."""
    sheets: list[BiffSheet] = field(default_factory=list)


def _records(stream: bytes, at: int) -> Iterator[tuple[int, bytes]]:
    """The records of one substream, nested ones (charts) left out; raises Truncated."""
    depth = 0
    while True:
        if at + 4 > len(stream):
            raise Truncated
        kind, length = struct.unpack_from("<HH", stream, at)
        body = stream[at + 4 : at + 4 + length]
        at += 4 + length
        depth += (kind == _BOF) - (kind == _EOF)
        if depth <= 0:
            return
        if depth == 1:
            yield kind, body


@dataclass(slots=True)
class _Styles:
    """Fonts, formats and cell styles, in the order in which cells refer to them."""

    struck: list[bool] = field(default_factory=list)
    formats: dict[int, Note] = field(default_factory=lambda: dict(BUILT_IN))
    styles: list[tuple[int, int]] = field(default_factory=list)

    def notes(self) -> dict[int, Note]:
        """The styles that bear a note. Font 4 does not exist: later ones are one less in the list."""
        noted: dict[int, Note] = {}
        for number, (font, shape) in enumerate(self.styles):
            place = font - (font > 4)  # noqa: PLR2004 - see above
            note = self.formats.get(shape, Note.NONE)
            if place < len(self.struck) and self.struck[place]:
                note |= Note.STRUCK
            if note:
                noted[number] = note
        return noted


def _text(body: bytes, at: int) -> str:
    length, flags = struct.unpack_from("<HB", body, at)
    raw = body[at + 3 : at + 3 + length * (1 + (flags & 1))]
    return raw.decode("utf-16-le" if flags & 1 else "latin-1", "replace")


def _refuse(kind: int, body: bytes) -> None:
    if kind == _FILEPASS:
        raise PasswordProtected
    if kind == _SUPBOOK and struct.unpack_from("<H", body, 2)[0] not in _INTERNAL_BOOKS:
        raise HasExternalLinks
    if kind == _BOUNDSHEET and body[5] == _MACRO_SHEET:
        raise HasMacros


def _of_book(kind: int, body: bytes, book: BiffBook, styles: _Styles) -> None:
    if kind == _DATEMODE:
        book.since_1904 = struct.unpack_from("<H", body)[0] == 1
    elif kind == _RECALCID:
        book.calculated = True
    elif kind == _FONT:
        styles.struck.append(bool(struct.unpack_from("<H", body, 2)[0] & _STRUCK_FONT))
    elif kind == _FORMAT:
        styles.formats[struct.unpack_from("<H", body)[0]] = note_of(_text(body, 2))
    elif kind == _XF:
        styles.styles.append(struct.unpack_from("<HH", body))
    elif kind == _BOUNDSHEET and body[5] == _WORKSHEET:
        offset, state = struct.unpack_from("<IB", body)
        book.sheets.append(BiffSheet(offset, bool(state & 3)))


def _of_cell(kind: int, body: bytes, noted: dict[int, Note], book: BiffBook, marks: Marks) -> None:
    row, column, style = struct.unpack_from("<HHH", body)
    if style in noted:
        marks.add((row, column), noted[style])
    if kind == _BOOLERR and body[7]:
        marks.add((row, column), Note.ERROR)
        marks.words[row, column] = _ERRORS.get(body[6], "#N/A")
    elif kind == _FORMULA and body[12:14] == b"\xff\xff":
        if body[6] == _ERROR_RESULT:
            marks.add((row, column), Note.ERROR)
            marks.words[row, column] = _ERRORS.get(body[8], "#N/A")
        elif body[6] == _EMPTY_RESULT and not (book.calculated and not body[14] & _CALCULATE):
            marks.add((row, column), Note.NO_RESULT)


def _of_sheet(kind: int, body: bytes, noted: dict[int, Note], book: BiffBook, marks: Marks) -> None:
    if kind in _ONE_CELL:
        _of_cell(kind, body, noted, book, marks)
    elif kind in _MANY_CELLS and noted:
        row, first = struct.unpack_from("<HH", body)
        width = _MANY_CELLS[kind]
        for number, at in enumerate(range(4, len(body) - 2 - width + 1, width)):
            note = noted.get(struct.unpack_from("<H", body, at)[0])
            if note is not None:
                marks.add((row, first + number), note)
    elif kind == _ROW and struct.unpack_from("<H", body, 12)[0] & _HIDDEN_ROW:
        marks.hidden_rows.add(struct.unpack_from("<H", body)[0])
    elif kind == _COLINFO and struct.unpack_from("<H", body, 8)[0] & _HIDDEN_COLUMN:
        first, last = struct.unpack_from("<HH", body)
        marks.hidden_columns |= set(range(first, min(last, 255) + 1))
    elif kind == _NOTE:
        marks.add(struct.unpack_from("<HH", body), Note.COMMENT)


def biff_book(stream: bytes) -> BiffBook:
    """The worksheets of a BIFF8 stream with their marks; raises the refusal that fits."""
    try:
        return _biff_book(stream)
    except (struct.error, IndexError):
        raise Damaged from None


def _biff_book(stream: bytes) -> BiffBook:
    book, styles = BiffBook(), _Styles()
    for kind, body in _records(stream, 0):
        _refuse(kind, body)
        _of_book(kind, body, book, styles)
    noted = styles.notes()
    for sheet in book.sheets:
        for kind, body in _records(stream, sheet.offset):
            _of_sheet(kind, body, noted, book, sheet.marks)
    return book
