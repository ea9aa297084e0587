"""The web application: its routes, what surrounds each request, and what is opened and closed with it."""

import asyncio
import contextlib
import re
import secrets
import time
from collections.abc import AsyncIterator
from dataclasses import dataclass, field
from typing import LiteralString

import orjson
import structlog
from neo4j.exceptions import DriverError, Neo4jError
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from graph_api.database.connection import Database
from graph_api.graphql.answering import Answering
from graph_api.graphql.errors import internal
from graph_api.graphql.graphiql import GraphiQL
from graph_api.graphql.transport import language_of, respond
from graph_api.settings import Settings
from schema.migration import shipped

VERSION = "0.1.0"

LOADED: LiteralString = """
RETURN EXISTS { MATCH (:Entity) } AS loaded,
  COLLECT { MATCH (m:Migration) RETURN max(m.version) }[0] AS migrated
"""

HEALTH_SECONDS = 2.0
"""How long `/healthz` waits for the revision."""

REQUEST_ID = re.compile(r"[A-Za-z0-9._-]{1,64}", re.ASCII)

log = structlog.get_logger()


@dataclass(slots=True)
class Service:
    """What the routes share: the settings, the database, and what answers from it."""

    settings: Settings
    database: Database
    graphiql: GraphiQL = field(default_factory=GraphiQL)
    answering: Answering = field(init=False)

    @contextlib.asynccontextmanager
    async def lifespan(self, _: Starlette) -> AsyncIterator[None]:
        """The driver for the length of the application's life."""
        async with self.database.async_driver() as driver, self.graphiql.built():
            self.answering = Answering(driver, self.database.name, self.settings.masking)
            yield

    async def graphql(self, request: Request) -> Response:
        """`/graphql`."""
        return await respond(request, self.answering)

    async def health(self, _: Request) -> Response:
        """`/healthz`: the process is alive; revision null where the database is away."""
        revision = None
        with contextlib.suppress(DriverError, Neo4jError, TimeoutError):
            revision = await asyncio.wait_for(self.answering.reader().revision(), HEALTH_SECONDS)
        return _json({"status": "ok", "version": VERSION, "revision": revision})

    async def ready(self, _: Request) -> Response:
        """`/readyz`: the database answers, its migrations are done, there are data."""
        checks = {"database": False, "migrations": False, "data": False}
        with contextlib.suppress(DriverError, Neo4jError):
            found = (await self.answering.reader().run(LOADED))[0]
            migrated = found["migrated"] == shipped()[-1].version
            checks |= {"database": True, "migrations": migrated, "data": bool(found["loaded"])}
        ready = all(checks.values())
        return _json({"status": "ready" if ready else "not ready", **checks}, 200 if ready else 503)


def application(settings: Settings, database: Database) -> Starlette:
    """The application on an open database."""
    service = Service(settings, database)
    routes = [
        Route("/graphql", service.graphql, methods=["GET", "POST"]),
        Route("/healthz", service.health),
        Route("/readyz", service.ready),
        *service.graphiql.routes(),
    ]
    made = Starlette(routes=routes, lifespan=service.lifespan, exception_handlers={Exception: fault})
    made.add_middleware(Accompanied)
    return made


async def fault(request: Request, error: Exception) -> Response:
    """A fault of ours: the caller gets a reference number, the log what happened."""
    language = language_of(request.headers.get("accept-language", ""))
    return _json({"errors": [internal(error, language)]}, 500)


class Accompanied:
    """Gives each request an id, security headers, and one line in the log."""

    def __init__(self, app: ASGIApp) -> None:
        """Surround `app`."""
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Handle one ASGI connection."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        given = dict(scope["headers"]).get(b"x-request-id", b"").decode("latin-1")
        request_id = given if REQUEST_ID.fullmatch(given) else secrets.token_hex(8)
        scope.setdefault("state", {})
        began, status = time.perf_counter(), 500

        async def send_accompanied(message: Message) -> None:
            nonlocal status
            if message["type"] == "http.response.start":
                status = message["status"]
                message["headers"] = [
                    *message["headers"],
                    (b"x-request-id", request_id.encode("ascii")),
                    (b"x-content-type-options", b"nosniff"),
                    (b"referrer-policy", b"no-referrer"),
                    (b"cross-origin-resource-policy", b"same-origin"),
                ]
            await send(message)

        with structlog.contextvars.bound_contextvars(request=request_id):
            try:
                await self._app(scope, receive, send_accompanied)
            finally:
                log.info(
                    "request",
                    method=scope["method"],
                    path=scope["path"],
                    status=status,
                    ms=round((time.perf_counter() - began) * 1000, 1),
                    **({"codes": codes} if (codes := scope["state"].get("codes")) else {}),
                )


def _json(body: object, status: int = 200) -> Response:
    return Response(orjson.dumps(body), status, {"Cache-Control": "no-store"}, "application/json")
