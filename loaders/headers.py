"""Which row of a sheet is a header, of which kind of roster, and which column states what (R1, R2)."""

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Final

from loaders.cells.text import shown
from loaders.rosters import ROSTERS
from loaders.rosters.roster import Column, Roster, RosterKind
from loaders.sheets.workbook import Sheet, Value

_WHITE: Final = re.compile(r"\s+")
_MARKS: Final = re.compile(r"^[*★※#]+|[*★※#:：]+$")
_BRACKETS: Final = re.compile(r"[(（][^()（）]*[)）]")
_OF_NO_MEANING: Final = frozenset({"序号", "备注", "签名", "序", "填表说明"})
"""Columns that say nothing of the graph, ignored by name."""
_TITLE_BONUS: Final = 1.5
"""How much a title that names the kind weighs, in header columns."""


@lru_cache(maxsize=65536)
def header_key(text: str) -> str:
    """A header as headers are compared: half-width, without blanks, line breaks and marks."""
    return _MARKS.sub("", _WHITE.sub("", unicodedata.normalize("NFKC", text)))


@dataclass(slots=True)
class Header:
    """A recognised header.

    `columns` maps a column's name to the sheet columns that state it (several for 培养联系人 1|2);
    `patterns` holds the headers of pattern columns; `blocks` says how often the same headers stand
    side by side (sign-in sheets); `ignored` are columns of no meaning to this kind. Rows and
    columns count from 0; `last` is the header's last row.
    """

    roster: Roster
    first: int
    last: int
    confidence: float
    columns: list[dict[str, list[int]]] = field(default_factory=list)
    patterns: dict[str, list[tuple[str, int]]] = field(default_factory=dict)
    ignored: list[tuple[int, str]] = field(default_factory=list)
    width: int = 0
    texts: dict[int, str] = field(default_factory=dict)

    @property
    def stating(self) -> set[int]:
        """The columns whose cells state something: those that the kind knows."""
        known = {index for block in self.columns for places in block.values() for index in places}
        return known | {index for places in self.patterns.values() for _, index in places}


def _known() -> dict[str, dict[RosterKind, Column]]:
    known: dict[str, dict[RosterKind, Column]] = {}
    for kind, roster in ROSTERS.items():
        for column in roster.columns:
            for text in column.headers:
                known.setdefault(header_key(text), {})[kind] = column
    return known


_KNOWN: Final = _known()


def may_be_header(cells: Iterable[Value]) -> bool:
    """Whether at least two of the cells are headers of some kind: the cheap test for every row."""
    hits = 0
    for cell in cells:
        if type(cell) is str and len(cell) <= 40 and _meaning(cell):  # noqa: PLR2004 - longer than any header
            hits += 1
            if hits == 2:  # noqa: PLR2004 - a single word may be data
                return True
    return False


@lru_cache(maxsize=65536)
def _meaning(text: str) -> tuple[tuple[RosterKind, Column], ...]:
    key = header_key(text)
    found = _KNOWN.get(key) or _KNOWN.get(_BRACKETS.sub("", key)) or {}
    return tuple(found.items())


def recognise_header(
    sheet: Sheet, row: int, title: tuple[str, ...], kinds: tuple[RosterKind, ...]
) -> Header | None:
    """The header that begins in `row`, of the kind that explains most of it; None where there is none."""
    texts, last = _header_texts(sheet, row)
    best: Header | None = None
    best_score = 0.0
    for kind in kinds:
        header = _as_kind(ROSTERS[kind], texts, row, last)
        if header is None:
            continue
        score = sum(
            1 / len(_meaning(text) or (0,)) + 1
            for index, text in texts.items()
            if all(index != ignored for ignored, _ in header.ignored)
        )
        named = any(word in line for line in (*title, sheet.name) for word in kind.words)
        score += _TITLE_BONUS * named * 2
        if score > best_score:
            best, best_score = header, score
    return best


def _header_texts(sheet: Sheet, row: int) -> tuple[dict[int, str], int]:
    """The header text of each column, subheaders joined to what stands above, and the last header row."""
    texts = {index: shown(cell) for index, cell in enumerate(sheet.rows[row]) if shown(cell)}
    last = row
    wide: set[int] = set()
    for merge in sheet.merged:
        if merge.first_row != row or merge.first_column not in texts:
            continue
        last = max(last, min(merge.last_row, row + 2))
        if merge.last_column > merge.first_column:
            columns = range(merge.first_column, merge.last_column + 1)
            wide.update(columns)
            texts.update(dict.fromkeys(columns, texts[merge.first_column]))
    if last == row and _is_subheader(sheet, row + 1, texts, wide):
        last = row + 1
    for below in sheet.rows[row + 1 : last + 1]:
        for index, cell in enumerate(below):
            if not (sub := shown(cell)):
                continue
            above = texts.get(index) or texts.get(index - 1, "")
            choices = (sub, above + sub, above) if index not in texts else (above + sub, sub, above)
            texts[index] = next((each for each in choices if _meaning(each)), above + sub)
    return texts, last


def _is_subheader(sheet: Sheet, row: int, top: dict[int, str], wide: set[int]) -> bool:
    """Whether a row only subdivides the header above it: it has cells nowhere else."""
    if row >= len(sheet.rows):
        return False
    filled = [index for index, cell in enumerate(sheet.rows[row]) if shown(cell)]
    gaps = {index for index in filled if index not in top and any(left in top for left in range(index))}
    return bool(filled) and all(index in wide or index in gaps or index + 1 in gaps for index in filled)


def _as_kind(roster: Roster, texts: dict[int, str], first: int, last: int) -> Header | None:
    header = Header(roster, first, last, 0.0, texts=texts, width=max(texts, default=0) + 1)
    seen: dict[str, int] = {}
    by_name = {column.name: column for column in roster.columns}
    matched = 0
    for index in sorted(texts):
        column = dict(_meaning(texts[index])).get(roster.kind)
        if column is None:
            pattern = _pattern(roster, texts[index])
            if pattern is None and header_key(texts[index]) in _OF_NO_MEANING:
                matched += 1
            elif pattern is None:
                header.ignored.append((index, texts[index]))
            else:
                header.patterns.setdefault(pattern.name, []).append((header_key(texts[index]), index))
                matched += 1
            continue
        matched += 1
        block = 0 if by_name[column.name].several else seen.get(column.name, 0)
        seen[column.name] = seen.get(column.name, 0) + 1
        while len(header.columns) <= block:
            header.columns.append({})
        header.columns[block].setdefault(column.name, []).append(index)
    stated = {*seen, *header.patterns}
    if not all(stated.intersection(choice) for choice in roster.required):
        return None
    header.confidence = round(matched / max(len(texts), 1), 2)
    return header


def _pattern(roster: Roster, text: str) -> Column | None:
    key = header_key(text)
    for column in roster.columns:
        if column.pattern is not None and column.pattern.fullmatch(key):
            return column
    return None
