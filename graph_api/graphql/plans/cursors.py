"""Cursors: where a page ended, in a form that nobody can make up and that fits only the list it is of."""

import base64
import binascii
import hashlib
import hmac
from dataclasses import dataclass
from datetime import date
from typing import Any

import orjson

from graph_api.graphql.failures import BadInput
from schema.text import Text

_MAC_BYTES = 12


@dataclass(frozen=True, slots=True)
class Cursor:
    """The row after which a page goes on: its day and its key in the list's order.

    `explicit` says that the caller had named the day; where nobody did, it is kept over midnight.
    """

    day: date
    key: tuple[Any, ...]
    explicit: bool = False

    def written(self, secret: bytes, bound_to: bytes) -> str:
        """The opaque text; `bound_to` says of which list, filter and order."""
        plain = orjson.dumps([self.day.toordinal(), self.explicit, *self.key])
        return base64.urlsafe_b64encode(_mac(secret, bound_to, plain) + plain).rstrip(b"=").decode("ascii")

    @classmethod
    def read(cls, text: str, secret: bytes, bound_to: bytes, where: str) -> "Cursor":
        """The cursor that the text is. Raises BadInput for one made up, or of another list."""
        try:
            padded = text.encode("ascii") + b"=" * (-len(text) % 4)
            raw = base64.b64decode(padded, altchars=b"-_", validate=True)
        except (binascii.Error, UnicodeError, ValueError):
            raise _no_cursor(text, where) from None
        mac, plain = raw[:_MAC_BYTES], raw[_MAC_BYTES:]
        if not hmac.compare_digest(mac, _mac(secret, bound_to, plain)):
            raise _no_cursor(text, where)
        ordinal, explicit, *key = orjson.loads(plain)
        return cls(date.fromordinal(ordinal), tuple(key), explicit)


def binding(*parts: object) -> bytes:
    """What a cursor is bound to, from the facts of its list."""
    return hashlib.blake2b(repr(parts).encode("utf-8", "surrogatepass"), digest_size=16).digest()


def _mac(secret: bytes, bound_to: bytes, plain: bytes) -> bytes:
    keyed = hashlib.blake2b(bound_to, digest_size=_MAC_BYTES, key=secret[:64], person=b"cursor")
    keyed.update(plain)
    return keyed.digest()


def _no_cursor(text: str, where: str) -> BadInput:
    return BadInput(
        Text(f"“{text[:40]}”不是这个列表的游标", f"'{text[:40]}' is no cursor of this list"),
        Text(
            "用同一列表、筛选、排序和日期返回的游标",
            "use a cursor that this list returned, with the same filter, order and day",
        ),
        where=where,
    )
