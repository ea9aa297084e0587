"""The files that are derived from the model, written or (`--check`) compared with what it says now."""

from argparse import ArgumentParser, Namespace
from collections.abc import Callable, Mapping
from pathlib import Path

from graph_api import PROJECT
from graph_api.commands.console import say
from graph_api.graphql.published import sdl
from graph_api.settings import Settings
from schema.constraints import rules
from schema.dictionary import dictionary
from schema.errors import Exit
from schema.text import Text

FOLDER = PROJECT / "schema" / "generated"


def constraints() -> str:
    """Every constraint and index, a statement a line."""
    return "".join(f"{each.statement};\n" for each in rules())


FILES: Mapping[str, Callable[[], str]] = {
    "schema.graphql": sdl,
    "constraints.cypher": constraints,
    "dictionary.md": dictionary,
}
"""Each file with what makes its text."""


def add(parser: ArgumentParser) -> None:
    """Declare the arguments."""
    parser.description = __doc__
    parser.add_argument("--check", action="store_true", help="只比较，不写 compare, write nothing")


def run(arguments: Namespace, _: Settings) -> Exit:
    """Write the files that differ, or say that they do."""
    stale = [name for name, make in FILES.items() if not is_current(FOLDER / name, make())]
    if arguments.check:
        for name in stale:
            say(Text(f"{name} 已过时，运行 make generate", f"{name} is not current: run make generate"))
        return Exit.ROWS_REJECTED if stale else Exit.DONE
    FOLDER.mkdir(exist_ok=True)
    for name in stale:
        (FOLDER / name).write_text(FILES[name](), encoding="utf-8")
        say(Text(f"已写 {name}", f"wrote {name}"))
    return Exit.DONE


def is_current(file: Path, text: str) -> bool:
    """Whether a file holds exactly that text."""
    return file.is_file() and file.read_text(encoding="utf-8") == text
