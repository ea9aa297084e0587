"""HTML tables: what many office systems export under the name .xls (R6).

All tables of a page stand under each other on one sheet, as a spreadsheet shows them, and text
between them is a row of its own: a title is often outside the table.
"""

from collections.abc import Iterator
from html.parser import HTMLParser
from typing import Final

from loaders.errors import HasDtd, TooLarge
from loaders.sheets.parsed import ParsedSheet, chunks_of
from loaders.sheets.workbook import Merge, Note, Sheet
from schema.text import Text

_WIDEST: Final = 16_384
_TALLEST_SPAN: Final = 65_534
_CELLS: Final = frozenset({"td", "th"})
_STRIKES: Final = frozenset({"s", "strike", "del"})
_UNSEEN: Final = frozenset({"script", "style", "title", "xml"})
_BLOCKS: Final = frozenset({"p", "div", "h1", "h2", "h3", "h4", "caption", "li"})


def _span(attributes: dict[str, str | None], name: str, most: int) -> int:
    text = (attributes.get(name) or "").strip()
    return min(max(int(text), 1), most) if text.isdecimal() and len(text) < 7 else 1  # noqa: PLR2004 - digits


class _Tables(HTMLParser):
    """Collects the rows; only the outermost table makes rows, an inner one is text of its cell."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.rows: list[list[str | None]] = []
        self.merges: list[Merge] = []
        self.notes: dict[tuple[int, int], Note] = {}
        self.hidden_rows: set[int] = set()
        self._depth = 0
        self._unseen = 0
        self._text: list[str] = []
        self._column: int | None = None
        self._span = (1, 1)
        self._struck = 0
        self._was_struck = False
        # Columns that a cell of a row above reaches down into: the last row that it covers.
        self._reaching: dict[int, int] = {}

    def handle_decl(self, decl: str) -> None:
        if "[" in decl or "ENTITY" in decl.upper():
            raise HasDtd

    def unknown_decl(self, data: str) -> None:
        """Conditional sections (<![if …]>) are office programs' own and carry no text."""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in _UNSEEN:
            self._unseen += 1
        elif tag == "table":
            self._enter_table()
        elif tag == "br" or tag in _BLOCKS:
            self._break()
        elif tag in _STRIKES:
            self._struck += 1
        elif self._depth == 1 and tag == "tr":
            self._new_row(dict(attrs))
        elif self._depth == 1 and tag in _CELLS:
            self._new_cell(dict(attrs))

    def handle_endtag(self, tag: str) -> None:
        if tag in _UNSEEN:
            self._unseen = max(self._unseen - 1, 0)
        elif tag in _STRIKES:
            self._struck = max(self._struck - 1, 0)
        elif tag in _BLOCKS:
            self._break()
        elif self._depth == 1 and (tag in _CELLS or tag in {"tr", "table"}):
            self._end_cell()
        if tag == "table" and self._depth:
            self._depth -= 1

    def handle_data(self, data: str) -> None:
        if not self._unseen:
            # Blanks and line breaks of the source are one blank on the page.
            self._text.append(" ".join(data.split()) if not data.isspace() else " ")
            self._was_struck |= self._struck > 0 and not data.isspace()

    def close(self) -> None:
        super().close()
        self._end_cell()
        self._loose_text()

    def _enter_table(self) -> None:
        if self._depth == 0:
            self._loose_text()
            self._reaching = {}
        self._depth += 1

    def _break(self) -> None:
        if self._column is not None:
            self._text.append("\n")
        elif self._depth == 0:
            self._loose_text()

    def _taken(self) -> str | None:
        lines = (line.strip() for line in "".join(self._text).split("\n"))
        self._text = []
        return "\n".join(line for line in lines if line) or None

    def _loose_text(self) -> None:
        text = self._taken()
        if text is not None and self._depth == 0:
            self.rows.append([text])

    def _new_row(self, attributes: dict[str, str | None]) -> None:
        self._end_cell()
        self._text = []
        if _is_hidden(attributes):
            self.hidden_rows.add(len(self.rows))
        self.rows.append([])

    def _new_cell(self, attributes: dict[str, str | None]) -> None:
        self._end_cell()
        self._text = []
        if not self.rows:
            self.rows.append([])
        row = len(self.rows) - 1
        column = len(self.rows[-1])
        while self._reaching.get(column, -1) >= row:
            column += 1
        self._column = column
        self._span = (_span(attributes, "rowspan", _TALLEST_SPAN), _span(attributes, "colspan", 1000))
        self._was_struck = False
        if column + self._span[1] > _WIDEST:
            raise TooLarge(Text(f"第 {row + 1} 行太宽", f"row {row + 1} is too wide"))

    def _end_cell(self) -> None:
        if self._column is None:
            return
        row, column = len(self.rows) - 1, self._column
        down, across = self._span
        cells = self.rows[-1]
        cells += [None] * (column - len(cells))
        cells.append(self._taken())
        cells += [None] * (across - 1)
        if down > 1:
            self._reaching |= dict.fromkeys(range(column, column + across), row + down - 1)
        if down > 1 or across > 1:
            self.merges.append(Merge(row, column, row + down - 1, column + across - 1))
        if self._was_struck:
            self.notes[row, column] = Note.STRUCK
        self._column = None


def _is_hidden(attributes: dict[str, str | None]) -> bool:
    return "display:none" in (attributes.get("style") or "").replace(" ", "").lower()


def parse_html(text: str, name: str) -> Iterator[ParsedSheet]:
    """The one sheet that a page of tables makes. Raises HasDtd where it declares entities."""
    page = _Tables()
    page.feed(text)
    page.close()
    last = len(page.rows) - 1
    merges = [
        Merge(each.first_row, each.first_column, min(each.last_row, last), each.last_column)
        for each in page.merges
    ]
    sheet = Sheet(name, False, [], page.notes, merges, frozenset(page.hidden_rows))
    yield ParsedSheet(sheet, chunks_of(page.rows))
