"""Rounds count what was answered, wait for all clients, and tell of a failure."""

import os
import threading
import time

import pytest

from benchmarks.reads.contenders import Contender
from benchmarks.reads.rounds import FIRST_PAGES, Figures, medians, race


class Sleeper:
    """A client whose answers take a hundredth of a second; it keeps what it was asked."""

    asked: list[tuple[int, str]] = []  # noqa: RUF012 (one list for all clients is the point)
    closed = 0

    def ask(self, request: str) -> str:
        self.asked.append((threading.get_ident(), request))
        time.sleep(0.01)
        if request == "bad":
            raise RuntimeError("refused")
        return request

    def close(self) -> None:
        Sleeper.closed += 1


def contender(*requests: str) -> Contender:
    return Contender("sleeper", os.getpid(), list(requests), Sleeper, lambda page: {"page": page})


def test_clients_answer_at_the_same_time() -> None:
    Sleeper.asked.clear()
    Sleeper.closed = 0
    found = race(
        [contender("a", "b", "c")],
        os.getpid(),
        clients=(1, 4),
        rounds=2,
        seconds=0.2,
        progress=lambda _: None,
    )
    one, four = found["sleeper", 1], found["sleeper", 4]
    assert len(one) == len(four) == 2
    assert four[0].throughput > one[0].throughput * 2
    assert all(each.p99 >= each.p50 >= 10 for each in (*one, *four))
    assert Sleeper.closed == 2 * (1 + 4)
    assert {request for _, request in Sleeper.asked} == {"a", "b", "c"}
    assert len(Sleeper.asked) > 10 * FIRST_PAGES


def test_a_client_that_fails_ends_the_race() -> None:
    with pytest.raises(RuntimeError, match="sleeper: refused"):
        race(
            [contender("a", "bad")], os.getpid(), clients=(3,), rounds=1, seconds=5.0, progress=lambda _: None
        )


def test_of_each_figure_the_median_counts() -> None:
    rounds = [Figures(*(float(each),) * 6) for each in (1, 9, 2)]
    assert medians({("x", 1): rounds}) == {("x", 1): Figures(*(2.0,) * 6)}
