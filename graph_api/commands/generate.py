"""The files that are derived from the model, written or (`--check`) compared with what it says now.

Either way it fails where the schema breaks what callers send and the change is not listed with its reason
(docs/schema-changes.md).
"""

import re
from argparse import ArgumentParser, Namespace
from collections.abc import Callable, Mapping
from pathlib import Path

from graph_api import PROJECT
from graph_api.commands.console import say
from graph_api.environment import VARIABLES
from graph_api.graphql.breaking_changes import PUBLISHED, present_complaints, present_promises
from graph_api.graphql.published import sdl
from graph_api.settings import Settings
from schema.constraints import rules
from schema.dictionary import dictionary
from schema.errors import Exit
from schema.text import Text

FOLDER = PROJECT / "schema" / "generated"
README = PROJECT / "README.md"

_SETTINGS = re.compile(r"(<!-- settings: [^>]* -->\n).*(?=<!-- settings end -->)", re.DOTALL)


def constraints() -> str:
    """Every constraint and index, a statement a line."""
    return "".join(f"{each.statement};\n" for each in rules())


def readme() -> str:
    """README with the table of settings as the code has them."""
    rows = [
        f"| `{each.name}` | {f'`{each.default}`' if each.default else '—'} "
        f"| {each.purpose.zh}<br>{each.purpose.en} |\n"
        for each in VARIABLES
    ]
    table = "| Name | Default | 用途 Purpose |\n|---|---|---|\n" + "".join(rows)
    return _SETTINGS.sub(lambda found: found[1] + table, README.read_text(encoding="utf-8"))


FILES: Mapping[Path, Callable[[], str]] = {
    FOLDER / "schema.graphql": sdl,
    PUBLISHED: present_promises,
    FOLDER / "constraints.cypher": constraints,
    FOLDER / "dictionary.md": dictionary,
    README: readme,
}
"""Each file with what makes its text."""


def add(parser: ArgumentParser) -> None:
    """Declare the arguments."""
    parser.description = __doc__
    parser.add_argument("--check", action="store_true", help="只比较，不写 compare, write nothing")


def run(arguments: Namespace, _: Settings) -> Exit:
    """Write the files that differ, or say that they do; say which promises are broken without a word."""
    complaints = present_complaints()
    for each in complaints:
        say(each)
    stale = [file for file, make in FILES.items() if not is_current(file, make())]
    if arguments.check:
        for file in stale:
            say(
                Text(
                    f"{file.name} 已过时，运行 make generate",
                    f"{file.name} is not current: run make generate",
                )
            )
        return Exit.ROWS_REJECTED if stale or complaints else Exit.DONE
    FOLDER.mkdir(exist_ok=True)
    for file in stale:
        file.write_text(FILES[file](), encoding="utf-8")
        say(Text(f"已写 {file.name}", f"wrote {file.name}"))
    return Exit.ROWS_REJECTED if complaints else Exit.DONE


def is_current(file: Path, text: str) -> bool:
    """Whether a file holds exactly that text."""
    return file.is_file() and file.read_text(encoding="utf-8") == text
