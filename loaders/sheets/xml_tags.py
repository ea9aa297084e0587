"""The tags of an XML part, found by pattern.

Office parts are regular: flat lists of tags with plain attributes. Whoever comes here has refused
document types before, so there is nothing to expand, and nothing here expands anything.
"""

import html
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

_TAG: Final = re.compile(
    r"""<(/?)(?:[\w.-]+:)?([\w.-]+)((?:\s+[\w.:-]+\s*=\s*(?:"[^"<]*"|'[^'<]*'))*)\s*(/?)>"""
)
_ATTRIBUTE: Final = re.compile(r"""(?:[\w.-]+:)?([\w.-]+)\s*=\s*(?:"([^"]*)"|'([^']*)')""")
_FALSE: Final = frozenset({"0", "false", "off"})


@dataclass(slots=True)
class Tag:
    """One tag without its namespace prefixes. `closes` is an end tag; `alone` has no end tag."""

    name: str
    attributes: dict[str, str]
    closes: bool
    alone: bool

    def says(self, name: str) -> bool:
        """Whether a yes-or-no attribute is there and not false."""
        return self.attributes.get(name, "0") not in _FALSE


def tags(xml: str) -> Iterator[Tag]:
    """Every tag of a part, in order."""
    for found in _TAG.finditer(xml):
        yield Tag(found[2], attributes(found[3]), bool(found[1]), bool(found[4]))


def attributes(text: str) -> dict[str, str]:
    """The attributes in the inside of a tag."""
    if not text:
        return {}
    return {
        found[1]: html.unescape(found[2] if found[2] is not None else found[3])
        for found in _ATTRIBUTE.finditer(text)
    }
