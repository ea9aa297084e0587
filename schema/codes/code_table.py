"""A shipped code table: a CSV file beside this module, with its edition and its source.

Every file has the columns `code`, `zh` and `en`; `words` holds what else rosters write for the
code, `parent` the code above it, both where they apply. Cells with several words separate them
by `|`. A code that a table lacks is no error here: every look-up then answers None, and the
caller keeps the code and reports it.
"""

import csv
import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Self

from schema.text import Text


@dataclass(frozen=True, slots=True)
class Code:
    """One row; `facts` holds the columns that only its table has."""

    code: str
    name: Text
    parent: str
    words: tuple[str, ...]
    facts: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class CodeTable:
    """All rows of one table, in the order of its file."""

    name: str
    title: Text
    edition: str
    source: Text
    rows: tuple[Code, ...]
    _by_code: Mapping[str, Code] = field(repr=False)
    _by_word: Mapping[str, Code] = field(repr=False)

    @classmethod
    def read(cls, name: str, *, title: Text, edition: str, source: Text) -> Self:
        """Read `<name>.csv`; raises ValueError where a code or a word stands for two rows."""
        with (Path(__file__).parent / f"{name}.csv").open(encoding="utf-8", newline="") as file:
            rows = tuple(_code(row) for row in csv.DictReader(file, strict=True))
        return cls(name, title, edition, source, rows, _codes(name, rows), _words(name, rows))

    def get(self, code: str) -> Code | None:
        """The row with this very code."""
        return self._by_code.get(code)

    def from_word(self, word: str) -> Code | None:
        """The row that a roster means by `word`: its code, its name or another of its words.

        Widths, blanks and the kind of brackets do not matter.
        """
        return self._by_word.get(plain(word))

    def search(self, text: str) -> tuple[Code, ...]:
        """The rows whose name or words contain `text`, in the table's order."""
        part = plain(text)
        if not part:
            return ()
        return tuple(row for row in self.rows if any(part in plain(word) for word in _spoken(row)))

    def __iter__(self) -> Iterator[Code]:
        """The rows in the order of the file."""
        return iter(self.rows)

    def __len__(self) -> int:
        """How many rows there are."""
        return len(self.rows)


def plain(word: str) -> str:
    """A word as it is compared: NFKC (so that （ is the same as parenthesis), without blanks."""
    return "".join(unicodedata.normalize("NFKC", word).split())


def parts(cell: str) -> tuple[str, ...]:
    """The words of a cell that holds several."""
    return tuple(word for word in cell.split("|") if word)


def _code(row: dict[str, str]) -> Code:
    facts = dict(row)
    return Code(
        facts.pop("code"),
        Text(facts.pop("zh"), facts.pop("en")),
        facts.pop("parent", ""),
        parts(facts.pop("words", "")),
        facts,
    )


def _spoken(row: Code) -> tuple[str, ...]:
    return (row.name.zh, *row.words)


def _codes(name: str, rows: tuple[Code, ...]) -> dict[str, Code]:
    found: dict[str, Code] = {}
    for row in rows:
        if row.code in found:
            raise ValueError(f"{name}.csv has the code {row.code} twice")
        found[row.code] = row
    return found


def _words(name: str, rows: tuple[Code, ...]) -> dict[str, Code]:
    found: dict[str, Code] = {}
    for row in rows:
        for word in {plain(each) for each in (row.code, *_spoken(row))}:
            if word in found:
                raise ValueError(f"{name}.csv has the word {word} twice")
            found[word] = row
    return found
