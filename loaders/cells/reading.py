"""What a cell was read as."""

from collections.abc import Callable
from dataclasses import dataclass, field
from enum import Enum
from typing import Final

from loaders.cells.findings import Finding
from loaders.sheets.workbook import Note, Value


class Nothing(Enum):
    """The type of NOTHING."""

    NOTHING = "无"


NOTHING: Final = Nothing.NOTHING
"""Known to be none: 无, 暂无 or 没有 where the column names something (R10)."""


@dataclass(frozen=True, slots=True)
class Reading:
    """What a cell means.

    `value` is None where the cell says nothing or cannot be read, NOTHING where it says that there
    is none. `rejection` says that the cell cannot be read; whether that rejects the row is the
    roster's to decide (R28). The value is left out of the repr: it may be personal.
    """

    value: object = field(repr=False)
    warnings: tuple[Finding, ...] = ()
    rejection: Finding | None = None


Reader = Callable[[Value, Note], Reading]
"""Reads the cells of one kind; of the notes only those that this kind needs."""

UNKNOWN: Final = Reading(None)
"""A cell that says nothing."""


def rejected(finding: Finding) -> Reading:
    """A cell that cannot be read."""
    return Reading(None, (), finding)


def unknown(finding: Finding) -> Reading:
    """A cell that is understood but gives no value."""
    return Reading(None, (finding,))
