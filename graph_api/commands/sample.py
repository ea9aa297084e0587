"""The sample district: rosters of invented people and enterprises, loaded like any office's own."""

from argparse import ArgumentParser, Namespace
from collections.abc import Callable, Iterator
from hashlib import sha256
from pathlib import Path
from typing import Final, LiteralString

from graph_api import PROJECT
from graph_api.commands.console import say
from graph_api.commands.load_report import show
from graph_api.database.connection import Database, open_database
from graph_api.errors import NotEmpty
from graph_api.settings import Settings
from loaders.outcome import Report
from loaders.pipeline import Loader, open_roster
from schema.errors import Exit
from schema.text import Text

FOLDER: Final = PROJECT / "examples" / "sample"
LOADED_BY: Final = "sample"

_BATCHES: Final[LiteralString] = """
    MATCH (b:ImportBatch)
    RETURN b.sha256 AS sha256, b.imported_by AS by
"""


def add(parser: ArgumentParser) -> None:
    """Declare the arguments."""
    parser.add_argument("act", choices=("load",), help="load 装入空库 load it into an empty store")


def run(_: Namespace, settings: Settings) -> Exit:
    """Load the district; rows that are wrong on purpose are shown, and are no failure."""
    with open_database(settings, say, purpose="sample") as database:
        for report in load_sample(database, settings.key(), say):
            show(report, dry_run=False)
    return Exit.DONE


def files() -> list[Path]:
    """The files of the district."""
    return sorted(path for path in FOLDER.glob("*") if path.suffix in (".xlsx", ".xls", ".csv"))


def unloaded(database: Database) -> list[Path] | None:
    """The district's files that are still to be loaded: all into an empty store, the rest where it broke off.

    None where the store holds other data, also the district of another edition.
    """
    hashes = {sha256(path.read_bytes()).hexdigest(): path for path in files()}
    records, _, _ = database.driver.execute_query(_BATCHES, database_=database.name)
    loaded = {record["sha256"] for record in records}
    if any(record["by"] != LOADED_BY for record in records) or not loaded <= hashes.keys():
        return None
    return [path for digest, path in hashes.items() if digest not in loaded]


def load_sample(database: Database, key: bytes, say: Callable[[Text], None]) -> Iterator[Report]:
    """Load the district's rosters in an order in which each finds what it refers to; a report a file.

    Raises NotEmpty where the store holds other data: the district is not mixed with an office's own.
    """
    paths = unloaded(database)
    if paths is None:
        raise NotEmpty(
            Text("数据库中已有其他数据", "the store holds other data"),
            Text("示例区只装入空库", "the sample district goes into an empty store only"),
        )
    loader = Loader(database.driver, database.name, key, LOADED_BY)
    opened = sorted((open_roster(path) for path in paths), key=lambda each: (each.turn, each.workbook.file))
    for number, each in enumerate(opened, 1):
        say(
            Text(
                f"装入示例区 {number}/{len(opened)}：{each.workbook.file}",
                f"loading the sample district {number}/{len(opened)}",
            )
        )
        yield loader.load(each)
