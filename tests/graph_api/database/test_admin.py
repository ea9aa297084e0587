"""Neo4j's admin tool: what it says is told in one line."""

from pathlib import Path

import pytest

from graph_api.database import admin, jars
from graph_api.database.store import NEW, Store, lay_out, unfinished, write_whole
from graph_api.errors import StoreUnusable


@pytest.fixture
def store(tmp_path: Path) -> Store:
    made = Store(tmp_path)
    lay_out(made.home, NEW)
    return made


def test_the_first_password_is_kept_as_a_hash(store: Store) -> None:
    write_whole(store.password_file, "hush-hush-hush")
    admin.set_first_password(store.home, jars.class_path(), store.password_file)
    assert store.has_first_password
    assert b"hush" not in (store.home / "data" / "dbms" / "auth.ini").read_bytes()
    assert unfinished(store.home) == NEW


def test_a_failure_is_one_line_without_a_stack(store: Store, tmp_path: Path) -> None:
    with pytest.raises(StoreUnusable, match="admin tool failed") as caught:
        admin.dump(store, jars.class_path(), tmp_path / "x.dump")
    assert caught.value.where == "database dump"
    assert "\n" not in caught.value.what.en
    assert not (tmp_path / "x.dump").exists()
    assert not (tmp_path / ".x.dump.part").exists()
