"""How a personal value is shown to those who may not see it."""

import re
from typing import Final

from schema.fields import Personal

_PHONE: Final = re.compile(r"(?<!\d)(\d{3})\d{4,6}(\d{4})(?!\d)")
_HIDDEN: Final = "***"


def masked(text: str, personal: Personal | None) -> str:
    """The text as its level allows: 张*, 138****1234, the year only, or nothing but stars."""
    if personal is None or not text:
        return text
    if personal is Personal.NAME:
        return "、".join(masked_name(part) for part in re.split(r"[、;；,，\n]+", text) if part)
    if personal is Personal.PHONE:
        return _PHONE.sub(r"\1****\2", text) if _PHONE.search(text) else _HIDDEN
    if personal is Personal.YEAR:
        return text[:4] if text[:4].isdecimal() else _HIDDEN
    return _HIDDEN


def masked_name(name: str) -> str:
    """A name with all but its first character hidden: 张*."""
    return name.strip()[:1] + "*" if name.strip() else ""
