"""Why Neo4j did not start, read from what it wrote."""

import re

from graph_api.database.store import Store
from graph_api.errors import DatabaseFailure, StoreHeld, StoreUnusable, Unavailable
from schema.text import Text

TAKEN = "Address already in use"
LAST = 65536
"""Bytes of a log's end that are read."""

_KNOWN: tuple[tuple[str, type[DatabaseFailure], Text, Text], ...] = (
    (
        r"No space left on device",
        StoreUnusable,
        Text("磁盘已满", "the disk is full"),
        Text("腾出空间后重新启动", "free some space and start again"),
    ),
    (
        r"Read-only file system|AccessDenied|Permission denied",
        StoreUnusable,
        Text("数据文件夹无法写入", "the data folder cannot be written"),
        Text("检查权限，或用 GRAPH_API_DATA 另指一处", "check its permissions, or set GRAPH_API_DATA"),
    ),
    (
        r"FileLockException|Lock file has been locked by another process",
        StoreHeld,
        Text("数据文件夹正被另一进程使用", "the data folder is in use by another process"),
        Text("先停止该进程", "stop that process"),
    ),
    (
        r"Could not reserve enough space|java\.lang\.OutOfMemoryError|insufficient memory",
        Unavailable,
        Text("内存不够启动 Neo4j", "there is not enough memory to start Neo4j"),
        Text("调小 GRAPH_API_HEAP 或 GRAPH_API_PAGE_CACHE", "lower GRAPH_API_HEAP or GRAPH_API_PAGE_CACHE"),
    ),
    (
        r"UnsupportedFormat|newer version|not supported by this|Unknown store version|format version",
        StoreUnusable,
        Text("数据由另一版本的 Neo4j 写成", "the store was written by another version of Neo4j"),
        Text(
            "使用写成它的程序版本，或另一数据文件夹", "use the release that wrote it, or another data folder"
        ),
    ),
)


class Transcript:
    """What Neo4j writes from now on, into its console and its logs."""

    def __init__(self, store: Store) -> None:
        """Remember where each log ends before the start."""
        self._store = store
        self.console = store.logs / "console.log"
        logs = (self.console, store.logs / "neo4j.log", store.logs / "debug.log")
        self._begins = {log: log.stat().st_size if log.exists() else 0 for log in logs}

    def port_was_taken(self) -> bool:
        """Whether the start failed because somebody else took the port in between."""
        return TAKEN in self._text()

    def failure(self) -> DatabaseFailure:
        """The failure that it tells, with the place of the logs."""
        text = self._text()
        for pattern, kind, what, remedy in _KNOWN:
            if re.search(pattern, text):
                return kind(what, remedy, where=str(self._store.folder))
        errors = re.findall(r"(?:ERROR|Caused by:|Exception:)\s+(.+)", text)
        last = errors[-1][:200] if errors else "?"
        return Unavailable(
            Text(f"Neo4j 没有启动：{last}", f"Neo4j did not start: {last}"),
            Text("日志中有详情", "its log says more"),
            where=str(self._store.logs),
        )

    def _text(self) -> str:
        parts = []
        for log, begin in self._begins.items():
            if log.exists():
                size = log.stat().st_size
                with log.open("rb") as file:
                    file.seek(max(begin if begin <= size else 0, size - LAST))
                    parts.append(file.read().decode("utf-8", errors="replace"))
        return "\n".join(parts)
