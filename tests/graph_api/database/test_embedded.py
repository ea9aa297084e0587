"""The embedded Neo4j through kill -9, Ctrl-C and a lost folder: nothing lost, nothing left behind."""

import os
import signal
import socket
import stat
from pathlib import Path

import psutil
import pytest

from graph_api.database import owner
from graph_api.database.connection import Database, open_database
from graph_api.database.embedded import free_port, listens
from graph_api.database.store import Store, unfinished
from graph_api.errors import StoreUnusable
from graph_api.settings import Settings
from tests.graph_api.database.owning_process import eventually, owning

MB = 1 << 20


@pytest.fixture(scope="module")
def small(tmp_path_factory: pytest.TempPathFactory) -> Settings:
    """A data folder of its own, which the tests of this file use one after the other."""
    return Settings(data=tmp_path_factory.mktemp("store"), heap=512 * MB, page_cache=128 * MB)


def write(database: Database, text: str) -> None:
    database.driver.execute_query("CREATE (:Person {name: $text})", text=text, database_="neo4j")


def names(database: Database) -> list[str]:
    found = database.driver.execute_query(
        "MATCH (n:Person) RETURN n.name AS name ORDER BY name", database_="neo4j"
    )
    return [record["name"] for record in found.records]


def dead(process: psutil.Process) -> bool:
    return not process.is_running() or process.status() == psutil.STATUS_ZOMBIE


def test_whatever_is_killed_what_was_committed_is_there_and_nothing_is_left_behind(small: Settings) -> None:
    with owning(small.data) as process, open_database(small) as database:
        assert database.embedded is None
        write(database, "before")
        first = process.owner
        os.kill(first.neo4j_pid, signal.SIGKILL)
        eventually(lambda: process.owner.neo4j_pid != first.neo4j_pid and process.owner.ready)
        assert process.owner.port == first.port
        write(database, "by the same driver, after Neo4j was killed")
        second = psutil.Process(process.owner.neo4j_pid)
        process.kill()
        eventually(lambda: dead(second), within=5)
        assert owner.owner_of(Store(small.data)) is None
    with owning(small.data) as process:
        with open_database(small) as database:
            assert names(database) == ["before", "by the same driver, after Neo4j was killed"]
        third = psutil.Process(process.owner.neo4j_pid)
        process.process.terminate()
        assert process.process.wait(30) == 128 + signal.SIGTERM
        assert dead(third)
    assert (small.data / "owner").read_bytes() == b""


def test_ctrl_c_while_it_starts_leaves_nothing(small: Settings, tmp_path: Path) -> None:
    fresh = Settings(data=tmp_path, heap=small.heap)

    def interrupt(_: object) -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt), open_database(fresh, interrupt):
        pass
    assert owner.owner_of(Store(tmp_path)) is None
    living = [each for each in psutil.Process().children(recursive=True) if each.status() != "zombie"]
    assert [child for child in living if str(tmp_path) in " ".join(child.cmdline())] == []


def test_secrets_are_for_their_owner_alone(small: Settings) -> None:
    modes = {name: stat.S_IMODE((small.data / name).stat().st_mode) for name in ("password", "key", "owner")}
    assert modes == {"password": 0o600, "key": 0o600, "owner": 0o600}
    assert small.key() != Store(small.data).password().encode()


def test_a_password_that_is_not_the_store_s_is_named(small: Settings) -> None:
    path = small.data / "password"
    true = path.read_text(encoding="ascii")
    path.write_text("another", encoding="ascii")
    try:
        with pytest.raises(StoreUnusable, match="the password is not the store's"), open_database(small):
            pass
    finally:
        path.write_text(true, encoding="ascii")
    assert owner.owner_of(Store(small.data)) is None


@pytest.mark.parametrize("name", ["password", "key"])
def test_a_filled_store_without_its_secret_is_refused_by_name(small: Settings, name: str) -> None:
    path = small.data / name
    true = path.read_bytes()
    path.unlink()
    try:
        with pytest.raises(StoreUnusable, match="lacks this file") as caught, open_database(small):
            pass
        assert caught.value.where == str(path)
        assert not path.exists()
    finally:
        path.write_bytes(true)


def test_a_damaged_store_is_told_and_not_touched(small: Settings) -> None:
    files = small.data / "neo4j" / "data" / "databases" / "neo4j"
    victim = files / "neostore"
    true = victim.read_bytes()
    victim.write_bytes(b"\0" * len(true))
    try:
        with pytest.raises(StoreUnusable, match="damaged"), open_database(small):
            pass
    finally:
        victim.write_bytes(true)


def test_a_half_written_first_start_is_finished_by_the_next(tmp_path: Path) -> None:
    settings = Settings(data=tmp_path, heap=512 * MB, page_cache=128 * MB)
    store = Store(tmp_path)
    store.create()
    store.furnish("5.26.28")
    password = store.password()
    half = store.home / "data" / "databases" / "system"
    half.mkdir(parents=True)
    (half / "neostore").write_bytes(bytes(8192))  # as a kill leaves it: files, and no transaction log yet
    with open_database(settings, migrated=False) as database:
        write(database, "whole")
        assert names(database) == ["whole"]
        assert unfinished(store.home) == ""
    assert store.password() == password


def test_a_process_listens_on_its_own_port_alone() -> None:
    with socket.create_server(("127.0.0.1", 0)) as listening:
        port = listening.getsockname()[1]
        assert listens(os.getpid(), port)
        assert not listens(os.getppid(), port)
        assert free_port() != port
    assert not listens(os.getpid(), port)
