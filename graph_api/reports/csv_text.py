"""Tables as CSV that Excel opens rightly: with a byte order mark, no cell that it would reckon with."""

import csv
import io
from collections.abc import Sequence
from typing import Final

from graph_api.reports.flat import Cell, Flat, written

_MARK: Final = "\ufeff"
_FORMULA: Final = ("=", "+", "-", "@", "＝", "＋", "－", "＠")
"""What a spreadsheet begins to reckon at, blanks before it or not."""
_ALWAYS: Final = ("\t", "\r", "\n")
_PREFIX: Final = "'"


def csv_text(tables: Sequence[Flat]) -> bytes:
    """The tables in UTF-8, one below the other; where there are several, each under its name."""
    out = io.StringIO()
    out.write(_MARK)
    writer = csv.writer(out, lineterminator="\r\n")
    for number, table in enumerate(tables):
        if number:
            writer.writerow(())
        if len(tables) > 1:
            writer.writerow((table.name,))
        writer.writerow(safe(each) for each in table.columns)
        writer.writerows([safe(each) for each in row] for row in table.rows)
    return out.getvalue().encode("utf-8")


def safe(cell: Cell) -> str:
    """A cell's text; one that a spreadsheet would reckon with gets an apostrophe before it. Numbers stay."""
    text = written(cell)
    if isinstance(cell, str) and (text.startswith(_ALWAYS) or text.lstrip().startswith(_FORMULA)):
        return _PREFIX + text
    return text
