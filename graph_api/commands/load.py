"""Load rosters: one file after the other, each in one transaction, with a table of what happened to it."""

import getpass
import os
import sys
from argparse import ArgumentParser, ArgumentTypeError, Namespace
from pathlib import Path

import orjson

from graph_api.commands.console import say
from graph_api.commands.load_report import as_json, show
from graph_api.database.connection import open_database
from graph_api.settings import Settings
from loaders.errors import Refused
from loaders.outcome import Report
from loaders.pipeline import Loader, open_roster
from loaders.rosters.roster import RosterKind
from schema.errors import Exit
from schema.partial_date import NotADate, PartialDate
from schema.text import Text

STAGES = {
    "read": Text("读取", "reading"),
    "parse": Text("解析", "parsing"),
    "match": Text("匹配", "matching"),
    "plan": Text("比对", "comparing"),
    "write": Text("写入", "writing"),
}


def add(parser: ArgumentParser) -> None:
    """Declare the arguments."""
    parser.add_argument("files", nargs="+", type=Path, metavar="FILE", help="XLSX, XLS, CSV")
    kinds = [kind.name for kind in RosterKind]
    parser.add_argument(
        "--kind", choices=kinds, metavar="KIND", help=f"名册类型 roster kind: {' '.join(kinds)}"
    )
    parser.add_argument(
        "--as-of",
        type=roster_day,
        metavar="DAY",
        help="没有填报日期时的日期 the roster's day, where it has none",
    )
    parser.add_argument("--dry-run", action="store_true", help="只核对不写入 check only, write nothing")
    parser.add_argument(
        "--strict", action="store_true", help="有拒绝行则不写入 write nothing if a row is rejected"
    )
    parser.add_argument("--json", action="store_true", help="输出 JSON print JSON")
    parser.add_argument("--by", default=None, metavar="WHO", help="导入人 who loads it (default: this user)")


def user() -> str:
    """The user of the machine, by number where it has no name for them."""
    try:
        return getpass.getuser()
    except (KeyError, OSError):
        return f"uid {os.getuid()}"


def roster_day(text: str) -> PartialDate:
    """The day, month or year that an argument names."""
    try:
        return PartialDate.parse(text)
    except NotADate as error:
        raise ArgumentTypeError(str(error.what)) from error


def run(arguments: Namespace, settings: Settings) -> Exit:
    """Load the files in the order given; a refused file does not stop the others."""
    with open_database(settings, say, purpose="load") as database:
        loader = Loader(database.driver, database.name, settings.key(), arguments.by or user(), _progress)
        kind = RosterKind[arguments.kind] if arguments.kind else None
        results: list[Report | Refused] = []
        for path in arguments.files:
            try:
                opened = open_roster(path, kind, arguments.as_of)
                report = loader.load(opened, dry_run=arguments.dry_run, strict=arguments.strict)
            except Refused as refused:
                results.append(refused)
                if not arguments.json:
                    print(refused, file=sys.stderr)
            else:
                results.append(report)
                if not arguments.json:
                    show(report, dry_run=arguments.dry_run)
    if arguments.json:
        sys.stdout.buffer.write(
            orjson.dumps([as_json(each) for each in results], option=orjson.OPT_INDENT_2) + b"\n"
        )
    return _ended(results)


def _ended(results: list[Report | Refused]) -> Exit:
    """The worst that happened."""
    worst = Exit.DONE
    for each in results:
        if isinstance(each, Refused):
            worst = max(worst, each.exit_code)
        elif each.rejections:
            worst = max(worst, Exit.ROWS_REJECTED)
    return worst


def _progress(stage: str, done: int, total: int) -> None:
    if sys.stderr.isatty() and total:
        print(f"  {STAGES[stage]} {done:,}/{total:,}", file=sys.stderr, flush=True)
