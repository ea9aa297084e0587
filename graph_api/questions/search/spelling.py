"""How a text is written in other ways: in capitals, in full width, as one character for several.

Two texts are the same here where NFKC and case folding make them so. Stored texts stay as they are: what is
looked for becomes a pattern of all ways to write it, so that nothing has to be kept beside the columns.
"""

import re
import unicodedata
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Final

_PLANE: Final = 0x10000
"""Ways to write are looked for among the characters of the first plane."""
_SURROGATES: Final = range(0xD800, 0xE000)
BLANK: Final = "[{}]".format(
    "".join(
        f"\\x{{{number:x}}}"
        for number in range(_PLANE)
        if unicodedata.normalize("NFKC", chr(number)).isspace()
    )
)
"""A character that stands between words, as RE2 writes it."""


def folded(text: str) -> str:
    """The text in the one spelling that stands for all: lower case, half width, single blanks."""
    half = unicodedata.normalize("NFKC", text).casefold()
    return " ".join(unicodedata.normalize("NFKC", half).split())


@dataclass(frozen=True, slots=True)
class Spellings:
    """Other characters by what they fold to: to one character, or to several."""

    single: Mapping[str, str]
    several: Mapping[str, str]
    longest: int


@cache
def spellings() -> Spellings:
    """All of the first plane, looked up once."""
    single: dict[str, str] = defaultdict(str)
    several: dict[str, str] = defaultdict(str)
    for number in range(_PLANE):
        if number in _SURROGATES:
            continue
        character = chr(number)
        plain = folded(character)
        if plain and plain != character and " " not in plain:
            (single if len(plain) == 1 else several)[plain] += character
    return Spellings(single, several, max(map(len, several)))


def pattern(text: str) -> str:
    """The regular expression (RE2) of a folded text without blanks, in all the ways to write it."""
    known, parts, at = spellings(), [], 0
    while at < len(text):
        length = next(
            (many for many in range(known.longest, 1, -1) if text[at : at + many] in known.several), 1
        )
        piece = text[at : at + length]
        each = "".join(_one_of(character + known.single.get(character, "")) for character in piece)
        whole = known.several.get(piece, "")
        parts.append(f"(?:{each}|{_one_of(whole)})" if whole else each)
        at += length
    return "".join(parts)


def _one_of(characters: str) -> str:
    escaped = re.escape(characters)
    return escaped if len(characters) == 1 else f"[{escaped}]"
