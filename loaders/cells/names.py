"""Several names in one cell: people, enterprises, units."""

import re
from typing import Final

from loaders.cells.findings import NAMES_INCOMPLETE, TEXT_UNREADABLE
from loaders.cells.reading import NOTHING, UNKNOWN, Reading, rejected
from loaders.cells.remembered import remembered
from loaders.cells.text import is_blank, match_key, plain, read_text, says_none, shown
from loaders.sheets.workbook import Note, Value

# An ASCII comma before Ltd and its like belongs to the name.
_SEVERAL: Final = re.compile(
    r"[、;；，\n]+|(?=[①-⑳])|,(?!\s*(?:Ltd|Inc|LLC|LLP|Co|Corp|Limited)\b)", re.IGNORECASE
)
_SLASHED: Final = re.compile(r"[\u3400-\u9fff·]{2,4}(?:[/／][\u3400-\u9fff·]{2,4})+")
_ORDINAL: Final = re.compile(r"^(?:[(（]?\d{1,2}[)）.．]|[①-⑳])\s*|^\d{1,2}$")
_OTHERS: Final = re.compile(
    r"(.{2,}?)等(?:\d+|[一二三四五六七八九十]+)?(?:人|家|名|个|户|家企业|名同志|同志)?"
)


@remembered
def _read(text: str) -> Reading:
    if is_blank(plain(text)):
        return UNKNOWN
    if says_none(plain(text)):
        return Reading(NOTHING)
    parts = re.split("[/／]", text) if _SLASHED.fullmatch(text) else _SEVERAL.split(text)
    names = [name for part in parts if (name := _ORDINAL.sub("", part.strip()).strip())]
    if not names or any(read_text(name).rejection for name in names):
        return rejected(TEXT_UNREADABLE)
    incomplete = _OTHERS.fullmatch(names[-1])
    if incomplete is not None:
        names[-1] = incomplete[1].strip()
    distinct = {match_key(name): name for name in reversed(names)}
    return Reading(tuple(reversed(distinct.values())), (NAMES_INCOMPLETE,) if incomplete else ())


def read_names(value: Value, note: Note = Note.NONE) -> Reading:
    """A tuple of names as written, each once, split at 、；， and line breaks; NOTHING for 无.

    Two Chinese names of people may also be split by a slash; blanks never split (张 三 is one).
    """
    del note
    return _read(shown(value))
