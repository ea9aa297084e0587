"""Yes or no (R10, R11)."""

from typing import Final

from loaders.cells.findings import YES_NO_UNREADABLE
from loaders.cells.reading import UNKNOWN, Reading, rejected
from loaders.cells.text import is_blank, plain
from loaders.sheets.workbook import Note, Value

_YES: Final = "是 √ ✓ ✔ ☑ 1 Y YES TRUE T 对 有 已 已建 已建立 已成立 已组建 已设立 建立 成立 已有 主动"
_NO: Final = (
    "否 × ✗ ✘ ✕ ✖ ☒ X 0 N NO FALSE F 不是 无 没有 暂无 "
    "未 未建 未建立 未成立 未组建 未设立 没建 尚未建立 尚未组建 被动"
)
_READINGS: Final = {
    plain(word): Reading(answer) for words, answer in ((_YES, True), (_NO, False)) for word in words.split()
}


def read_yes_no(value: Value, note: Note = Note.NONE) -> Reading:
    """A bool: 是 √ 1 Y 已建, 否 × 0 N 未建; 无 is no; blank is unknown, never no."""
    del note
    text = plain(value).upper().removesuffix("。")
    if is_blank(text):
        return UNKNOWN
    return _READINGS.get(text) or rejected(YES_NO_UNREADABLE)
