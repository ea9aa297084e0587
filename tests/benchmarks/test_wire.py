"""A wire hands bytes on, can be cut, and leads where it is told."""

import contextlib
import socket
import threading
from collections.abc import Iterator

import pytest

from benchmarks.wire import Wire


@contextlib.contextmanager
def echoing(word: bytes) -> Iterator[int]:
    """A port that answers every connection with its word and what it is sent."""
    with socket.create_server(("127.0.0.1", 0)) as listener:

        def answer() -> None:
            with contextlib.suppress(OSError):
                while True:
                    near, _ = listener.accept()
                    with near:
                        near.sendall(word + near.recv(100))

        thread = threading.Thread(target=answer)
        thread.start()
        yield listener.getsockname()[1]
        listener.shutdown(socket.SHUT_RDWR)
        thread.join()


def said(wire: Wire) -> bytes:
    with socket.create_connection(("127.0.0.1", wire.port)) as end, contextlib.suppress(OSError):
        end.sendall(b"!")
        return end.recv(100)
    return b""


def test_it_leads_to_its_target_or_to_another_one_or_nowhere() -> None:
    with echoing(b"one") as one, echoing(b"two") as two, contextlib.closing(Wire(one)) as wire:
        assert said(wire) == b"one!"
        wire.target = two
        assert said(wire) == b"two!"
        wire.sever()
        assert said(wire) == b""
        wire.target = one
        assert said(wire) == b"one!"


def test_a_cut_ends_a_connection_that_is_open() -> None:
    with (
        echoing(b"one") as one,
        contextlib.closing(Wire(one)) as wire,
        socket.create_connection(("127.0.0.1", wire.port)) as end,
    ):
        threading.Timer(0.1, wire.sever).start()
        assert end.recv(100) == b""


def test_a_closed_wire_takes_no_connection() -> None:
    wire = Wire(None)
    wire.close()
    with pytest.raises(ConnectionRefusedError):
        socket.create_connection(("127.0.0.1", wire.port))
