"""The resolvers read the rows of their relation by the rules of the statements."""

import asyncio
from types import SimpleNamespace
from typing import Any, cast

import pytest
from strawberry.dataloader import DataLoader

from benchmarks.reads.dataloader_types import Asked, Named, Rows, named


def asked(rows: Rows) -> Asked:
    """A request whose every loader finds these rows."""

    async def load(ids: list[int]) -> list[Rows]:
        return [rows for _ in ids]

    reading = SimpleNamespace(loaders={"agency": DataLoader(load_fn=load)})
    return cast(Asked, SimpleNamespace(context={"reading": reading}))


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        ([], None),
        ([[True, "A1", "甲局"]], ("A1", "甲局")),
        ([[True, "A1", "甲局"], [True, "A2", "乙局"]], ("A2", "乙局")),
        ([[True, "A1", "甲局"], [False, "A2", "乙局"]], None),
    ],
)  # fmt: skip
def test_the_last_row_counts_if_it_lasts(rows: Rows, expected: tuple[str, str] | None) -> None:
    async def read() -> Any:
        return await named(asked(rows), "agency", 7)

    assert asyncio.run(read()) == (Named(code=expected[0], name=expected[1]) if expected else None)
