"""The lean client reads every form in which the contenders answer, from one kept connection."""

import contextlib
import socket
import threading
from collections.abc import Iterator

import pytest

from benchmarks.reads.http_client import HttpClient, get, post

OK = b"HTTP/1.1 200 OK\r\n"


@contextlib.contextmanager
def answering(*answers: bytes) -> Iterator[tuple[HttpClient, list[bytes]]]:
    """A client whose requests get these answers, and what it sent."""
    asked: list[bytes] = []

    def serve() -> None:
        connection, _ = server.accept()
        with connection:
            for each in answers:
                asked.append(connection.recv(1 << 16))
                for start in range(0, len(each), 7):
                    connection.sendall(each[start : start + 7])

    with socket.create_server(("127.0.0.1", 0)) as server:
        thread = threading.Thread(target=serve)
        thread.start()
        client = HttpClient(server.getsockname()[1])
        try:
            yield client, asked
        finally:
            client.close()
            thread.join()


def test_bodies_of_a_known_length_and_in_chunks() -> None:
    whole = OK + b"content-length: 5\r\n\r\nabcde"
    chunks = OK + b"Transfer-Encoding: chunked\r\n\r\n3\r\nabc\r\nA;x=y\r\n0123456789\r\n0\r\n\r\n"
    with answering(whole, chunks, whole) as (client, asked):
        assert [client.ask(get("/a")), client.ask(post("/b", b"{}")), client.ask(get("/c"))] == [
            b"abcde", b"abc0123456789", b"abcde",
        ]  # fmt: skip
    assert asked[0].startswith(b"GET /a HTTP/1.1\r\n")
    assert asked[1].endswith(b"Content-Length: 2\r\n\r\n{}")


def test_another_status_is_an_error_that_shows_the_body() -> None:
    refused = b"HTTP/1.1 400 Bad Request\r\nContent-Length: 3\r\n\r\nwhy"
    with answering(refused) as (client, _), pytest.raises(RuntimeError, match=r"400.*why"):
        client.ask(get("/"))


def test_a_lost_connection_is_an_error() -> None:
    with answering(OK + b"Content-Length: 9\r\n\r\nshort") as (client, _), pytest.raises(ConnectionError):
        client.ask(get("/"))


def test_an_idle_connection_that_was_ended_is_opened_anew() -> None:
    whole = OK + b"content-length: 2\r\n\r\nok"

    def serve() -> None:
        for _ in range(2):
            connection, _ = server.accept()
            with connection:
                connection.recv(1 << 16)
                connection.sendall(whole)

    with socket.create_server(("127.0.0.1", 0)) as server:
        thread = threading.Thread(target=serve)
        thread.start()
        client = HttpClient(server.getsockname()[1])
        assert [client.ask(get("/")), client.ask(get("/"))] == [b"ok", b"ok"]
        thread.join()
        client.close()
