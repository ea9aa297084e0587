"""Nothing that a request started goes on when its time is over."""

import asyncio
import time

import pytest

from graph_api.graphql.time_limit import TookTooLong, check, within


def test_what_waits_is_ended() -> None:
    async def ask() -> None:
        async with within(0.05):
            await asyncio.sleep(5)

    began = time.monotonic()
    with pytest.raises(TookTooLong, match=r"0\.05 s"):
        asyncio.run(ask())
    assert time.monotonic() - began < 2


def test_what_computes_ends_itself() -> None:
    async def ask() -> None:
        async with within(0.05):
            while True:
                check()

    with pytest.raises(TookTooLong):
        asyncio.run(ask())


def test_a_timeout_of_something_else_stays_what_it_is() -> None:
    async def ask() -> None:
        async with within(5):
            raise TimeoutError("the network's")

    with pytest.raises(TimeoutError, match="the network's"):
        asyncio.run(ask())


def test_in_time_or_outside_of_a_request_nothing_happens() -> None:
    async def ask() -> str:
        async with within(5):
            check()
            return "answered"

    assert asyncio.run(ask()) == "answered"
    check()
    assert asyncio.run(ask()) == "answered"


def test_each_request_has_its_own_time() -> None:
    async def ask(seconds: float, work: float) -> bool:
        try:
            async with within(seconds):
                await asyncio.sleep(work)
                check()
        except TookTooLong:
            return False
        return True

    async def both() -> tuple[bool, bool]:
        return await asyncio.gather(ask(0.05, 0.2), ask(5, 0.2))

    assert tuple(asyncio.run(both())) == (False, True)
