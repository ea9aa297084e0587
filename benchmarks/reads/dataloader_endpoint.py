"""The page by Strawberry in its usual way: a resolver a field, a DataLoader and a statement a relation.

`python -m benchmarks.reads.dataloader_endpoint` serves the database of the environment and prints its port.
Parsed and validated documents are kept, as Strawberry advises.
"""

import contextlib
import os
from collections import defaultdict
from collections.abc import AsyncIterator, Callable, Mapping
from datetime import date
from typing import Any, LiteralString

import neo4j
import strawberry
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route
from starlette.websockets import WebSocket
from strawberry.asgi import GraphQL
from strawberry.dataloader import DataLoader
from strawberry.extensions import ParserCache, ValidationCache

from benchmarks.reads.cypher_endpoint import connected
from benchmarks.reads.dataloader_types import Asked, Connection, Edge, Enterprise, PageInfo, Rows
from benchmarks.reads.keyed_statements import BY_RELATION, ENTERPRISES
from benchmarks.reads.listening import serve
from benchmarks.reads.moment import Moment


class Reading:
    """One request's statements on one day, and its loaders by relation."""

    def __init__(self, driver: neo4j.AsyncDriver, database: str, on: date) -> None:
        """Nothing is asked yet."""
        self._driver, self._database, self._moment = driver, database, Moment(on).parameters()
        self.loaders = {name: self._loader(statement) for name, statement in BY_RELATION.items()}

    async def record(self, statement: LiteralString, **parameters: object) -> neo4j.Record:
        """The one record of a statement."""
        async with self._driver.session(
            database=self._database, default_access_mode=neo4j.READ_ACCESS
        ) as session:
            result = await session.run(statement, {**self._moment, **parameters})
            return await result.single(strict=True)

    def _loader(self, statement: LiteralString) -> DataLoader[int, Rows]:
        async def load(ids: list[int]) -> list[Rows]:
            found: dict[int, Rows] = defaultdict(list)
            for number, *row in (await self.record(statement, ids=ids))["rows"]:
                found[number].append(row)
            return [found[number] for number in ids]

        return DataLoader(load_fn=load)


@strawberry.type
class Query:
    """The page and nothing else."""

    @strawberry.field
    async def enterprises(self, info: Asked, as_of: date, first: int, after: str = "") -> Connection:
        """A page of enterprises by code."""
        reading = info.context["reading"] = info.context["begin"](as_of)
        found = await reading.record(ENTERPRISES, after=after, first=first)
        nodes = [
            Enterprise(id=row[0], code=row[1], name=row[2], former_names=row[3] or [], industry_code=row[4])
            for row in found["rows"][:first]
        ]
        return Connection(
            total_count=found["total"],
            page_info=PageInfo(
                has_next_page=len(found["rows"]) > first,
                start_cursor=nodes[0].code if nodes else None,
                end_cursor=nodes[-1].code if nodes else None,
            ),
            edges=[Edge(cursor=node.code, node=node) for node in nodes],
        )


class Endpoint(GraphQL[dict[str, Any], None]):
    """Strawberry's ASGI view, with the way to the database in each request's context."""

    def __init__(self, begin: Callable[[date], Reading]) -> None:
        """Serve the page; `begin` opens the reading of a day."""
        schema = strawberry.Schema(Query, extensions=[ParserCache, ValidationCache])
        super().__init__(schema, graphql_ide=None)
        self._begin = begin

    async def get_context(self, request: Request | WebSocket, response: Response | WebSocket) -> Any:
        """A context of its own for each request."""
        return {"request": request, "response": response, "begin": self._begin}


def application(environment: Mapping[str, str]) -> Starlette:
    """`/graphql`."""
    held: list[neo4j.AsyncDriver] = []

    @contextlib.asynccontextmanager
    async def lifespan(_: Starlette) -> AsyncIterator[None]:
        async with connected(environment) as driver:
            held.append(driver)
            yield

    view = Endpoint(lambda on: Reading(held[0], environment["NEO4J_DATABASE"], on))
    return Starlette(routes=[Route("/graphql", view)], lifespan=lifespan)


if __name__ == "__main__":
    serve(application(os.environ))
