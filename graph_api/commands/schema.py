"""The GraphQL schema at the terminal."""

from argparse import ArgumentParser, Namespace

from graph_api.commands.console import say
from graph_api.graphql.breaking_changes import LISTED, PUBLISHED, publish
from graph_api.graphql.published import sdl
from graph_api.settings import Settings
from schema.errors import Exit
from schema.text import Text

ACTS = {
    "print": Text("输出当前模式（SDL）", "the schema as it is now, in the schema definition language"),
    "publish": Text(
        "承诺当前模式，清空破坏性变更清单",
        "promise the schema as it is now; the list of breaking changes begins anew",
    ),
}


def add(parser: ArgumentParser) -> None:
    """Declare the arguments."""
    acts = parser.add_subparsers(dest="act", metavar="ACT", required=True)
    for name, purpose in ACTS.items():
        acts.add_parser(name, help=str(purpose), description=str(purpose))


def run(arguments: Namespace, _: Settings) -> Exit:
    """Print the schema on stdout, or promise it; needs no database."""
    if arguments.act == "print":
        print(sdl(), end="")
        return Exit.DONE
    publish()
    say(Text(f"已写 {PUBLISHED.name}、{LISTED.name}", f"wrote {PUBLISHED.name} and {LISTED.name}"))
    return Exit.DONE
