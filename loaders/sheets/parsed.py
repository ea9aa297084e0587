"""What a parser hands over of one sheet, while it reads."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import islice
from typing import Any

from loaders.sheets.frames import ROWS_A_FRAME, Chunk
from loaders.sheets.workbook import Sheet


@dataclass(slots=True)
class ParsedSheet:
    """A sheet whose rows are still to come; its notes may grow until the last chunk is taken.

    `words` are values that stand beside the rows: the words of error cells.
    """

    sheet: Sheet
    chunks: Iterator[Chunk]
    words: dict[tuple[int, int], str] = field(default_factory=dict)


def chunks_of(rows: Iterable[list[Any]]) -> Iterator[Chunk]:
    """Rows of plain texts, in chunks."""
    rows = iter(rows)
    while some := list(islice(rows, ROWS_A_FRAME)):
        yield Chunk(some)
