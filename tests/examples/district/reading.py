"""How the loader recognises a generated roster, without a database."""

from dataclasses import dataclass
from pathlib import Path

from examples.district.rosters.roster_file import RosterFile
from loaders.pipeline import open_roster


@dataclass(frozen=True)
class Recognised:
    """The kinds found, the days stated, how many rows are data, and the columns that nobody knows."""

    kinds: set[str]
    days: set[int | None]
    rows: int
    unknown: set[str]


def recognised(file: RosterFile, folder: Path) -> Recognised:
    """What the loader finds in the file."""
    tables = open_roster(file.write(folder)).recognised.tables
    return Recognised(
        {table.header.roster.kind.name for table in tables},
        {table.day.stored if table.day else None for table in tables},
        sum(len(table.rows) for table in tables),
        {text for table in tables for _, text in table.header.ignored},
    )
