"""The web application: its routes, what surrounds each request, and what is opened and closed with it."""

import contextlib
import re
import secrets
import time
from collections.abc import AsyncIterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import LiteralString

import orjson
import structlog
from neo4j.exceptions import DriverError, Neo4jError
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import FileResponse, HTMLResponse, Response
from starlette.routing import Mount, Route
from starlette.staticfiles import StaticFiles
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from graph_api import PROJECT
from graph_api.database.connection import Database
from graph_api.graphql.answering import Answering
from graph_api.graphql.transport import respond
from graph_api.settings import Settings

VERSION = "0.1.0"

PAGE = PROJECT / "web" / "dist"
"""Where the built GraphiQL page lies."""

LOADED: LiteralString = "RETURN EXISTS { MATCH (:Enterprise) } AS loaded"

REQUEST_ID = re.compile(r"[A-Za-z0-9._-]{1,64}", re.ASCII)

POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; "
    "font-src 'self' data:; connect-src 'self'; worker-src 'self'; base-uri 'none'; form-action 'none'; "
    "frame-ancestors 'none'"
)
"""Content security policy: nothing but our own files; editors set styles on their elements."""

HOW_TO_BUILD = """<!doctype html><html lang="zh"><meta charset="utf-8"><title>graph-api</title>
<p>GraphiQL 页面尚未构建：安装 Node.js 20 或更新版本后重新运行 <code>make run</code>。接口在 <a href="graphql">/graphql</a>。</p>
<p lang="en">The GraphiQL page is not built: install Node.js 20 or newer and run <code>make run</code> again.
The API is at <a href="graphql">/graphql</a>.</p></html>"""

log = structlog.get_logger()


@dataclass(slots=True)
class Service:
    """What the routes share: the settings, the database, and what answers from it."""

    settings: Settings
    database: Database
    page: Path = PAGE
    answering: Answering = field(init=False)

    @contextlib.asynccontextmanager
    async def lifespan(self, _: Starlette) -> AsyncIterator[None]:
        """The driver for the length of the application's life."""
        async with self.database.async_driver() as driver:
            self.answering = Answering(driver, self.database.name, self.settings.masking)
            yield

    async def graphql(self, request: Request) -> Response:
        """`/graphql`."""
        return await respond(request, self.answering)

    async def health(self, _: Request) -> Response:
        """`/healthz`: the process is alive; revision null where the database is away."""
        try:
            revision = await self.answering.reader().revision()
        except (DriverError, Neo4jError):
            revision = None
        return _json({"status": "ok", "version": VERSION, "revision": revision})

    async def ready(self, _: Request) -> Response:
        """`/readyz`: the database answers, its migrations are done, there are data."""
        checks = {"database": False, "migrations": False, "data": False}
        with contextlib.suppress(DriverError, Neo4jError):
            found = await self.answering.reader().run(LOADED)
            checks |= {"database": True, "migrations": True, "data": bool(found[0]["loaded"])}
        ready = all(checks.values())
        return _json({"status": "ready" if ready else "not ready", **checks}, 200 if ready else 503)

    async def graphiql(self, _: Request) -> Response:
        """`/`: GraphiQL from our own files."""
        headers = {"Content-Security-Policy": POLICY, "Cache-Control": "no-cache"}
        if (self.page / "index.html").is_file():
            return FileResponse(self.page / "index.html", headers=headers)
        return HTMLResponse(HOW_TO_BUILD, headers=headers)


def application(settings: Settings, database: Database, page: Path = PAGE) -> Starlette:
    """The application on an open database."""
    service = Service(settings, database, page)
    routes = [
        Route("/graphql", service.graphql, methods=["GET", "POST"]),
        Route("/healthz", service.health),
        Route("/readyz", service.ready),
        Route("/", service.graphiql),
        Mount("/assets", StaticFiles(directory=page / "assets", check_dir=False)),
    ]
    made = Starlette(routes=routes, lifespan=service.lifespan)
    made.add_middleware(Accompanied)
    return made


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
