"""The root of the one error tree.

    Failure                       what a person is told; never a traceback
    ├── schema.partial_date.NotADate
    ├── loaders.errors.*          files, rosters, commits
    └── graph_api.errors.*        settings, database, requests

Each class says which stable `code` it bears and with which status a command that met it ends.
"""

from enum import IntEnum
from typing import ClassVar

from schema.text import Text


class Exit(IntEnum):
    """How a command ends."""

    DONE = 0
    ROWS_REJECTED = 1
    USAGE = 2
    DATABASE_UNAVAILABLE = 3


class Failure(Exception):
    """Something that a person must be told: what is wrong, where, and how to mend it."""

    code: ClassVar[str] = "FAILED"
    exit_code: ClassVar[Exit] = Exit.USAGE

    def __init__(self, what: Text, remedy: Text, *, where: str = "") -> None:
        """Keep the facts; `where` is a file, a cell, a setting or an address."""
        super().__init__(str(what))
        self.what = what
        self.remedy = remedy
        self.where = where

    def __str__(self) -> str:
        """The whole message, Chinese line first."""
        place = f" [{self.where}]" if self.where else ""
        return f"{self.what.zh}{place} → {self.remedy.zh}\n{self.what.en}{place} → {self.remedy.en}"
