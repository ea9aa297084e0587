"""Ask a GraphQL document from a file, without a server: the same engine, in this process.

On a terminal the answer is shown as tables, else as JSON; `--csv` is for Excel. A value that is unknown is
empty. Exit codes: 0 answered, 2 the request is wrong, 3 the database is away or answering took too long.
"""

import asyncio
import sys
from argparse import ArgumentParser, Namespace, RawDescriptionHelpFormatter
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any, Final

import orjson
from graphql import GraphQLError
from rich.console import Console
from rich.table import Table

from graph_api.commands.console import say
from graph_api.database.connection import Database, open_database
from graph_api.errors import BadFile
from graph_api.graphql.answering import Answer, Answering, Call, failed
from graph_api.graphql.documents import Document, prepare
from graph_api.graphql.errors import told, told_cause
from graph_api.graphql.failures import BadInput
from graph_api.graphql.published import CORE
from graph_api.graphql.time_limit import within
from graph_api.journal import open_journal
from graph_api.projection import snapshot
from graph_api.projection.keeper import Keeper
from graph_api.reports.csv_text import csv_text
from graph_api.reports.flat import Flat, flat, written
from graph_api.settings import Settings
from schema.errors import Exit, Failure
from schema.text import Text

STDIN: Final = "-"
DAY: Final = "asOf"
"""The variable that `--as-of` fills."""
UNAVAILABLE: Final = frozenset({"UNAVAILABLE", "TIMEOUT"})
"""Codes of errors that another try may mend."""


def add(parser: ArgumentParser) -> None:
    """Declare the arguments."""
    parser.formatter_class = RawDescriptionHelpFormatter
    parser.description = __doc__
    parser.add_argument("file", metavar="FILE", help="GraphQL 文档，- 为标准输入 the document, - for stdin")
    parser.add_argument(
        "--variables", default="{}", metavar="JSON", help="变量，JSON 对象 the variables, a JSON object"
    )
    parser.add_argument(
        "--operation", metavar="NAME", help="文档有多个操作时，用哪个 which of several operations"
    )
    parser.add_argument(
        "--as-of", metavar="DAY", help="填入文档所声明的变量 $asOf fills the variable $asOf of the document"
    )
    parser.add_argument(
        "--language", choices=("zh", "en"), default="zh", help="文字用何种语言 the language of texts"
    )
    form = parser.add_mutually_exclusive_group()
    for name, text in (
        ("json", "整个应答 the whole answer"),
        ("table", "终端表格 tables for the terminal"),
        ("csv", "供 Excel 用 for Excel"),
    ):
        form.add_argument(f"--{name}", dest="form", action="store_const", const=name, help=text)


def run(arguments: Namespace, settings: Settings) -> Exit:
    """Ask, and print what is answered; errors go to stderr. Raises BadFile, BadInput or DatabaseFailure."""
    open_journal(settings.log_format)
    text, variables = _document(arguments.file), _variables(arguments.variables)
    try:
        document = prepare(CORE, text, settings.limits)
    except GraphQLError as error:
        return _show(failed(told([error], arguments.language)), arguments.form)
    if document.errors:
        return _show(failed(told(document.errors, arguments.language)), arguments.form)
    if arguments.as_of:
        _refuse_undeclared(document, arguments.operation)
        variables[DAY] = arguments.as_of
    cost = document.cost(arguments.operation, variables)
    call = Call(text, variables, arguments.operation)
    with open_database(settings, say, purpose="query") as database:
        answer = asyncio.run(_answer(settings, database, call, document, arguments.language))
    answer.body.setdefault("extensions", {})["cost"] = cost
    return _show(answer, arguments.form)


def _document(name: str) -> str:
    """The text of the document. Raises BadFile."""
    try:
        raw = sys.stdin.buffer.read() if name == STDIN else Path(name).read_bytes()
        return raw.decode("utf-8-sig")
    except OSError as error:
        raise BadFile(
            Text(f"无法读取文件（{error.strerror}）", f"the file cannot be read ({error.strerror})"),
            Text("检查路径", "check the path"),
            where=name,
        ) from error
    except UnicodeDecodeError as error:
        raise BadFile(
            Text("文件不是 UTF-8", "the file is not in UTF-8"),
            Text("另存为 UTF-8", "save it as UTF-8"),
            where=name,
        ) from error


def _variables(text: str) -> dict[str, Any]:
    """The variables. Raises BadInput for what is no JSON object."""
    try:
        found = orjson.loads(text)
    except orjson.JSONDecodeError:
        found = None
    if not isinstance(found, dict):
        raise BadInput(
            Text("不是 JSON 对象", "that is no JSON object"),
            Text('写成 {"code": "…"}', 'write {"code": "…"}'),
            where="--variables",
        )
    return found


def _refuse_undeclared(document: Document, operation: str | None) -> None:
    """Raise BadInput where the operation takes no day."""
    names = [each.variable.name.value for each in document.operation(operation).variable_definitions or ()]
    if DAY not in names:
        raise BadInput(
            Text(f"文档没有声明变量 ${DAY}", f"the document declares no variable ${DAY}"),
            Text(f"在操作中声明 ${DAY}: Date 并传给字段", f"declare ${DAY}: Date and pass it to the fields"),
            where="--as-of",
        )


async def _answer(
    settings: Settings, database: Database, call: Call, document: Document, language: str
) -> Answer:
    """The answer as the service gives it; reading the picture is no part of the time that it may take."""
    folder = snapshot.folder_of(settings.data)
    with Keeper(database.driver, database.name, say, folder) as keeper:
        async with database.async_driver() as driver:
            answering = Answering(
                driver, database.name, keeper, settings.key(), settings.masking, settings.limits.page
            )
            await asyncio.to_thread(lambda: keeper.picture)
            try:
                async with within(settings.limits.seconds):
                    return await answering.answer(call, document, language)
            except Failure as error:
                return failed([told_cause(error, language)])


def _show(answer: Answer, form: str | None) -> Exit:
    """Print an answer in the form asked for, and say how that ends the command."""
    body = answer.body
    form = form or ("table" if sys.stdout.isatty() else "json")
    if form == "json":
        sys.stdout.buffer.write(orjson.dumps(body, option=orjson.OPT_INDENT_2 | orjson.OPT_APPEND_NEWLINE))
    elif body.get("data") is not None:
        tables = flat(body["data"])
        if form == "csv":
            sys.stdout.buffer.write(csv_text(tables))
        else:
            _print(tables, body.get("extensions", {}))
    sys.stdout.flush()
    errors: Sequence[Mapping[str, Any]] = body.get("errors", ())
    for each in errors:
        place = ".".join(str(part) for part in each.get("path", ()))
        print(f"{each['extensions']['code']} {place} {each['message']}".replace("  ", " "), file=sys.stderr)
    codes = {each["extensions"]["code"] for each in errors}
    if codes & UNAVAILABLE:
        return Exit.DATABASE_UNAVAILABLE
    return Exit.USAGE if codes else Exit.DONE


def _print(tables: Sequence[Flat], extensions: Mapping[str, Any]) -> None:
    """Tables for the terminal, each with its day; the revision below."""
    console = Console(highlight=False, markup=False)
    days = extensions.get("asOf", {})
    for each in tables:
        count = f"{len(each.rows):,}" + (f" / {each.total:,}" if each.total is not None else "")
        console.print("  ".join(part for part in (each.name, days.get(each.name), count) if part))
        table = Table(expand=False)
        for column in each.columns:
            table.add_column(column, overflow="fold")
        for row in each.rows:
            table.add_row(*(written(cell) for cell in row))
        console.print(table)
    console.print(f"{Text('修订号', 'revision')} {extensions.get('revision', '')}")
