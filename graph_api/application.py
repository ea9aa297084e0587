"""The web application: its routes, what surrounds each request, and what is opened and closed with it."""

import asyncio
import contextlib
import gc
import re
import secrets
import time
from collections.abc import AsyncIterator, Mapping
from dataclasses import dataclass, field
from typing import Any, LiteralString

import orjson
import structlog
from neo4j.exceptions import DriverError, Neo4jError
from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.middleware.cors import CORSMiddleware
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route
from starlette.types import ASGIApp, ExceptionHandler, Message, Receive, Scope, Send

from graph_api.database.connection import Database
from graph_api.database.progress import Progress, silent
from graph_api.graphql.answering import Answering
from graph_api.graphql.errors import entry, internal
from graph_api.graphql.graphiql import GraphiQL
from graph_api.graphql.in_flight import InFlight
from graph_api.graphql.incoming import MIN_REVISION
from graph_api.graphql.negotiation import language_of
from graph_api.graphql.transport import Terms, respond
from graph_api.projection import snapshot
from graph_api.projection.keeper import Keeper
from graph_api.settings import Settings
from schema.migration import shipped
from schema.text import Text

VERSION = "0.1.0"

LOADED: LiteralString = """
RETURN EXISTS { MATCH (:Entity) } AS loaded,
  COLLECT { MATCH (m:Migration) RETURN max(m.version) }[0] AS migrated
"""

HEALTH_SECONDS = 2.0
"""How long `/healthz` waits for the revision."""

REFUSED = {
    404: ("NOT_FOUND", Text("没有这个地址", "there is no such address")),
    405: ("BAD_INPUT", Text("此地址不接受这种方法", "the address does not take this method")),
}

ASKED_WITH = (
    "Content-Type",
    "Accept",
    "Accept-Language",
    "If-None-Match",
    "Apollo-Require-Preflight",
    "X-Request-Id",
    MIN_REVISION,
)
"""The headers that pages elsewhere may send, where a setting lets them call at all."""
ANSWERED_WITH = ("ETag", "Retry-After", "X-Request-Id")
"""The headers that their scripts may read."""
COLLECTED_AFTER = (10_000, 20, 20)
"""How many new objects, and rounds over the young ones, come before the collector looks."""
CORS_SECONDS = 600
"""How long a browser may remember what it was allowed."""

SECURITY = {
    b"x-content-type-options": b"nosniff",
    b"referrer-policy": b"no-referrer",
    b"cross-origin-resource-policy": b"same-origin",
    b"cross-origin-opener-policy": b"same-origin",
    b"x-frame-options": b"DENY",
}
"""Headers of every answer that does not bring its own."""

REQUEST_ID = re.compile(r"[A-Za-z0-9._-]{1,64}", re.ASCII)

log = structlog.get_logger()


@dataclass(slots=True)
class Service:
    """What the routes share: the settings, the database, and what answers from it."""

    settings: Settings
    database: Database
    progress: Progress = silent
    graphiql: GraphiQL = field(default_factory=GraphiQL)
    answering: Answering = field(init=False)
    terms: Terms = field(init=False)

    def __post_init__(self) -> None:
        """Take the terms from the settings."""
        chosen = self.settings
        self.terms = Terms(
            limits=chosen.limits,
            introspection=chosen.introspection,
            masking=chosen.masking,
            build=VERSION,
            in_flight=InFlight(chosen.limits.in_flight),
        )

    @contextlib.asynccontextmanager
    async def lifespan(self, _: Starlette) -> AsyncIterator[None]:
        """The driver for the length of the application's life."""
        chosen = self.settings
        kept = snapshot.folder_of(chosen.data)
        with Keeper(self.database.driver, self.database.name, self.progress, kept) as keeper:
            async with self.database.async_driver() as driver, self.graphiql.built():
                self.answering = Answering(
                    driver,
                    self.database.name,
                    keeper,
                    chosen.key(),
                    chosen.masking,
                    chosen.limits.page,
                    chosen.stale,
                )
                await asyncio.to_thread(lambda: keeper.picture)
                settle()
                yield

    async def graphql(self, request: Request) -> Response:
        """`/graphql`."""
        return await respond(request, self.answering, self.terms)

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


def application(settings: Settings, database: Database, progress: Progress = silent) -> Starlette:
    """The application on an open database; `progress` is told while the graph is read."""
    service = Service(settings, database, progress)
    routes = [
        Route("/graphql", service.graphql, methods=["GET", "POST"]),
        Route("/healthz", service.health),
        Route("/readyz", service.ready),
        *service.graphiql.routes(),
    ]
    made = Starlette(routes=routes, lifespan=service.lifespan, exception_handlers=HANDLERS)
    made.state.service = service
    if settings.cors_origins:
        made.add_middleware(
            CORSMiddleware,
            allow_origins=settings.cors_origins,
            allow_methods=("GET", "POST"),
            allow_headers=ASKED_WITH,
            expose_headers=ANSWERED_WITH,
            max_age=CORS_SECONDS,
        )
    made.add_middleware(Accompanied)
    return made


def settle() -> None:
    """Take what is there once the service is ready out of the collector's rounds.

    Code, schema and columns stay until the end; looking through them took 200 ms each time, in the middle of
    some request.
    """
    gc.collect()
    gc.freeze()
    gc.set_threshold(*COLLECTED_AFTER)


async def fault(request: Request, error: Exception) -> Response:
    """A fault of ours: the caller gets a reference number, the log what happened."""
    language = language_of(request.headers.get("accept-language", ""))
    return _json({"errors": [internal(error, language)]}, 500)


async def refused(request: Request, error: Exception) -> Response:
    """A path that is none, or a method that it does not take."""
    if not isinstance(error, HTTPException):
        raise error
    language = language_of(request.headers.get("accept-language", ""))
    code, text = REFUSED.get(error.status_code, ("BAD_INPUT", Text("请求有误", "the request is wrong")))
    made = _json({"errors": [entry(code, text.in_language(language))]}, error.status_code)
    made.headers.update(error.headers or {})
    return made


HANDLERS: Mapping[Any, ExceptionHandler] = {Exception: fault, HTTPException: refused}


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
                own = message["headers"]
                message["headers"] = [
                    *own,
                    (b"x-request-id", request_id.encode("ascii")),
                    *(each for each in SECURITY.items() if each[0] not in dict(own)),
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
