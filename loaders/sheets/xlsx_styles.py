"""The few cell styles of an XLSX file that change how a cell is read: struck fonts, dates without a day."""

import re
from typing import Final

from loaders.sheets.number_formats import BUILT_IN, note_of
from loaders.sheets.workbook import Note
from loaders.sheets.xml_tags import Tag, tags

_STRING: Final = re.compile(rb"<(?:\w+:)?si(?:\s[^>]*)?(?:/>|>(.*?)</(?:\w+:)?si>)", re.DOTALL)
_STRIKE: Final = re.compile(rb"""<(?:\w+:)?strike(?:\s+val=["'](?:1|true)["'])?\s*/>""")


def _number(tag: Tag, name: str) -> int:
    text = tag.attributes.get(name, "")
    return int(text) if text.isdecimal() and len(text) < 10 else 0  # noqa: PLR2004 - digits of an index


def noted_styles(xml: str) -> dict[int, Note]:
    """The styles, by the number that cells give in `s`, that bear a note."""
    formats = dict(BUILT_IN)
    struck: list[bool] = []
    styles: dict[int, Note] = {}
    section, count = "", 0
    for tag in tags(xml):
        if tag.name in {"numFmts", "fonts", "cellXfs", "cellStyleXfs", "dxfs"}:
            section = "" if tag.closes or tag.alone else tag.name
        elif tag.closes:
            continue
        elif tag.name == "numFmt" and section == "numFmts":
            formats[_number(tag, "numFmtId")] = note_of(tag.attributes.get("formatCode", ""))
        elif tag.name == "font" and section == "fonts":
            struck.append(False)
        elif tag.name == "strike" and section == "fonts" and struck:
            struck[-1] = tag.says("val") or "val" not in tag.attributes
        elif tag.name == "xf" and section == "cellXfs":
            font = _number(tag, "fontId")
            note = formats.get(_number(tag, "numFmtId"), Note.NONE)
            if font < len(struck) and struck[font]:
                note |= Note.STRUCK
            if note:
                styles[count] = note
            count += 1
    return styles


def struck_strings(xml: bytes) -> frozenset[int]:
    """The shared strings, by number, of which a part is struck through."""
    if b"strike" not in xml:
        return frozenset()
    return frozenset(
        number
        for number, found in enumerate(_STRING.finditer(xml))
        if found[1] is not None and b"strike" in found[1] and _STRIKE.search(found[1])
    )
