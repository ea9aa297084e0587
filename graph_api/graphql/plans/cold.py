"""What columns do not hold: asked of Neo4j after the rest of an answer is made, a statement a field."""

from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass
from typing import Any

Run = Callable[..., Awaitable[Sequence[Any]]]
"""Runs a reading statement with parameters; its records."""


@dataclass(frozen=True, slots=True)
class Cold:
    """A field of some nodes that is still to be filled in: `places[n]` is the object of node `ids[n]`.

    `fetch` gives the field's value for each id; it stands in every place under `key`.
    """

    key: str
    ids: Sequence[int]
    places: Sequence[dict[str, Any]]
    fetch: Callable[[Run, Sequence[int]], Awaitable[Sequence[Any]]]

    async def fill(self, run: Run) -> None:
        """Ask and put the values into their places."""
        for place, value in zip(self.places, await self.fetch(run, self.ids), strict=True):
            place[self.key] = value
