"""Texts: kept for display as written, and the key by which two of them are the same (R7, R9, R10)."""

import re
import unicodedata
from datetime import datetime
from typing import Final

from loaders.cells.findings import TEXT_UNREADABLE
from loaders.cells.reading import NOTHING, UNKNOWN, Reading, rejected
from loaders.cells.remembered import remembered
from loaders.sheets.workbook import Note, Value

EXACT_BELOW: Final = 1e15
"""A spreadsheet keeps 15 significant digits of a number; larger ones have lost some."""

_BLANK: Final = frozenset({"", "/", "//", "-", "--", "—", "——", "–", "／", "－", "\\", "不详", "未知"})
_NONE: Final = frozenset({"无", "暂无", "没有"})
# Zero-width characters, byte order marks and controls but tab and line feed: never seen, never meant.
_INVISIBLE: Final = re.compile("[\x00-\x08\x0b-\x1f\x7f\u00ad\u200b-\u200f\u2060\ufeff]")
_SURROGATE: Final = re.compile("[\ud800-\udfff]")
_DOTS: Final = re.compile("[·•‧∙⋅・᛫●˙]")
_HAN: Final = "\u3400-\u9fff\U00020000-\U0003ffff"
_HAN_FULL_STOP: Final = re.compile(rf"(?<=[{_HAN}])\.(?=[{_HAN}])")
_HAS_HAN: Final = re.compile(rf"[{_HAN}]")
_WHITE: Final = re.compile(r"\s+")


def shown(value: Value) -> str:
    """The text of any value, as a person would type it; the text of an empty cell is empty."""
    if isinstance(value, str):
        return _INVISIBLE.sub("", value.replace("\r\n", "\n").replace("\r", "\n")).strip()
    if isinstance(value, datetime):
        return value.isoformat(sep=" ")
    if isinstance(value, bool):
        return "TRUE" if value else "FALSE"
    if isinstance(value, float) and value.is_integer() and abs(value) < EXACT_BELOW:
        return str(int(value))
    return "" if value is None else str(value)


def is_blank(text: str) -> bool:
    """Whether a text (from `shown` or `plain`) says nothing: blank, `/`, `—`, 不详 (R9)."""
    return text in _BLANK


def says_none(text: str) -> bool:
    """Whether a text says that there is none: 无, 暂无, 没有 (R10)."""
    return text in _NONE


def half_width(text: str) -> str:
    """The text in half-width letters and digits without any blanks, for what is not to be remembered."""
    return _WHITE.sub("", unicodedata.normalize("NFKC", text))


_plain = remembered(half_width)


def plain(value: Value) -> str:
    """The value's text in half-width letters and digits without any blanks: what typed readers parse."""
    return _plain(shown(value))


@remembered
def match_key(text: str) -> str:
    """The key by which two texts are the same: NFKC, case folded, name dots unified.

    Blanks vanish where the text has Chinese characters (张 三 is 张三); elsewhere they collapse.
    """
    key = unicodedata.normalize("NFKC", _INVISIBLE.sub("", text)).casefold()
    key = _HAN_FULL_STOP.sub("·", _DOTS.sub("·", key))
    return _WHITE.sub("" if _HAS_HAN.search(key) else " ", key).strip()


@remembered
def _read(text: str) -> Reading:
    if is_blank(text):
        return UNKNOWN
    if says_none(text):
        return Reading(NOTHING)
    if _SURROGATE.search(text):
        return rejected(TEXT_UNREADABLE)
    return Reading(text)


def read_text(value: Value, note: Note = Note.NONE) -> Reading:
    """A text as written, without outer blanks; None if blank, NOTHING for 无."""
    del note
    return _read(shown(value))
