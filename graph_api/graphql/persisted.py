"""Documents that callers name by their SHA-256 once they have sent them: `extensions.persistedQuery`.

The protocol is that of Apollo's automatic persisted queries: a caller sends the hash alone; where the
document is not known (PersistedQueryNotFound), it sends both, and from then on the hash again.
"""

import hashlib
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, ClassVar, Final

from graph_api.graphql.failures import BadInput, NotFound
from graph_api.graphql.kept import Kept
from schema.text import Text

MOST: Final = 2000
"""How many documents are remembered."""
MOST_CHARACTERS: Final = 8_000_000
"""How many characters these have together."""
_HASH: Final = re.compile(r"[0-9a-f]{64}", re.ASCII)


class UnknownDocument(NotFound):
    """No document of that hash is known; the caller sends it then, which `told` makes its client do."""

    told: ClassVar[str] = "PersistedQueryNotFound"
    """The protocol's word, the whole message in every language."""


@dataclass(frozen=True, slots=True)
class PersistedDocuments:
    """The documents that callers have sent with their hash, the latest used of them."""

    _texts: Kept[str, str] = field(default_factory=lambda: Kept(MOST, MOST_CHARACTERS))

    def text(self, extensions: Mapping[str, Any], query: str | None) -> str | None:
        """The document that a request means: what it sent, or what its hash names.

        None where it sent neither. Raises UnknownDocument for a hash that is not known, BadInput for one that
        is none or not that of the document beside it.
        """
        digest = hash_in(extensions)
        if digest is None:
            return query
        if query is None:
            found = self._texts.get(digest)
            if found is None:
                raise UnknownDocument(
                    Text("没有这个 SHA-256 的文档", "no document of this SHA-256 is known"),
                    Text("连同文档再发一次", "send it again together with the document"),
                    where="extensions.persistedQuery",
                )
            return found
        if sha256(query) != digest:
            raise _bad(
                Text("sha256Hash 不是这个文档的", "sha256Hash is not that of this document"),
                Text("发送文档 UTF-8 字节的 SHA-256", "send the SHA-256 of the document's UTF-8 bytes"),
            )
        return query

    def keep(self, text: str) -> None:
        """Remember a document that has proved to be one."""
        self._texts.keep(sha256(text), text, len(text))


def sha256(text: str) -> str:
    """The hash by which a document is named, in lower-case hexadecimal."""
    return hashlib.sha256(text.encode()).hexdigest()


def hash_in(extensions: Mapping[str, Any]) -> str | None:
    """The hash in a request's extensions, or None; raises BadInput where it cannot be one."""
    asked = extensions.get("persistedQuery")
    if asked is None:
        return None
    if not isinstance(asked, dict) or asked.get("version") != 1:
        raise _bad(
            Text("persistedQuery 的 version 须是 1", "persistedQuery must have version 1"),
            Text('写成 {"version": 1, "sha256Hash": "…"}', 'write {"version": 1, "sha256Hash": "…"}'),
        )
    digest = asked.get("sha256Hash")
    if not isinstance(digest, str) or _HASH.fullmatch(digest.lower()) is None:
        raise _bad(
            Text("sha256Hash 须是 64 位十六进制", "sha256Hash must be 64 hexadecimal digits"),
            Text("发送文档的 SHA-256", "send the document's SHA-256"),
        )
    return digest.lower()


def _bad(what: Text, remedy: Text) -> BadInput:
    return BadInput(what, remedy, where="extensions.persistedQuery")
