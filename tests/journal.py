"""The log of a test run, kept in memory.

The API under test logs from a thread of its own, also while pytest exchanges sys.stdout for a test that
captures it: a line written at that moment goes to a closed file, which raises or ends the interpreter.

journal   what the test's requests wrote
"""

import time
from collections.abc import Callable, Iterator

import pytest
import structlog
from structlog.typing import EventDict


class Journal:
    """Every line that was logged through structlog, as text."""

    def __init__(self) -> None:
        self.lines: list[str] = []

    def until(self, complete: Callable[[str], bool]) -> str:
        """The text, once it is complete: the last line of a request follows after its answer."""
        deadline = time.monotonic() + 10
        while not complete(text := "\n".join(self.lines)):
            assert time.monotonic() < deadline, text
            time.sleep(0.01)
        return text

    def keep(self, _logger: object, _method: str, event: EventDict) -> EventDict:
        """Take a line, as the last of structlog's processors."""
        self.lines.append(structlog.processors.KeyValueRenderer()(None, "", event))
        raise structlog.DropEvent


_JOURNAL = Journal()


def in_memory() -> None:
    """Send structlog's lines to the journal."""
    structlog.configure(processors=[structlog.contextvars.merge_contextvars, _JOURNAL.keep])


def pytest_configure() -> None:
    """From the first test on."""
    in_memory()


@pytest.fixture
def journal() -> Iterator[Journal]:
    """The lines from here on."""
    _JOURNAL.lines.clear()
    yield _JOURNAL
    _JOURNAL.lines.clear()
