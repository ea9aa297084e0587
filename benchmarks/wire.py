"""A way to a database that can be cut and led elsewhere: a port of this machine that hands bytes on.

A socket is closed only once nobody reads from it any more: its number may be another socket's right after.
"""

import contextlib
import socket
import threading


class Wire:
    """A port that leads to another one, which may change, or to nowhere (None)."""

    def __init__(self, target: int | None = None) -> None:
        """Lead to a port."""
        self.target = target
        self._listener = socket.create_server(("127.0.0.1", 0), backlog=200)
        self._ends: set[socket.socket] = set()
        self.port: int = self._listener.getsockname()[1]
        self._accepting = threading.Thread(target=self._accept, daemon=True)
        self._accepting.start()

    def sever(self) -> None:
        """Lead nowhere, and cut every connection."""
        self.target = None
        for each in tuple(self._ends):
            with contextlib.suppress(OSError):
                each.shutdown(socket.SHUT_RDWR)

    def close(self) -> None:
        """Sever the wire for ever."""
        self.sever()
        with contextlib.suppress(OSError):
            self._listener.shutdown(socket.SHUT_RDWR)
        self._accepting.join()
        self._listener.close()

    def _accept(self) -> None:
        with contextlib.suppress(OSError):  # the listener is shut down
            while True:
                near, _ = self._listener.accept()
                threading.Thread(target=self._lead, args=(near,), daemon=True).start()

    def _lead(self, near: socket.socket) -> None:
        """Hand bytes on in both directions until one end is closed."""
        with near, contextlib.suppress(OSError):
            if self.target is None:
                return
            with socket.create_connection(("127.0.0.1", self.target)) as far:
                self._ends |= {near, far}
                back = threading.Thread(target=_hand_on, args=(far, near), daemon=True)
                back.start()
                _hand_on(near, far)
                back.join()
                self._ends -= {near, far}


def _hand_on(one: socket.socket, other: socket.socket) -> None:
    """Hand on what one end sends, then tell both that it is over."""
    with contextlib.suppress(OSError):
        while data := one.recv(65536):
            other.sendall(data)
    for each in (one, other):
        with contextlib.suppress(OSError):
            each.shutdown(socket.SHUT_RDWR)
