"""How many requests are being answered: one more than the limit is refused at once, and costs nothing."""

import contextlib
from collections.abc import Iterator
from dataclasses import dataclass, field

from graph_api.graphql.failures import TooCostly
from schema.text import Text


class TooMany(TooCostly):
    """As many requests as may be are being answered already; the caller tries again in a moment."""


@dataclass(slots=True)
class InFlight:
    """The requests in flight of one service, which answers them in one event loop."""

    most: int
    now: int = field(default=0, init=False)

    @contextlib.contextmanager
    def one_more(self) -> Iterator[None]:
        """Count one for the length of the block; raises TooMany where `most` are in flight already."""
        if self.now >= self.most:
            raise TooMany(
                Text(
                    f"正在处理的请求有 {self.now} 个，上限 {self.most}",
                    f"{self.now} requests are in flight, at most {self.most} are allowed",
                ),
                Text("稍后再试", "try again in a moment"),
            )
        self.now += 1
        try:
            yield
        finally:
            self.now -= 1
