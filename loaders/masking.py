"""How a personal cell is shown in reports."""

import re
import unicodedata
from typing import Final

from schema.fields import Personal
from schema.masking import masked_name, masked_phone

_PHONE: Final = re.compile(r"(?<!\d)\d{7,12}(?!\d)")
_HIDDEN: Final = "***"
_DAY: Final = r"(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])"
_ID_NUMBER: Final = re.compile(
    rf"(?<![0-9A-Za-z])(?:[1-9]\d{{5}}(?:19|20)\d{{2}}{_DAY}\d{{3}}[0-9Xx]|[1-9]\d{{5}}\d{{2}}{_DAY}\d{{3}})(?![0-9A-Za-z])",
    re.ASCII,
)
_MOBILE: Final = re.compile(r"(?<!\d)1[3-9]\d{9}(?!\d)", re.ASCII)
_GAP: Final = re.compile(r"(?<=\d)\s+(?=[\dXx])")


def masked(text: str, personal: Personal | None) -> str:
    """The text as its level allows: 张*, 138****1234, the year only, or nothing but stars."""
    if personal is None or not text:
        return text
    if personal is Personal.NAME:
        return "、".join(masked_name(part) for part in re.split(r"[、;；,，\n]+", text) if part)
    if personal is Personal.PHONE:
        return _PHONE.sub(lambda found: masked_phone(found[0]), text) if _PHONE.search(text) else _HIDDEN
    if personal is Personal.YEAR:
        return text[:4] if text[:4].isdecimal() else _HIDDEN
    return _HIDDEN


def without_numbers(text: str, *, phones: bool = True) -> str:
    """The text without the identity numbers (and mobile phones) that a clerk wrote where none belong.

    A sole trader's tax number is often the owner's identity number. A text without any stays as it is.
    """
    plain = _GAP.sub("", unicodedata.normalize("NFKC", text))
    hidden = _ID_NUMBER.sub(_HIDDEN, plain)
    if phones:
        hidden = _MOBILE.sub(lambda found: masked_phone(found[0]), hidden)
    return text if hidden == plain else hidden
