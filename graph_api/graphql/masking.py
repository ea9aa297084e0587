"""How personal data are shown: masked unless the operator of the machine itself has turned that off."""

from schema.fields import Personal

LONG_NUMBER = 10
"""Digits from which a phone number shows its first three and its last four."""


def masked_name(name: str) -> str | None:
    """张三 → 张*."""
    return name.strip()[:1] + "*" if name.strip() else None


def masked_phone(phone: str) -> str:
    """13812345678 → 138****5678; of a short number only the first digit stays."""
    digits = phone.strip()
    return f"{digits[:3]}****{digits[-4:]}" if len(digits) >= LONG_NUMBER else f"{digits[:1]}****"


def masked(value: object, personal: Personal) -> object:
    """A stored value as it is shown by default; a stored day becomes its year, unknown stays unknown."""
    if value is None:
        return None
    if isinstance(value, list):
        return [masked(each, personal) for each in value]
    if personal is Personal.NAME:
        return masked_name(str(value))
    if personal is Personal.PHONE:
        return masked_phone(str(value))
    if personal is Personal.YEAR and isinstance(value, int):
        return value // 10000 * 10000
    return None
