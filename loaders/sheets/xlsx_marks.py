"""What a sheet of an XLSX file says beside its values: a light pass over the sheet's XML.

A callback for every cell would cost more than reading the values does. So each kind of mark is
looked for by a pattern, and only in a sheet whose bytes show that there is any.
"""

import re
from collections.abc import Iterator
from functools import cached_property
from typing import Final

from loaders.sheets.marks import Marks
from loaders.sheets.workbook import Note
from loaders.sheets.xml_tags import attributes, tags

_REFERENCE: Final = re.compile(rb"""\sr=["']([A-Z]{1,3})(\d{1,7})["']""")
_ROW_NUMBER: Final = re.compile(rb"""\sr=["'](\d{1,7})["']""")
_WIDEST: Final = 16_384


def position(letters: str, digits: str) -> tuple[int, int]:
    """Row and column, from 0, of a cell reference such as C12."""
    column = 0
    for letter in letters:
        column = column * 26 + ord(letter) - 64
    return int(digits) - 1, column - 1


class _SheetXml:
    """A sheet's XML, the prefix of its tags, and where a tag stands if it does not say so itself."""

    def __init__(self, xml: bytes) -> None:
        self.xml = xml
        root = re.search(rb"<(\w+:)?worksheet\b", xml[:4096])
        self.prefix = (root[1] or b"") if root is not None else b""

    def pattern(self, text: bytes) -> re.Pattern[bytes]:
        """A pattern in which `:` stands for the prefix of a tag's name: `<:c`, `</:c>`."""
        return re.compile(re.sub(rb"(</?):", rb"\1" + self.prefix, text), re.DOTALL)

    def cells(self, text: bytes) -> Iterator[tuple[tuple[int, int], re.Match[bytes]]]:
        """The cells that match, with their position."""
        for found in self.pattern(text).finditer(self.xml):
            said = _REFERENCE.search(found[0][: found[0].index(b">")])
            if said is not None:
                yield position(said[1].decode(), said[2].decode()), found
            elif found.start() in self._counted:
                yield self._counted[found.start()], found

    def rows(self) -> Iterator[tuple[int, dict[str, str]]]:
        """The row tags with their number, from 0."""
        number = -1
        for found in self.pattern(rb"<:row(?=[\s>/])([^>]*)>").finditer(self.xml):
            said = _ROW_NUMBER.search(b" " + found[1])
            number = int(said[1]) - 1 if said is not None else number + 1
            yield number, attributes(found[1].decode("utf-8", "replace"))

    @cached_property
    def _counted(self) -> dict[int, tuple[int, int]]:
        """Where each cell stands, by counting: for files whose cells do not say so."""
        places: dict[int, tuple[int, int]] = {}
        row, column = -1, -1
        for found in self.pattern(rb"<:(row|c)(?=[\s>/])[^>]*>").finditer(self.xml):
            if found[1] == b"row":
                said = _ROW_NUMBER.search(found[0])
                row, column = (int(said[1]) - 1 if said is not None else row + 1), -1
                continue
            cell = _REFERENCE.search(found[0])
            column = position(cell[1].decode(), "1")[1] if cell is not None else column + 1
            places[found.start()] = (row, column)
        return places


def marks_of(xml: bytes, styles: dict[int, Note], struck: frozenset[int]) -> Marks:
    """The marks of one sheet, given the noted styles and the struck shared strings of its workbook."""
    marks = Marks()
    sheet = _SheetXml(xml)
    if styles:
        numbers = "|".join(map(str, styles)).encode()
        for cell, found in sheet.cells(rb"""<:c\s[^>]*?\bs=["'](%b)["'][^>]*>""" % numbers):
            marks.add(cell, styles[int(found[1])])
    if struck:
        for cell, found in sheet.cells(rb"""<:c\s[^>]*?\bt=["']s["'][^>]*>\s*<:v>(\d{1,9})</:v>"""):
            if int(found[1]) in struck:
                marks.add(cell, Note.STRUCK)
    if b't="e"' in xml or b"t='e'" in xml:
        for cell, found in sheet.cells(rb"""<:c\s[^>]*?\bt=["']e["'][^>]*(?<!/)>(.*?)</:c>"""):
            word = sheet.pattern(rb"<:v>([^<]{1,20})</:v>").search(found[1])
            marks.add(cell, Note.ERROR)
            marks.words[cell] = word[1].decode("utf-8", "replace") if word is not None else "#N/A"
    if b"<%bf" % sheet.prefix in xml:
        _note_formulas(sheet, marks)
    if b"hidden=" in xml:
        _note_hidden(sheet, marks)
    return marks


def _note_formulas(sheet: _SheetXml, marks: Marks) -> None:
    formula = rb"<:f(?=[\s>/])[^>]*?(?:/>|(?<!/)>[^<]*</:f>)"
    no_value = rb"(?:<:v\s*/>|<:v></:v>)?"
    without_result = rb"<:c(?=[\s>])([^>]*)>\s*%b\s*%b\s*</:c>" % (formula, no_value)
    for cell, found in sheet.cells(without_result):
        # A formula whose result is an empty text has one.
        if b't="str"' not in found[1]:
            marks.add(cell, Note.NO_RESULT)


def _note_hidden(sheet: _SheetXml, marks: Marks) -> None:
    for number, said in sheet.rows():
        if said.get("hidden") in {"1", "true"}:
            marks.hidden_rows.add(number)
    head = sheet.xml[: sheet.xml.find(b"<%bsheetData" % sheet.prefix)]
    for tag in tags(head.decode("utf-8", "replace")):
        if tag.name == "col" and tag.says("hidden"):
            first, last = (tag.attributes.get(name, "") for name in ("min", "max"))
            if first.isdecimal() and last.isdecimal():
                marks.hidden_columns |= set(range(int(first[:6]) - 1, min(int(last[:6]), _WIDEST)))


def commented(xml: str) -> Iterator[tuple[int, int]]:
    """The cells that a part of comments speaks of."""
    for tag in tags(xml):
        found = re.fullmatch(r"([A-Z]{1,3})(\d{1,7})", tag.attributes.get("ref", ""))
        if tag.name == "comment" and not tag.closes and found is not None:
            yield position(found[1], found[2])
