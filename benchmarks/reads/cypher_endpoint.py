"""Hand-written Cypher over HTTP: Starlette, one statement a page, orjson.

`/tables` sends the tables of the statement as they come, `/page` the page as callers of GraphQL get it.

`python -m benchmarks.reads.cypher_endpoint` serves the database of the environment and prints its port.
"""

import contextlib
import os
from collections.abc import AsyncIterator, Callable, Mapping
from datetime import date
from typing import Any

import neo4j
import orjson
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from benchmarks.reads.listening import serve
from benchmarks.reads.moment import Moment
from benchmarks.reads.statement import PAGE
from benchmarks.reads.tables import nested

Environment = Mapping[str, str]


def connected(environment: Environment) -> neo4j.AsyncDriver:
    """A driver for the database that the environment names."""
    auth = (environment["NEO4J_USERNAME"], environment["NEO4J_PASSWORD"])
    return neo4j.AsyncGraphDatabase.driver(environment["NEO4J_URI"], auth=auth)


def application(environment: Environment) -> Starlette:
    """The two routes; each takes `after`, `first` and `asOf` as JSON."""
    held: list[neo4j.AsyncDriver] = []

    @contextlib.asynccontextmanager
    async def lifespan(_: Starlette) -> AsyncIterator[None]:
        async with connected(environment) as driver:
            held.append(driver)
            yield

    async def record(request: Request) -> neo4j.Record:
        asked = orjson.loads(await request.body())
        moment = Moment(date.fromisoformat(asked["asOf"])).parameters()
        async with held[0].session(
            database=environment["NEO4J_DATABASE"], default_access_mode=neo4j.READ_ACCESS
        ) as session:
            result = await session.run(PAGE, {"after": asked["after"], "first": asked["first"], **moment})
            return await result.single(strict=True)

    def answering(shaped: Callable[[neo4j.Record], Any]) -> Callable[[Request], Any]:
        async def answer(request: Request) -> Response:
            return Response(orjson.dumps(shaped(await record(request))), media_type="application/json")

        return answer

    routes = [
        Route("/tables", answering(dict), methods=["POST"]),
        Route("/page", answering(nested), methods=["POST"]),
    ]
    return Starlette(routes=routes, lifespan=lifespan)


if __name__ == "__main__":
    serve(application(os.environ))
