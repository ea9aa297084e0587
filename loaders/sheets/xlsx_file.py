"""XLSX: the values by python-calamine, what stands beside them by our own light pass."""

import io
import posixpath
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from loaders.errors import Damaged
from loaders.sheets import calamine_rows
from loaders.sheets.limits import Limits
from loaders.sheets.marks import Marks
from loaders.sheets.parsed import ParsedSheet
from loaders.sheets.workbook import Note, Sheet
from loaders.sheets.xlsx_marks import commented, marks_of
from loaders.sheets.xlsx_package import Package, opened
from loaders.sheets.xlsx_styles import noted_styles, struck_strings
from loaders.sheets.xml_tags import tags

_WORKBOOK: Final = "xl/workbook.xml"


@dataclass(frozen=True, slots=True)
class _Relation:
    kind: str
    target: str


def _relations(package: Package, part: str) -> dict[str, _Relation]:
    """What a part refers to, by id; targets as paths from the archive's root."""
    folder, name = posixpath.split(part)
    related: dict[str, _Relation] = {}
    for tag in tags(package.text(f"{folder}/_rels/{name}.rels")):
        said = tag.attributes
        if tag.name == "Relationship" and said.get("TargetMode") != "External":
            target = posixpath.normpath(posixpath.join("/", folder, said.get("Target", "")))
            related[said.get("Id", "")] = _Relation(
                said.get("Type", "").rsplit("/", 1)[-1], target.lstrip("/")
            )
    return related


def _workbook_part(package: Package) -> str:
    for relation in _relations(package, "/").values():
        if relation.kind == "officeDocument":
            return relation.target
    return _WORKBOOK


def parse_xlsx(data: bytes, limits: Limits) -> Iterator[ParsedSheet]:
    """The worksheets in their order; raises the refusal that fits."""
    package = opened(data, limits)
    part = _workbook_part(package)
    book = package.text(part)
    if not book:
        raise Damaged
    related = _relations(package, part)
    by_kind = {relation.kind: relation.target for relation in related.values()}
    styles = noted_styles(package.text(by_kind.get("styles", "xl/styles.xml")))
    struck = struck_strings(package.part(by_kind.get("sharedStrings", "xl/sharedStrings.xml")) or b"")
    since_1904 = False
    marked: dict[str, Marks] = {}
    hidden: dict[str, bool] = {}
    for tag in tags(book):
        if tag.name == "workbookPr":
            since_1904 = tag.says("date1904")
        elif tag.name == "sheet" and (relation := related.get(tag.attributes.get("id", ""))) is not None:
            name = tag.attributes.get("name", "")
            if relation.kind == "worksheet":
                hidden[name] = tag.attributes.get("state", "visible") != "visible"
                marked[name] = _marks(package, relation.target, styles, struck)
    values = calamine_rows.opened(io.BytesIO(data))
    for name, marks in marked.items():
        source = calamine_rows.sheet_of(values, name, limits.cells)
        sheet = Sheet(
            name,
            hidden[name],
            [],
            marks.notes,
            calamine_rows.merges_of(source),
            frozenset(marks.hidden_rows),
            frozenset(marks.hidden_columns),
        )
        yield ParsedSheet(sheet, calamine_rows.chunks_of(source, sheet, since_1904), marks.words)


def _marks(package: Package, part: str, styles: dict[int, Note], struck: frozenset[int]) -> Marks:
    xml = package.part(part)
    if xml is None:
        raise Damaged
    marks = marks_of(xml, styles, struck)
    for relation in _relations(package, part).values():
        if relation.kind == "comments":
            for cell in commented(package.text(relation.target)):
                marks.add(cell, Note.COMMENT)
    return marks
