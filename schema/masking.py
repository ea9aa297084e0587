"""How a name and a phone number are shown to those who may not see them."""

from typing import Final

_LONG_NUMBER: Final = 10
"""Characters from which a phone number shows its first three and its last four."""


def masked_name(name: str) -> str:
    """张三 → 张*; empty where there is no name."""
    return name.strip()[:1] + "*" if name.strip() else ""


def masked_phone(phone: str) -> str:
    """13812345678 → 138****5678; of a short number only the first digit stays."""
    digits = phone.strip()
    return f"{digits[:3]}****{digits[-4:]}" if len(digits) >= _LONG_NUMBER else f"{digits[:1]}****"
