"""Numbers with a fraction: scores, hours, rates (R12, R33)."""

import math
import re
from typing import Final

from loaders.cells.findings import DECIMAL_UNREADABLE
from loaders.cells.reading import UNKNOWN, Reading, rejected
from loaders.cells.remembered import remembered
from loaders.cells.text import is_blank, plain, says_none
from loaders.sheets.workbook import Note, Value

_NEVER_GIVEN: Final = frozenset({"缺考", "缺席", "未考", "免考", "未评", "未参评", "未参加", "未打分"})
_NUMBER: Final = re.compile(r"([+-]?(?:\d+|\d{1,3}(?:,\d{3})+)(?:\.\d+)?)(分|%|学时|小时|元|天)?")


@remembered
def _read(text: str) -> Reading:
    if is_blank(text) or says_none(text) or text in _NEVER_GIVEN:
        return UNKNOWN
    found = _NUMBER.fullmatch(text)
    if found is None:
        return rejected(DECIMAL_UNREADABLE)
    number = float(found[1].replace(",", ""))
    if not math.isfinite(number):
        return rejected(DECIMAL_UNREADABLE)
    return Reading(number / 100 if found[2] == "%" else number)


def read_decimal(value: Value, note: Note = Note.NONE) -> Reading:
    """A float: 95.5, "95.5分", "1,200.5"; "98%" is 0.98; 缺考 is no score, hence unknown."""
    del note
    if isinstance(value, bool):
        return rejected(DECIMAL_UNREADABLE)
    if isinstance(value, int | float):
        return Reading(float(value)) if math.isfinite(value) else rejected(DECIMAL_UNREADABLE)
    return _read(plain(value))
