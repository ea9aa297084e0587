"""A client that costs next to nothing: one kept connection, whole requests as bytes, bodies as bytes."""

import socket
from typing import Final

_RECEIVED: Final = 1 << 18
_OK: Final = b"HTTP/1.1 200"


def post(path: str, body: bytes) -> bytes:
    """A whole request with a JSON body."""
    head = f"POST {path} HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: application/json\r\n"
    return f"{head}Accept: application/json\r\nContent-Length: {len(body)}\r\n\r\n".encode("ascii") + body


def get(path: str) -> bytes:
    """A whole request without a body."""
    return f"GET {path} HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n".encode("ascii")


class HttpClient:
    """One connection to a port of this machine. Answers come whole; close it at the end."""

    def __init__(self, port: int) -> None:
        """Connect."""
        self._port = port
        self._buffer = memoryview(bytearray(_RECEIVED))
        self._connect()

    def ask(self, request: bytes) -> bytes:
        """The body of the answer; RuntimeError for any status but 200, ConnectionError for a lost one.

        A kept connection that the service has ended meanwhile, as services do with idle ones, is opened anew.
        """
        try:
            return self._answer(request)
        except ConnectionError:
            if self._fresh or self._read:
                raise
        self._socket.close()
        self._connect()
        return self._answer(request)

    def _connect(self) -> None:
        self._socket = socket.create_connection(("127.0.0.1", self._port), timeout=120.0)
        self._socket.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        self._read, self._fresh = b"", True

    def _answer(self, request: bytes) -> bytes:
        self._socket.sendall(request)
        head = self._until(b"\r\n\r\n")
        fields = head.lower().split(b"\r\n")
        lengths = [int(each[15:]) for each in fields if each.startswith(b"content-length:")]
        self._fresh = True  # within an answer nothing is asked twice
        body = self._exactly(lengths[0]) if lengths else self._chunks()
        self._fresh = False
        if not head.startswith(_OK):
            raise RuntimeError(f"{head[:40]!r}: {body[:2000].decode('utf-8', 'replace')}")
        return body

    def close(self) -> None:
        """Let go of the connection."""
        self._socket.close()

    def _more(self) -> bytes:
        count = self._socket.recv_into(self._buffer)
        if not count:
            raise ConnectionError("the service closed the connection")
        return bytes(self._buffer[:count])

    def _until(self, mark: bytes) -> bytes:
        while mark not in self._read:
            self._read += self._more()
        found, _, self._read = self._read.partition(mark)
        return found

    def _exactly(self, length: int) -> bytes:
        parts, have = [self._read], len(self._read)
        while have < length:
            parts.append(self._more())
            have += len(parts[-1])
        whole = b"".join(parts)
        self._read = whole[length:]
        return whole[:length]

    def _chunks(self) -> bytes:
        body = b""
        while length := int(self._until(b"\r\n").partition(b";")[0], 16):
            body += self._exactly(length)
            self._until(b"\r\n")
        self._until(b"\r\n")
        return body
