"""How a personal cell is shown in reports."""

import re
from typing import Final

from schema.fields import Personal
from schema.masking import masked_name, masked_phone

_PHONE: Final = re.compile(r"(?<!\d)\d{7,12}(?!\d)")
_HIDDEN: Final = "***"


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
