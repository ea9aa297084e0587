"""Tables of figures, printed, and written into docs/performance.md between the markers of their benchmark."""

import os
import platform
from collections.abc import Iterable, Sequence
from datetime import date
from pathlib import Path
from typing import Final

import psutil

from graph_api import PROJECT

PAGE: Final = PROJECT / "docs" / "performance.md"
_DIGITS: Final = ((100.0, 0), (10.0, 1), (1.0, 2))
"""From which size a figure is shown with how many decimals."""


def table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """A Markdown table; its first column is text, the others are figures."""
    lines = [head, ["---", *("---:" for _ in head[1:])], *rows]
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)


def shown(figure: float) -> str:
    """A figure with about three digits."""
    return f"{figure:,.{next((digits for least, digits in _DIGITS if figure >= least), 3)}f}"


def others_load() -> float:
    """How many processes wanted the processor over the last minute: ask before anything starts."""
    return os.getloadavg()[0]


def made_by(command: str, scale: str, load: float) -> str:
    """What the figures were made by, when and where; `load` is what the machine had to do beside."""
    memory = psutil.virtual_memory().total >> 30
    return (
        f"`{command}`, {scale}; {date.today().isoformat()}, {os.cpu_count()} cores"  # noqa: DTZ011 (where it ran)
        f" ({platform.machine()}), {memory} GB of memory, {platform.system()}, Python"
        f" {platform.python_version()}, load of the machine before it began {load:.1f}."
    )


def write(name: str, text: str, path: Path = PAGE) -> None:
    """Put the text between the markers of that benchmark; raises ValueError where the page has none."""
    begin, end = f"<!-- {name}: begin -->", f"<!-- {name}: end -->"
    before, found, rest = path.read_text(encoding="utf-8").partition(begin)
    _, closed, after = rest.partition(end)
    if not found or not closed:
        raise ValueError(f"{path} lacks {begin} … {end}")
    path.write_text(f"{before}{begin}\n{text.strip()}\n{end}{after}", encoding="utf-8")
