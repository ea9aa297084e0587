"""What Neo4j is told: loopback only, no reports, memory by the machine or the settings."""

from pathlib import Path

import pytest

from graph_api.database import java
from graph_api.database.store import Store
from graph_api.settings import Settings

GB = 1 << 30


def told(port: int = 7687) -> dict[str, str]:
    text = java.configuration(port, java.Memory(GB, GB))
    return dict(line.split("=", 1) for line in text.splitlines())


def test_only_bolt_listens_and_only_on_loopback() -> None:
    conf = told(40000)
    listening = {name: value for name, value in conf.items() if "listen_address" in name}
    assert listening == {
        "server.default_listen_address": "127.0.0.1",
        "server.bolt.listen_address": "127.0.0.1:40000",
    }
    assert (conf["server.http.enabled"], conf["server.https.enabled"]) == ("false", "false")


def test_it_asks_for_a_password_reports_to_nobody_and_logs_no_statement() -> None:
    conf = told()
    assert conf["dbms.security.auth_enabled"] == "true"
    assert conf["dbms.usage_report.enabled"] == "false"
    assert conf["db.logs.query.enabled"] == "OFF"


@pytest.mark.parametrize(
    ("machine", "heap", "page_cache"),
    [(1 * GB, GB // 2, GB // 8), (8 * GB, 2 * GB, 1 * GB), (64 * GB, 4 * GB, 2 * GB)],
)
def test_memory_is_a_share_of_the_machine_s(
    machine: int, heap: int, page_cache: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(java, "machine_memory", lambda: machine)
    assert java.Memory.chosen(Settings()) == java.Memory(heap, page_cache)
    assert java.Memory.chosen(Settings(heap=3 * GB, page_cache=5)) == java.Memory(3 * GB, 5)


def test_the_command_line_has_the_heap_and_no_secret() -> None:
    words = java.server(Store(Path("data")), java.Memory(2 * GB, GB))
    assert "-Xmx2048m" in words
    assert words[-3:] == [java.SERVER, "--home-dir=data/neo4j", "--config-dir=data/neo4j/conf"]


def test_what_would_steer_another_neo4j_or_java_is_not_passed_on(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("NEO4J_PASSWORD", "JAVA_TOOL_OPTIONS", "JDK_JAVA_OPTIONS", "_JAVA_OPTIONS", "NEO4J_CONF"):
        monkeypatch.setenv(name, "foreign")
    passed = java.surroundings(Path("home"), "a.jar")
    assert "foreign" not in passed.values()
    assert (passed["NEO4J_HOME"], passed["NEO4J_CONF"], passed["CLASSPATH"]) == ("home", "home/conf", "a.jar")
    assert passed["PATH"]
