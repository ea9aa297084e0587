"""What columns do not hold is asked for once and put where it belongs."""

import asyncio
from collections.abc import Sequence
from typing import Any

from graph_api.graphql.plans.cold import Cold, Run


def test_values_go_into_their_places_under_their_key() -> None:
    places: list[dict[str, Any]] = [{"code": "a", "more": None}, {"code": "b", "more": None}]
    asked: list[tuple[str, dict[str, Any]]] = []

    async def run(statement: str, **parameters: Any) -> Sequence[Any]:
        asked.append((statement, parameters))
        return [2, 1]

    async def fetch(run: Run, ids: Sequence[int]) -> Sequence[Any]:
        return await run("RETURN", ids=list(ids))

    asyncio.run(Cold("more", [7, 8], places, fetch).fill(run))
    assert places == [{"code": "a", "more": 2}, {"code": "b", "more": 1}]
    assert asked == [("RETURN", {"ids": [7, 8]})]
