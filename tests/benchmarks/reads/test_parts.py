"""The parts of a page's time, from a service that answers at once."""

from typing import Any

from benchmarks.reads import ours
from benchmarks.reads.contenders import Contender
from benchmarks.reads.parts import TIMES, parts
from benchmarks.reads.stores import Store

ASKED: list[bytes] = []


class Instant:
    """A client that keeps what it was asked."""

    def ask(self, request: bytes) -> bytes:
        ASKED.append(request)
        return b"{}"

    def close(self) -> None:
        """Nothing is open."""


def test_each_part_is_asked_for_as_often_and_new_documents_are_new(district: Store) -> None:
    ASKED.clear()
    requests: list[Any] = [ours.asking(ours.PAGE, after=str(number)) for number in range(3)]
    table = parts(Contender("ours", 1, requests, Instant, lambda page: {"page": page}), district)
    assert len(ASKED) == 3 * TIMES
    assert len(set(ASKED[TIMES : 2 * TIMES])) == TIMES
    assert len(table.splitlines()) == 7
    assert "the read of the revision" in table
