"""`python -m graph_api COMMAND …`: one entry to everything that the service does by hand."""

import argparse
import importlib
import os
import signal
import sys
from collections.abc import Sequence
from types import FrameType
from typing import cast

from neo4j.exceptions import DriverError, Neo4jError

from graph_api.commands import COMMANDS, Command
from graph_api.database.failures import as_failure
from graph_api.settings import Settings
from schema.errors import Failure

INTERRUPTED = 128 + signal.SIGINT
"""How a command ends that Ctrl-C stopped, as shells have it."""


def main(words: Sequence[str]) -> int:
    """Run the command that `words` ask for; the exit status. Failures are told, never traced."""
    arguments, command = read(words)
    signal.signal(signal.SIGTERM, leave)
    try:
        return int(command.run(arguments, Settings.from_environment(os.environ)))
    except Failure as failure:
        return tell(failure)
    except (DriverError, Neo4jError) as error:
        return tell(as_failure(error))
    except KeyboardInterrupt:
        return INTERRUPTED
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0


def read(words: Sequence[str]) -> tuple[argparse.Namespace, Command]:
    """The arguments and the command's module. Ends the process on bad usage, as argparse does."""
    parser = argparse.ArgumentParser(prog="python -m graph_api", description=__doc__)
    chosen = next((word for word in words if word in COMMANDS), None)
    module: Command | None = None
    commands = parser.add_subparsers(dest="command", metavar="COMMAND", required=True)
    for name, purpose in COMMANDS.items():
        one = commands.add_parser(name, help=str(purpose), description=str(purpose))
        if name == chosen:
            path = f"graph_api.commands.{name.replace('-', '_')}"
            module = cast(Command, importlib.import_module(path))
            module.add(one)
    arguments = parser.parse_args(words)
    if module is None:
        parser.error("COMMAND")
    return arguments, module


def tell(failure: Failure) -> int:
    """Print the failure on stderr; the exit status that it asks for."""
    sys.stdout.flush()
    print(failure, file=sys.stderr)
    return int(failure.exit_code)


def leave(number: int, _: FrameType | None) -> None:
    """Let SIGTERM unwind what was opened, as Ctrl-C does."""
    sys.exit(128 + number)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
