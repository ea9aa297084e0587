"""Bytes to text: UTF-8 with or without a mark, UTF-16, GB18030 (R6). Nothing is guessed or replaced."""

import codecs
import re
from typing import Final

from loaders.errors import Garbage, Truncated
from schema.text import Text

_MARKS: Final = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_SAMPLE: Final = 4096
_LONGEST_CHARACTER: Final = 4
_CONTROLS: Final = re.compile("[\x00-\x08\x0e-\x1f\x7f]")
_END_OF_FILE: Final = "\x1a"


def decoded(data: bytes) -> str:
    """The text of a file; raises Truncated where its last character is cut, Garbage where there is none.

    GBK and GB2312 files are GB18030 files too.
    """
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return _sound(_strict(data[len(mark) :], encoding))
    wide = _wide_encoding(data[:_SAMPLE])
    if wide is not None:
        return _sound(_strict(data, wide))
    try:
        return _sound(data.decode("utf-8"))
    except UnicodeDecodeError as error:
        if error.reason == "unexpected end of data" and error.start >= len(data) - _LONGEST_CHARACTER:
            raise Truncated(_cut(error.start)) from None
    return _sound(_strict(data, "gb18030"))


def _strict(data: bytes, encoding: str) -> str:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        if error.start >= len(data) - _LONGEST_CHARACTER:
            raise Truncated(_cut(error.start)) from None
        detail = Text(
            f"第 {error.start + 1} 字节不是 {encoding.upper()} 文字",
            f"byte {error.start + 1} is no {encoding.upper()} text",
        )
        raise Garbage(detail) from None


def _cut(at: int) -> Text:
    return Text(f"第 {at + 1} 字节处的字符只有一半", f"the character at byte {at + 1} is cut in half")


def _wide_encoding(sample: bytes) -> str | None:
    """UTF-16 without a mark: separators and digits leave a zero byte in every pair."""
    even, odd = sample[::2].count(0), sample[1::2].count(0)
    # A stray zero byte or two make no encoding.
    if max(even, odd) * 50 < len(sample) or max(even, odd) < 2 or min(even, odd) * 10 > max(even, odd):  # noqa: PLR2004 - see above
        return None
    return "utf-16-be" if even > odd else "utf-16-le"


def _sound(text: str) -> str:
    text = text.removesuffix(_END_OF_FILE)
    strange = _CONTROLS.search(text)
    if strange is None:
        return text
    detail = Text(
        f"第 {strange.start() + 1} 个字符是控制字符",
        f"character {strange.start() + 1} is a control character",
    )
    raise Garbage(detail)
