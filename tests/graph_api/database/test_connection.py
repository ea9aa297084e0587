"""One way to the database, wherever it is, and one clear message where it is not."""

import asyncio
import socket
import threading
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from graph_api.database import connection, owner
from graph_api.database.connection import Database, open_database
from graph_api.database.embedded import free_port
from graph_api.database.store import Store
from graph_api.errors import Unavailable
from graph_api.settings import Settings
from schema.errors import Exit
from schema.text import Text


def elsewhere(server: Database, *, uri: str = "", password: str = "", name: str = "neo4j") -> Settings:
    """The settings that mean the tests' Neo4j as an operator's own one."""
    return Settings(
        neo4j_uri=uri or server.uri, neo4j_password=password or server.password, neo4j_database=name
    )


@pytest.fixture
def deaf() -> Iterator[int]:
    """A port where something listens that closes every connection: no Neo4j."""
    with socket.create_server(("127.0.0.1", 0)) as listening:

        def hang_up() -> None:
            while True:
                try:
                    listening.accept()[0].close()
                except OSError:
                    return

        thread = threading.Thread(target=hang_up)
        thread.start()
        yield listening.getsockname()[1]
        listening.shutdown(socket.SHUT_RDWR)
        thread.join()


@pytest.mark.parametrize("scheme", ["bolt", "neo4j"])
def test_an_operator_s_own_neo4j_is_used_by_the_same_code(server: Database, scheme: str) -> None:
    settings = elsewhere(server, uri=server.uri.replace("bolt", scheme, 1))
    with open_database(settings) as database:
        assert database.embedded is None
        assert database.uri.startswith(f"{scheme}://")
        answer = database.driver.execute_query("RETURN 1 AS one", database_=database.name)
        assert answer.records[0]["one"] == 1


def test_another_command_attaches_to_the_living_owner(server: Database, settings: Settings) -> None:
    with open_database(settings) as database:
        assert database.uri == server.uri
        assert database.embedded is None
    assert server.embedded is not None


def test_asyncio_reaches_it_too(server: Database) -> None:
    async def ask() -> int:
        async with server.async_driver() as driver:
            answer = await driver.execute_query("RETURN 1 AS one", database_=server.name)
            return int(answer.records[0]["one"])

    assert asyncio.run(ask()) == 1


def test_the_password_does_not_show(server: Database) -> None:
    assert server.password not in repr(server)


def test_a_wrong_password_is_told(server: Database) -> None:
    with (
        pytest.raises(Unavailable, match="refuses the user or the password") as caught,
        open_database(elsewhere(server, password="wrong")),
    ):
        pass
    assert caught.value.where.startswith(server.uri)
    assert caught.value.exit_code is Exit.DATABASE_UNAVAILABLE


def test_an_address_where_nothing_listens_is_told(server: Database) -> None:
    with (
        pytest.raises(Unavailable, match="does not answer") as caught,
        open_database(elsewhere(server, uri=f"bolt://127.0.0.1:{free_port()}")),
    ):
        pass
    assert "see that Neo4j runs" in caught.value.remedy.en


def test_an_address_where_no_neo4j_listens_is_told(server: Database, deaf: int) -> None:
    with (
        pytest.raises(Unavailable, match="does not answer"),
        open_database(elsewhere(server, uri=f"bolt://127.0.0.1:{deaf}")),
    ):
        pass


def test_a_database_that_is_not_there_is_told(server: Database) -> None:
    with (
        pytest.raises(Unavailable, match="there is no such database") as caught,
        open_database(elsewhere(server, name="elsewhere")),
    ):
        pass
    assert "NEO4J_DATABASE" in caught.value.remedy.en


def test_a_server_that_is_too_old_is_told(server: Database, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(connection, "OLDEST", (9999,))
    with pytest.raises(Unavailable, match=r"Neo4j/5\.26\.28 is too old"), open_database(elsewhere(server)):
        pass


def test_an_owner_that_never_answers_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(connection, "START_PATIENCE", 0.3)
    store, said = Store(tmp_path), list[Text]()
    ownership = owner.own(store)
    assert ownership is not None
    with closing(ownership):
        ownership.write(owner.Owner.me("tests"))
        with (
            pytest.raises(Unavailable, match="owns the data folder but does not answer"),
            open_database(Settings(data=tmp_path), said.append),
        ):
            pass
    assert [text.en for text in said] == ["waiting for another process to start Neo4j"]
