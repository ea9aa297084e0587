"""The picture in memory by hand.

`status` shows its revision, how many rows it has and what memory they take, and the snapshot that the next
start begins with. `verify` reads the database anew and names each value and relationship in which the
snapshot with the Changes since differs from it. `rebuild` reads the database anew and writes the snapshot.
"""

from argparse import ArgumentParser, Namespace, RawDescriptionHelpFormatter
from pathlib import Path

import neo4j
import numpy as np

from graph_api.commands.console import say
from graph_api.database.connection import Database, open_database
from graph_api.errors import Differs
from graph_api.projection import snapshot
from graph_api.projection.bulk import read_picture
from graph_api.projection.differences import differences
from graph_api.projection.following import follow
from graph_api.projection.footprint import footprint
from graph_api.projection.keeper import Keeper
from graph_api.projection.picture import Picture
from graph_api.settings import Settings
from schema.catalog import NODE_TYPES
from schema.errors import Exit
from schema.text import Text


def add(parser: ArgumentParser) -> None:
    """Declare the arguments."""
    parser.formatter_class = RawDescriptionHelpFormatter
    parser.description = __doc__
    actions = parser.add_subparsers(dest="action", metavar="ACTION", required=True)
    actions.add_parser("status", help="修订号、行数、内存、快照 revision, rows, memory, snapshot")
    actions.add_parser("verify", help="与数据库逐项比较 compare with the database")
    actions.add_parser("rebuild", help="从数据库重新读取 read the database anew")


def run(arguments: Namespace, settings: Settings) -> Exit:
    """Do what the arguments say."""
    folder = snapshot.folder_of(settings.data)
    with (
        open_database(settings, say) as database,
        Keeper(database.driver, database.name, say, folder) as keeper,
    ):
        if arguments.action == "status":
            _show(keeper.refresh(patience=None), folder)
        elif arguments.action == "rebuild":
            _show(keeper.rebuild(), folder)
        else:
            _verify(keeper, database)
    return Exit.DONE


def _show(picture: Picture, folder: Path) -> None:
    print(f"{Text('修订', 'revision')}: {picture.revision}")
    for name, table in picture.tables.items():
        print(f"  {NODE_TYPES[name].about.label.zh} {name}: {np.count_nonzero(table.there):,}")
    print(f"{Text('关系', 'relationships')}: {sum(len(each) for each in picture.ties.values()):,}")
    taken = footprint(picture)
    print(
        f"{Text('内存', 'memory')}: {taken.total:,} B, "
        f"{Text('每家企业', 'for each enterprise')}: {taken.per_enterprise:,.0f} B"
    )
    try:
        manifest = snapshot.read_manifest(folder)
    except snapshot.NotUsable:
        print(f"{Text('快照', 'snapshot')}: {Text('没有', 'none')} ({folder})")
    else:
        print(
            f"{Text('快照', 'snapshot')}: {Text('修订', 'revision')} {manifest.revision}, "
            f"{manifest.size:,} B, {folder / manifest.file}"
        )


def _verify(keeper: Keeper, database: Database) -> None:
    """Print each difference. Raises Differs where there is one."""
    kept = keeper.refresh(patience=None)
    fresh = read_picture(database.driver, database.name, say)
    with database.driver.session(database=database.name) as session:
        kept, fresh = at_one_revision(session, kept, fresh)
    count = 0
    for each in differences(kept, fresh):
        print(each)
        count += 1
    if count:
        raise Differs(
            Text(
                f"内存中的图与数据库有 {count} 处不同",
                f"the picture differs from the database in {count} places",
            ),
            Text(
                "python -m graph_api projection rebuild，并报告维护者",
                "python -m graph_api projection rebuild, and tell the maintainers",
            ),
            where=f"{kept.revision}",
        )
    print(
        f"{Text('完全一致，修订', 'the same in every value and relationship, at revision')} {kept.revision}"
    )


def at_one_revision(session: neo4j.Session, kept: Picture, fresh: Picture) -> tuple[Picture, Picture]:
    """Both brought to a revision that is the same; writes may come in between."""
    kept, fresh = follow(session, kept), follow(session, fresh)
    while kept.revision != fresh.revision:
        if kept.revision < fresh.revision:
            kept = follow(session, kept)
        else:
            fresh = follow(session, fresh)
    return kept, fresh
