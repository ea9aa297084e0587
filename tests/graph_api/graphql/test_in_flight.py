import asyncio

import httpx
import pytest
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from graph_api.graphql.answering import Answer, Answering, Call
from graph_api.graphql.documents import Document
from graph_api.graphql.in_flight import InFlight, TooMany
from graph_api.graphql.transport import Terms, respond


def test_one_more_than_the_limit_is_refused_and_one_that_ends_makes_room() -> None:
    flight = InFlight(most=2)
    with flight.one_more():
        with flight.one_more(), pytest.raises(TooMany) as caught, flight.one_more():
            pass
        assert caught.value.what.en == "2 requests are in flight, at most 2 are allowed"
        with flight.one_more():
            assert flight.now == 2
    assert flight.now == 0


def test_a_caller_is_told_to_come_again(monkeypatch: pytest.MonkeyPatch) -> None:
    """Three ask at once where two may: those are answered, the third is refused without waiting."""

    async def slow(_: Answering, __: Call, ___: Document, ____: str) -> Answer:
        await asyncio.sleep(0.2)
        return Answer({"data": {}})

    monkeypatch.setattr(Answering, "answer", slow)
    terms = Terms(in_flight=InFlight(2))
    answering = object.__new__(Answering)

    async def graphql(request: Request) -> Response:
        return await respond(request, answering, terms)

    async def ask() -> list[httpx.Response]:
        app = Starlette(routes=[Route("/graphql", graphql, methods=["POST"])])
        async with httpx.AsyncClient(transport=httpx.ASGITransport(app), base_url="http://api") as client:
            posts = (client.post("/graphql", json={"query": "{ __typename }"}) for _ in range(3))
            return await asyncio.gather(*posts)

    answers = asyncio.run(ask())
    assert sorted(each.status_code for each in answers) == [200, 200, 429]
    (refused,) = (each for each in answers if each.status_code == httpx.codes.TOO_MANY_REQUESTS)
    assert refused.headers["retry-after"] == "1"
    assert refused.json()["errors"][0]["extensions"]["code"] == "TOO_COSTLY"
    assert terms.in_flight.now == 0
