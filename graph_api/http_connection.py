"""One client's connection: the head of a request arrives in time and is of bounded size, answers are fetched.

uvicorn waits for a head, and for a client that reads nothing, without end; whoever holds connections so would
hold memory. (The body's size and time are graphql/incoming.py's.)
"""

import asyncio
from asyncio.events import TimerHandle
from typing import Any, Final

from uvicorn.protocols.http.httptools_impl import STATUS_LINE, HttpToolsProtocol, RequestResponseCycle

HEAD_SECONDS: Final = 10.0
"""How long the head of a request may take from its first byte, or from the connection's opening."""
MOST_HEAD_BYTES: Final = 64 * 1024
"""How long a head may be."""
FETCHING_SECONDS: Final = 60.0
"""How long a client may take to fetch an answer that does not fit into the buffers of its connection."""

TIMED_OUT, TOO_LARGE = 408, 431


class HttpConnection(HttpToolsProtocol):
    """uvicorn's connection with an end to its patience. Give it to uvicorn.Config as `http`."""

    head_seconds = HEAD_SECONDS
    fetching_seconds = FETCHING_SECONDS

    def __init__(self, *arguments: Any, **named: Any) -> None:
        """As uvicorn makes it."""
        super().__init__(*arguments, **named)
        self._waiting: TimerHandle | None = None
        self._fetching: TimerHandle | None = None
        self._head_bytes = 0

    def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override]  # as uvicorn has it
        """Wait for a head from now on."""
        super().connection_made(transport)
        self._wait()

    def connection_lost(self, exc: Exception | None) -> None:
        """Wait for nothing any more."""
        self._wait_no_more()
        if self._fetching is not None:
            self._fetching.cancel()
        super().connection_lost(exc)

    def data_received(self, data: bytes) -> None:
        """Hand data on; count those that belong to a head which is not complete yet."""
        cycle: RequestResponseCycle | None = self.cycle
        if self._waiting is None and (cycle is None or cycle.response_complete):
            self._wait()
        super().data_received(data)
        if self._waiting is not None:
            self._head_bytes += len(data)
            if self._head_bytes > MOST_HEAD_BYTES:
                self._refuse(TOO_LARGE)

    def on_headers_complete(self) -> None:
        """The head is there."""
        self._wait_no_more()
        super().on_headers_complete()

    def on_response_complete(self) -> None:
        """Give the client time to fetch what does not fit into the connection."""
        if self._fetching is not None:
            self._fetching.cancel()
        self._fetching = self.loop.call_later(self.fetching_seconds, self._unfetched)
        super().on_response_complete()

    def _wait(self) -> None:
        self._head_bytes = 0
        self._waiting = self.loop.call_later(self.head_seconds, self._refuse, TIMED_OUT)

    def _wait_no_more(self) -> None:
        if self._waiting is not None:
            self._waiting.cancel()
            self._waiting = None

    def _refuse(self, status: int) -> None:
        """End a connection whose request is none yet; say why where it has begun."""
        self._wait_no_more()
        if self.transport.is_closing():
            return
        if self._head_bytes:
            self.transport.write(STATUS_LINE[status] + b"content-length: 0\r\nconnection: close\r\n\r\n")
        self.transport.close()

    def _unfetched(self) -> None:
        if self.transport.get_write_buffer_size():
            self.transport.abort()
