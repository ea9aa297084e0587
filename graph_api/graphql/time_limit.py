"""How long answering one request may take.

What waits (for the database) is cancelled when the time is over. What computes is not interrupted by anybody:
it calls `check()` between its steps, some milliseconds apart.
"""

import asyncio
import contextlib
import time
from collections.abc import AsyncIterator
from contextvars import ContextVar
from dataclasses import dataclass

from graph_api.graphql.failures import TooCostly
from schema.text import Text


class TookTooLong(TooCostly):
    """Answering took longer than it may."""

    def __init__(self, seconds: float) -> None:
        """Name the limit."""
        super().__init__(
            Text(
                f"应答超过 {seconds:g} 秒的上限",
                f"answering took more than {seconds:g} s, which is the limit",
            ),
            Text("取较小的页，或分成几个查询", "ask for smaller pages, or split it"),
        )


@dataclass(frozen=True, slots=True)
class Deadline:
    """The moment (of time.monotonic) at which the time of a request is over, and how long that was."""

    moment: float
    seconds: float


_DEADLINE: ContextVar[Deadline | None] = ContextVar("deadline", default=None)


@contextlib.asynccontextmanager
async def within(seconds: float) -> AsyncIterator[None]:
    """End the block with TookTooLong where it lasts longer than `seconds`."""
    deadline = Deadline(time.monotonic() + seconds, seconds)
    token = _DEADLINE.set(deadline)
    scope = asyncio.timeout(seconds)
    try:
        async with scope:
            yield
    except TimeoutError:
        if not scope.expired():
            raise
        raise TookTooLong(seconds) from None
    finally:
        _DEADLINE.reset(token)


def check() -> None:
    """Raise TookTooLong where the time of the request that this runs for is over."""
    deadline = _DEADLINE.get()
    if deadline is not None and time.monotonic() > deadline.moment:
        raise TookTooLong(deadline.seconds)
