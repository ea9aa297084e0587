"""GraphiQL from our own files: the page at `/`, and how it comes to be built on the first start.

The page is built from `web/` by Node where that is there; nothing of it comes from elsewhere at run time.
"""

import asyncio
import contextlib
import os
import re
import shutil
import signal
from collections.abc import AsyncIterator
from dataclasses import dataclass, field
from pathlib import Path

import structlog
from starlette.requests import Request
from starlette.responses import FileResponse, HTMLResponse, Response
from starlette.routing import BaseRoute, Route

from graph_api import PROJECT

WEB = PROJECT / "web"

POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; "
    "font-src 'self' data:; connect-src 'self'; worker-src 'self'; base-uri 'none'; form-action 'none'; "
    "frame-ancestors 'none'"
)
"""Content security policy: nothing but our own files; editors set styles on their elements."""

ASSET = re.compile(r"[A-Za-z0-9_][A-Za-z0-9_.-]*", re.ASCII)

PAGE = """<!doctype html><html lang="zh"><meta charset="utf-8"><title>graph-api</title>
<p>{zh}接口在 <a href="graphql">/graphql</a>。</p>
<p lang="en">{en} The API is at <a href="graphql">/graphql</a>.</p></html>"""

NO_NODE = PAGE.format(
    zh="GraphiQL 页面尚未构建：安装 Node.js 20 或更新版本后重新运行 <code>make run</code>。",
    en="The GraphiQL page is not built: install Node.js 20 or newer and run <code>make run</code> again.",
)
BUILDING = PAGE.format(
    zh="GraphiQL 页面正在构建，约一分钟后刷新。",
    en="The GraphiQL page is being built: reload in about a minute.",
)
FAILED = PAGE.format(
    zh="GraphiQL 页面构建失败：在 web 文件夹运行 <code>npm ci && npm run build</code> "
    "查看原因（首次需要网络）。",
    en="Building the GraphiQL page failed: run <code>npm ci && npm run build</code> in the folder web "
    "to see why (the first time needs the network).",
)

log = structlog.get_logger()


@dataclass(slots=True)
class GraphiQL:
    """The page of one running service, from the folder `web`."""

    web: Path = WEB
    _instead: str = field(default=NO_NODE, init=False)

    @property
    def page(self) -> Path:
        """The built page."""
        return self.web / "dist" / "index.html"

    def routes(self) -> list[BaseRoute]:
        """`/` and the files that it loads."""
        return [Route("/", self.respond), Route("/assets/{name}", self.asset)]

    async def asset(self, request: Request) -> Response:
        """One of the page's files, whose name changes with its content."""
        name = request.path_params["name"]
        file = self.web / "dist" / "assets" / name
        if not ASSET.fullmatch(name) or not file.is_file():
            return Response(status_code=404)
        return FileResponse(file, headers={"Cache-Control": "public, max-age=31536000, immutable"})

    async def respond(self, _: Request) -> Response:
        """The page, or what to do to get it."""
        headers = {"Content-Security-Policy": POLICY, "Cache-Control": "no-cache"}
        if self.page.is_file():
            return FileResponse(self.page, headers=headers)
        return HTMLResponse(self._instead, headers=headers)

    @contextlib.asynccontextmanager
    async def built(self) -> AsyncIterator[None]:
        """Build the page beside the serving where it is missing and Node is there."""
        npm = shutil.which("npm")
        if self.page.is_file() or npm is None or not (self.web / "package.json").is_file():
            yield
            return
        task = asyncio.create_task(self._build(npm))
        try:
            yield
        finally:
            task.cancel()
            with contextlib.suppress(asyncio.CancelledError):
                await task

    async def _build(self, npm: str) -> None:
        self._instead = BUILDING
        for step in (["ci", "--no-audit", "--no-fund"], ["run", "build"]):
            process = await asyncio.create_subprocess_exec(
                npm,
                *step,
                cwd=self.web,
                stdin=asyncio.subprocess.DEVNULL,
                stdout=asyncio.subprocess.DEVNULL,
                stderr=asyncio.subprocess.DEVNULL,
                start_new_session=True,
            )
            try:
                status = await process.wait()
            except asyncio.CancelledError:
                _end(process)
                await process.wait()
                raise
            if status != 0:
                self._instead = FAILED
                log.warning("the GraphiQL page could not be built", step=" ".join(step), status=status)
                return
        log.info("the GraphiQL page is built")


def _end(process: asyncio.subprocess.Process) -> None:
    """End a build with everything that it started: it leads a process group of its own."""
    with contextlib.suppress(ProcessLookupError):
        os.killpg(process.pid, signal.SIGTERM)
