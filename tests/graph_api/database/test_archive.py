"""The store as a file and back: whole or not at all, and never while it runs."""

import socket
import stat
from collections.abc import Iterator
from pathlib import Path

import pytest

from graph_api.database import archive, embedded, owner
from graph_api.database.connection import open_database
from graph_api.database.store import Store
from graph_api.errors import BadFile, StoreHeld, StoreUnusable
from graph_api.settings import Settings
from tests.graph_api.database.owning_process import owning

MB = 1 << 20


@pytest.fixture(scope="module")
def killed(tmp_path_factory: pytest.TempPathFactory) -> Settings:
    """A store with one person in it, whose owner was killed."""
    settings = Settings(data=tmp_path_factory.mktemp("killed"), heap=512 * MB, page_cache=128 * MB)
    with (
        owning(settings.data, migrated=False) as process,
        open_database(settings, migrated=False) as database,
    ):
        database.driver.execute_query("CREATE (:Person {name: 'kept'})", database_="neo4j")
        with pytest.raises(StoreHeld, match=rf"process {process.process.pid} \(database\) is using"):
            archive.dump(settings, settings.data / "never.dump")
        process.kill()
    return settings


@pytest.fixture(scope="module")
def dumped(killed: Settings, tmp_path_factory: pytest.TempPathFactory) -> Path:
    file = tmp_path_factory.mktemp("dumps") / "district.dump"
    archive.dump(killed, file)
    return file


@pytest.fixture
def taken() -> Iterator[int]:
    """A port that somebody else listens on."""
    with socket.create_server(("127.0.0.1", 0)) as listening:
        yield listening.getsockname()[1]


def test_a_dump_of_a_killed_store_is_one_file_for_its_owner_alone(dumped: Path) -> None:
    assert [path.name for path in dumped.parent.iterdir()] == ["district.dump"]
    assert stat.S_IMODE(dumped.stat().st_mode) == 0o600


def test_a_dump_overwrites_nothing(killed: Settings, dumped: Path) -> None:
    with pytest.raises(BadFile, match="the file exists"):
        archive.dump(killed, dumped)


@pytest.mark.usefixtures("dumped")
def test_a_sound_store_passes_the_check(killed: Settings) -> None:
    archive.check(killed)
    assert owner.owner_of(Store(killed.data)) is None


@pytest.mark.usefixtures("dumped")
def test_a_damaged_store_does_not_pass_the_check(killed: Settings) -> None:
    values = Store(killed.data).home / "data" / "databases" / "neo4j" / "neostore.propertystore.db"
    true = values.read_bytes()
    values.write_bytes(bytes(len(true)))
    try:
        with pytest.raises(StoreUnusable, match="admin tool failed"):
            archive.check(killed)
    finally:
        values.write_bytes(true)


def test_a_loaded_dump_is_the_database_that_was_dumped(
    dumped: Path, taken: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    settings = Settings(data=tmp_path / "data", heap=512 * MB, page_cache=128 * MB)
    archive.load(settings, dumped)
    ports = [taken]
    free = embedded.free_port
    monkeypatch.setattr(embedded, "free_port", lambda: ports.pop() if ports else free())
    with open_database(
        settings, migrated=False
    ) as database:  # although the first port that was free is taken by now
        assert database.uri != f"bolt://127.0.0.1:{taken}"
        found = database.driver.execute_query("MATCH (n:Person) RETURN n.name AS name", database_="neo4j")
        assert [record["name"] for record in found.records] == ["kept"]


def test_a_load_replaces_a_database_only_where_it_is_told_to(killed: Settings, dumped: Path) -> None:
    with pytest.raises(BadFile, match="holds a database") as caught:
        archive.load(killed, dumped)
    assert "--overwrite" in caught.value.remedy.en
    archive.load(killed, dumped, overwrite=True)


def test_a_file_that_is_no_dump_leaves_the_present_database(killed: Settings, tmp_path: Path) -> None:
    before = sorted(path.name for path in (Store(killed.data).home / "data" / "databases").iterdir())
    garbage = tmp_path / "garbage.dump"
    garbage.write_bytes(b"not a dump" * 100)
    with pytest.raises(StoreUnusable, match="admin tool failed"):
        archive.load(killed, garbage, overwrite=True)
    with pytest.raises(BadFile, match="no such file"):
        archive.load(killed, tmp_path / "missing.dump", overwrite=True)
    after = sorted(path.name for path in (Store(killed.data).home / "data" / "databases").iterdir())
    assert (after, (killed.data / "neo4j.new").exists()) == (before, False)


def test_where_there_is_no_database_there_is_nothing_to_dump(tmp_path: Path) -> None:
    with pytest.raises(BadFile, match="there is no database here"):
        archive.dump(Settings(data=tmp_path), tmp_path / "x.dump")
