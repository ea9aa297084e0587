"""Global ids: a type, a number and, read under an explicit day, that day."""

import base64
import re
from typing import Final

from schema.catalog import NODE_TYPES

_FORM: Final = re.compile(r"([A-Za-z]+):([0-9]+)(?:@(\d{4}-\d{2}-\d{2}))?")


def write_id(type_name: str, number: int, day: str | None = None) -> str:
    """The opaque text."""
    plain = f"{type_name}:{number}" + (f"@{day}" if day else "")
    return base64.urlsafe_b64encode(plain.encode()).decode().rstrip("=")


def read_id(text: str) -> tuple[str, int, str | None] | None:
    """The type, the number and the day that an id names; None where the text is none."""
    try:
        plain = base64.urlsafe_b64decode(text.encode("ascii") + b"=" * (-len(text) % 4)).decode("ascii")
    except (ValueError, UnicodeError):
        return None
    found = _FORM.fullmatch(plain)
    if found is None or found[1] not in NODE_TYPES:
        return None
    return found[1], int(found[2]), found[3]
