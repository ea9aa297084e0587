"""What is looked for: words, each a pattern; and how well a text answers to them."""

from dataclasses import dataclass, field
from enum import IntEnum
from typing import Final, Self

import numpy as np
import numpy.typing as npt
import pyarrow as pa  # type: ignore[import-untyped] # pyarrow ships no types
import pyarrow.compute as pc  # type: ignore[import-untyped] # pyarrow ships no types

from graph_api.projection.columns import Column, Mask, Rows
from graph_api.projection.orders import TextIndex
from graph_api.questions.search.spelling import BLANK, folded, pattern

LONGEST: Final = 100
"""Characters that are looked for at the most."""
SHORTEST_CODE: Final = 2
"""Characters from which on codes are found by their beginning."""
_AFTER: Final = "\U0010ffff"
"""What comes after every text with the same beginning."""

Hows = npt.NDArray[np.int8]


class How(IntEnum):
    """How a text answers, the better the higher."""

    WORDS = 1
    """All words stand in it somewhere."""
    CONTAINS = 2
    """It contains them as they were typed."""
    BEGINS = 3
    """It begins with them."""
    EXACT = 4
    """It is just that."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """A text to look for, `text` in its folded form, which has at least one word.

    `words` are the patterns of its words, each once and the longest first; `phrase` is that of all of it.
    """

    text: str
    words: tuple[str, ...] = field(repr=False)
    phrase: str = field(repr=False)

    @classmethod
    def of(cls, typed: str) -> Self | None:
        """What was typed; None where that is blank or longer than LONGEST."""
        text = folded(typed)
        if not text or len(text) > LONGEST:
            return None
        words = [pattern(each) for each in text.split(" ")]
        rarest_first = sorted(dict.fromkeys(words), key=len, reverse=True)
        return cls(text, tuple(rarest_first), f"{BLANK}+".join(words))

    def among(self, texts: Column) -> tuple[Rows, Hows]:
        """The places of the texts that answer, and how."""
        first, *others = self.words
        several = self.phrase != first
        places = np.flatnonzero(_matching(texts, first))
        for word in others:
            places = places[_matching(texts.take(pa.array(places)), word)]
        found = np.full(len(places), How.WORDS if several else How.CONTAINS, np.int8)
        if not len(places):
            return places, found
        answering = texts.take(pa.array(places))
        if several:
            found[_matching(answering, self.phrase)] = How.CONTAINS
        begins = np.flatnonzero(_matching(answering, f"^{BLANK}*(?:{self.phrase})"))
        found[begins] = How.BEGINS
        whole = _matching(answering.take(pa.array(begins)), f"^{BLANK}*(?:{self.phrase}){BLANK}*$")
        found[begins[whole]] = How.EXACT
        return places, found

    def among_codes(self, index: TextIndex) -> tuple[Rows, Hows]:
        """The rows of the codes that begin with what is wanted, in any case; and how."""
        code = self.text.replace(" ", "")
        ranges = _beginning(index, code)
        if not ranges:
            return np.zeros(0, np.int64), np.zeros(0, np.int8)
        rows = np.concatenate([index.rows[low:high] for low, high in ranges])
        exact = pc.equal(pc.utf8_length(index.values.take(pa.array(rows))), len(code))
        found = np.where(exact.to_numpy(zero_copy_only=False), How.EXACT, How.BEGINS).astype(np.int8)
        return (
            (rows, found)
            if len(code) >= SHORTEST_CODE
            else (rows[found == How.EXACT], found[found == How.EXACT])
        )


def _matching(texts: Column, expression: str) -> Mask:
    found: Mask = pc.match_substring_regex(texts, expression).fill_null(False).to_numpy(zero_copy_only=False)
    return found


def _beginning(index: TextIndex, code: str) -> list[tuple[int, int]]:
    """Where the codes stand that begin with `code` in any case: by halving, for each case of a letter."""
    ranges = [("", 0, len(index.rows))]
    for place, letter in enumerate(code):
        cases = {letter, letter.upper()} if len(letter.upper()) == 1 else {letter}
        last = place == len(code) - 1
        next_ranges = []
        for before, low, high in ranges:
            for each in sorted(cases):
                begin = before + each
                if last or len(cases) > 1:
                    first, end = _place(index, begin, low, high), _place(index, begin + _AFTER, low, high)
                else:
                    first, end = low, high
                if first < end:
                    next_ranges.append((begin, first, end))
        ranges = next_ranges
    return [(low, high) for _, low, high in ranges]


def _place(index: TextIndex, text: str, low: int, high: int) -> int:
    """The first place between two whose code is not below the text."""
    while low < high:
        middle = (low + high) // 2
        if index.values[int(index.rows[middle])].as_py() < text:
            low = middle + 1
        else:
            high = middle
    return low
