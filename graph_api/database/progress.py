"""How long work says what it is doing."""

from collections.abc import Callable
from typing import TypeAlias

from schema.text import Text

Progress: TypeAlias = Callable[[Text], None]
"""Takes one line for a person, more than once for work that goes on (`jars 40/217`)."""


def silent(_: Text) -> None:
    """Say nothing."""
