"""CSV: separated by comma, tab or semicolon; its rows numbered as a spreadsheet shows them (R6, R30, R35)."""

import csv
import io
import re
from collections.abc import Iterator
from typing import Final

from loaders.errors import Damaged, Truncated
from loaders.sheets.parsed import ParsedSheet, chunks_of
from loaders.sheets.workbook import Sheet
from schema.text import Text

_SEPARATORS: Final = ",\t;"
_SAMPLE_LINES: Final = 200
_DECLARED: Final = re.compile(r"sep=(.)\r?\n?", re.IGNORECASE)
_QUOTED: Final = re.compile(r'"[^"]*"')
_AS_TEXT: Final = re.compile(r'="((?:[^"]|"")*)"')
_LONGEST_CELL: Final = 32_767 * 4
"""A spreadsheet's cell holds 32,767 characters; a quote that is never closed would swallow the file."""


def _separator(text: str) -> str:
    """The separator that splits the most lines into the same number of cells."""
    lines = _QUOTED.sub("", text[:200_000]).splitlines()[:_SAMPLE_LINES]
    best, best_score = _SEPARATORS[0], 0
    for separator in _SEPARATORS:
        counts = [count for line in lines if (count := line.count(separator))]
        score = max((counts.count(each) * min(each, 3) for each in set(counts)), default=0)
        if score > best_score:
            best, best_score = separator, score
    return best


def _cells(row: list[str]) -> list[str | None]:
    return [(_unwrapped(text) if text[0] == "=" else text) if text else None for text in row]


def _unwrapped(text: str) -> str | None:
    found = _AS_TEXT.fullmatch(text)
    return text if found is None else found[1].replace('""', '"') or None


def _rows(text: str, separator: str) -> Iterator[list[str | None]]:
    # Strict, so that a quote which is never closed is an error and not a swallowed file. A text that
    # goes on after its closing quote ("甲"厂) is read again as a spreadsheet shows it.
    number = 0
    csv.field_size_limit(_LONGEST_CELL)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=separator, strict=True)
    while True:
        try:
            row = next(reader)
        except StopIteration:
            return
        except csv.Error as error:
            if "expected after" in str(error):
                yield from _lenient(text, separator, number)
                return
            raise _unclosed(number + 1, str(error)) from None
        number += 1
        yield _cells(row)


def _lenient(text: str, separator: str, done: int) -> Iterator[list[str | None]]:
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=separator)
    last = ""
    number = 0
    try:
        for number, row in enumerate(reader, 1):
            last = row[-1] if row else ""
            if number > done:
                yield _cells(row)
    except csv.Error as error:
        raise _unclosed(number + 1, str(error)) from None
    if "\n" in last and text.count('"') % 2:
        raise _unclosed(number, "unexpected end of data")


def _unclosed(row: int, why: str) -> Truncated | Damaged:
    if "unexpected end" in why or "field limit" in why or "field larger" in why:
        return Truncated(Text(f"第 {row} 行的引号没有结束", f"a quotation mark in row {row} is never closed"))
    return Damaged(Text(f"第 {row} 行不是 CSV", f"row {row} is not CSV"))


def parse_csv(text: str, name: str) -> Iterator[ParsedSheet]:
    """The one sheet of a CSV file. `="…"` is the text in it; other cells stay as written."""
    declared = _DECLARED.match(text)
    if declared is not None:
        # A spreadsheet reads this line and does not show it.
        text = text[declared.end() :]
    separator = declared[1] if declared is not None else _separator(text)
    yield ParsedSheet(Sheet(name), chunks_of(_rows(text, separator)))
