"""The service: the database, its migrations, the sample district where the store is empty, then the API.

Ctrl-C and SIGTERM end it, with everything that it started.
"""

import collections
import contextlib
import signal
import socket
import time
from argparse import ArgumentParser, Namespace
from collections.abc import Callable, Iterator

import structlog
import uvicorn

from graph_api.application import application
from graph_api.commands.console import say
from graph_api.commands.sample import load_sample, unloaded
from graph_api.database.connection import open_database
from graph_api.errors import BadSetting
from graph_api.http_connection import HttpConnection
from graph_api.journal import open_journal
from graph_api.settings import Settings
from schema.errors import Exit
from schema.text import Text

DRAIN_SECONDS = 10
"""How long requests in flight may take after a signal to stop."""

BACKLOG = 1024

log = structlog.get_logger()


class Server(uvicorn.Server):
    """Says when it is ready, and ends on a signal without raising it again.

    What we opened is then closed by leaving our own blocks.
    """

    def __init__(self, config: uvicorn.Config, ready: Callable[[], None]) -> None:
        """Call `ready` once requests are answered."""
        super().__init__(config)
        self._ready = ready

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        """Start to answer."""
        await super().startup(sockets)
        if self.started:
            self._ready()

    @contextlib.contextmanager
    def capture_signals(self) -> Iterator[None]:
        """Take SIGINT and SIGTERM for the length of the block."""
        before = {each: signal.signal(each, self.handle_exit) for each in (signal.SIGINT, signal.SIGTERM)}
        try:
            yield
        finally:
            for number, handler in before.items():
                signal.signal(number, handler)


def add(parser: ArgumentParser) -> None:
    """No arguments: settings say everything."""
    parser.description = __doc__


def run(_: Namespace, settings: Settings) -> Exit:
    """Serve until a signal. Raises BadSetting where the port is taken, DatabaseFailure for the database."""
    began = time.monotonic()
    open_journal(settings.log_format)
    with (
        contextlib.closing(listener(settings)) as port,
        open_database(settings, say, purpose="serve") as database,
    ):
        if settings.embedded and settings.sample and unloaded(database):
            collections.deque(load_sample(database, settings.key(), say), maxlen=0)
        server = Server(
            uvicorn.Config(
                application(settings, database, say),
                loop="uvloop",
                http=HttpConnection,
                ws="none",
                lifespan="on",
                log_config=None,
                access_log=False,
                server_header=False,
                timeout_graceful_shutdown=DRAIN_SECONDS,
            ),
            lambda: announce(settings, time.monotonic() - began),
        )
        server.run(sockets=[port])
        say(Text("正在停止", "stopping"))
    return Exit.DONE


def listener(settings: Settings) -> socket.socket:
    """The port, taken before any work; raises BadSetting where that cannot be."""
    try:
        family, kind, protocol, _, address = socket.getaddrinfo(
            settings.host, settings.port, type=socket.SOCK_STREAM, flags=socket.AI_PASSIVE
        )[0]
        port = socket.socket(family, kind, protocol)
        try:
            port.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            port.bind(address)
            port.listen(BACKLOG)
        except OSError:
            port.close()
            raise
    except OSError as error:
        raise BadSetting(
            Text(f"无法监听（{error.strerror}）", f"cannot listen there ({error.strerror})"),
            Text("换一个 GRAPH_API_PORT 或 GRAPH_API_HOST", "set another GRAPH_API_PORT or GRAPH_API_HOST"),
            where=f"{settings.host}:{settings.port}",
        ) from error
    return port


def announce(settings: Settings, seconds: float) -> None:
    """Say where it is to be found."""
    host = f"[{settings.host}]" if ":" in settings.host else settings.host
    address = f"http://{host}:{settings.port}"
    if not settings.masking:
        log.warning("personal data are not masked", setting="GRAPH_API_MASKING=off")
    say(Text(f"就绪，用时 {seconds:.1f} 秒", f"ready in {seconds:.1f} s"))
    for name, path in (
        (Text("接口", "API"), "/graphql"),
        (Text("GraphiQL 页面", "GraphiQL"), "/"),
        (Text("健康检查", "health"), "/healthz"),
    ):
        print(f"{name.zh} {name.en:<10} {address}{path}", flush=True)
