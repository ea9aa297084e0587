"""What a loader is shown of one file: counts, rejected cells and how to mend them, warnings."""

from typing import Any

from rich.console import Console
from rich.markup import escape
from rich.table import Table

from loaders.errors import Refused
from loaders.outcome import Message, Report, RowOutcome
from schema.text import Text

MOST_MESSAGES = 50
"""How many cells a table on the terminal shows of each sort; --json has all of them."""


def show(report: Report, *, dry_run: bool) -> None:
    """Print the report of one file."""
    console = Console(highlight=False, soft_wrap=False)
    kinds = "、".join(dict.fromkeys(f"{table.kind} ({table.confidence:.0%})" for table in report.tables))
    console.print(f"[bold]{escape(report.file)}[/bold]  {kinds}", markup=True)
    counts = "  ".join(f"{each.zh} {each.en} {report.rows[each]:,}" for each in RowOutcome)
    console.print(f"  读取 read {report.read:,} = {counts}")
    if dry_run:
        console.print("  试运行，未写入 dry run, nothing written")
    elif report.revision is None:
        console.print("  没有新内容，未写入 nothing new, nothing written")
    else:
        console.print(f"  批次 batch {report.batch}  修订号 revision {report.revision:,}")
    _messages(console, Text("拒绝", "rejected"), report.rejections, "red")
    _messages(console, Text("警告", "warnings"), report.warnings, "yellow")
    for sheet, column in report.ignored_columns:
        console.print(f"  未用的列 column not used: {sheet} {column}", markup=False)
    for sheet, reason in report.ignored_sheets:
        console.print(f"  未读的表 sheet not read: {sheet} ({reason})", markup=False)


def _messages(console: Console, title: Text, messages: list[Message], colour: str) -> None:
    if not messages:
        return
    table = Table(title=f"{title} {len(messages):,}", title_justify="left", title_style=colour, expand=False)
    for heading in ("工作表 sheet", "行 row", "列 column", "值 value", "原因 why", "如何更正 remedy"):
        table.add_column(heading, overflow="fold")
    for each in messages[:MOST_MESSAGES]:
        finding = each.finding
        table.add_row(
            each.sheet, str(each.row), each.column, each.value, f"{finding.message}\n{finding.code}",
            str(finding.remedy),
        )  # fmt: skip
    console.print(table, markup=False)
    if len(messages) > MOST_MESSAGES:
        console.print(f"  还有 {len(messages) - MOST_MESSAGES:,} 条，用 --json 查看 more with --json")


def as_json(result: Report | Refused) -> dict[str, Any]:
    """The whole report as plain data."""
    if isinstance(result, Refused):
        return {
            "file": result.where,
            "refusal": {"code": result.code, "message": _text(result.what), "remedy": _text(result.remedy)},
        }
    return {
        "file": result.file,
        "sha256": result.sha256,
        "batch": result.batch,
        "revision": result.revision,
        "tables": [
            {"sheet": t.sheet, "kind": t.kind, "confidence": t.confidence, "headerRow": t.header_row}
            for t in result.tables
        ],
        "rows": {"read": result.read, **{each.name.lower(): result.rows[each] for each in RowOutcome}},
        "rejections": [_message(each) for each in result.rejections],
        "warnings": [_message(each) for each in result.warnings],
        "ignoredColumns": [{"sheet": sheet, "column": column} for sheet, column in result.ignored_columns],
        "ignoredSheets": [{"sheet": sheet, "reason": reason} for sheet, reason in result.ignored_sheets],
    }


def _message(message: Message) -> dict[str, Any]:
    return {
        "sheet": message.sheet,
        "row": message.row,
        "column": message.column,
        "value": message.value,
        "code": message.finding.code,
        "message": _text(message.finding.message),
        "remedy": _text(message.finding.remedy),
    }


def _text(text: Text) -> dict[str, str]:
    return {"zh": text.zh, "en": text.en}
