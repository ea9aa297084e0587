"""One read of the revision serves many requests, but only those that came before it was sent."""

import asyncio
from collections.abc import Awaitable, Callable

import pytest

from graph_api.graphql.freshness import Freshness


class Counter:
    """A revision that is read when the test lets it be."""

    def __init__(self) -> None:
        self.value = 1
        self.reads = 0
        self.gates: list[asyncio.Event] = []

    async def read(self) -> int:
        """What the counter says when the answer is sent; the way back takes until the gate opens."""
        self.reads += 1
        gate = asyncio.Event()
        self.gates.append(gate)
        value = self.value
        await gate.wait()
        return value


def run(story: Callable[[Counter, Freshness], Awaitable[None]]) -> Counter:
    async def told() -> Counter:
        counter = Counter()
        await story(counter, Freshness(counter.read))
        return counter

    return asyncio.run(told())


async def settled() -> None:
    for _ in range(5):
        await asyncio.sleep(0)


def test_a_request_that_came_after_the_read_was_sent_waits_for_the_next() -> None:
    async def story(counter: Counter, freshness: Freshness) -> None:
        first = asyncio.create_task(freshness.revision())
        await settled()
        counter.value = 2  # a write that the second one must see
        second = asyncio.create_task(freshness.revision())
        await settled()
        assert counter.reads == 1
        counter.gates[0].set()
        assert await first == 1
        await settled()
        counter.gates[1].set()
        assert await second == 2

    assert run(story).reads == 2


def test_all_that_came_meanwhile_share_the_next_read() -> None:
    async def story(counter: Counter, freshness: Freshness) -> None:
        first = asyncio.create_task(freshness.revision())
        await settled()
        others = [asyncio.create_task(freshness.revision()) for _ in range(50)]
        await settled()
        counter.gates[0].set()
        await first
        await settled()
        counter.value = 9
        late = asyncio.create_task(freshness.revision())
        await settled()
        counter.gates[1].set()
        assert set(await asyncio.gather(*others)) == {1}
        await settled()
        counter.gates[2].set()
        assert await late == 9

    assert run(story).reads == 3


def test_one_that_asks_after_the_answer_sends_a_read_of_its_own() -> None:
    async def story(counter: Counter, freshness: Freshness) -> None:
        for value in (1, 2):
            counter.value = value
            asked = asyncio.create_task(freshness.revision())
            await settled()
            counter.gates[-1].set()
            assert await asked == value

    assert run(story).reads == 2


def test_one_that_gives_up_takes_nothing_from_the_others() -> None:
    async def story(counter: Counter, freshness: Freshness) -> None:
        first = asyncio.create_task(freshness.revision())
        await settled()
        second, third = (asyncio.create_task(freshness.revision()) for _ in range(2))
        await settled()
        first.cancel()
        second.cancel()
        counter.gates[0].set()
        await settled()
        counter.gates[1].set()
        assert await third == 1

    assert run(story).reads == 2


def test_a_read_that_fails_fails_those_who_share_it_and_no_other() -> None:
    async def told() -> None:
        outcomes: list[int | OSError] = [OSError("away"), 7]

        async def read() -> int:
            await asyncio.sleep(0)
            found = outcomes.pop(0)
            if isinstance(found, OSError):
                raise found
            return found

        freshness = Freshness(read)
        first, second = (asyncio.create_task(freshness.revision()) for _ in range(2))
        with pytest.raises(OSError, match="away"):
            await first
        assert await second == 7

    asyncio.run(told())
