"""The revision that an answer must be of at least: read once for all requests that wait for it.

A request may use what a read answers only if it had arrived before that read was sent: else a write that
was finished before the request might be missing.
"""

import asyncio
from collections.abc import Awaitable, Callable


class Freshness:
    """Shares reads of the revision among the requests in flight."""

    def __init__(self, read: Callable[[], Awaitable[int]]) -> None:
        """`read` asks the database for the revision of its last write."""
        self._read = read
        self._sent: asyncio.Task[int] | None = None
        self._next: asyncio.Task[int] | None = None

    async def revision(self) -> int:
        """The revision in force at some moment after this call began. Raises what reading raises."""
        if self._sent is None or self._sent.done():
            self._sent = asyncio.create_task(self._reading())
            return await asyncio.shield(self._sent)
        if self._next is None or self._next.done():
            self._next = asyncio.create_task(self._after(self._sent))
        return await asyncio.shield(self._next)

    async def _reading(self) -> int:
        return await self._read()

    async def _after(self, sent: "asyncio.Task[int]") -> int:
        """The next read, once the one before has been answered: those that came meanwhile share it."""
        await asyncio.wait([sent])
        task = asyncio.current_task()
        if self._next is task:
            self._next = None
        self._sent = task
        return await self._read()
