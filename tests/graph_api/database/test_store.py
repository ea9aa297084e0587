"""The data folder: usable, or refused with the reason."""

from pathlib import Path

import pytest

from graph_api.database import store as module
from graph_api.database.store import LOADED, Store, lay_out, unfinished, write_whole
from graph_api.errors import StoreUnusable
from schema.errors import Exit

VERSION = "5.26.28"


@pytest.fixture
def store(tmp_path: Path) -> Store:
    made = Store(tmp_path / "data")
    made.create()
    return made


def filled(home: Path, text: str) -> None:
    lay_out(home, LOADED)
    (home / "data" / "databases").mkdir()
    (home / "data" / "databases" / "text").write_text(text, encoding="utf-8")


def note_version(store: Store, version: str) -> None:
    write_whole(store.folder / "version", version)


def text_of(store: Store) -> str:
    return (store.home / "data" / "databases" / "text").read_text(encoding="utf-8")


@pytest.mark.parametrize("folder", [Path("/proc/graph-api"), Path("/sys/graph-api"), Path("/dev/null/data")])
def test_a_folder_that_cannot_be_written_is_named(folder: Path) -> None:
    with pytest.raises(StoreUnusable, match="the data folder cannot be written") as caught:
        Store(folder).create()
    assert caught.value.where == str(folder)
    assert caught.value.exit_code is Exit.DATABASE_UNAVAILABLE


def test_a_full_disk_is_told_with_what_is_needed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "LEAST_SPACE", 1 << 60)
    with pytest.raises(StoreUnusable, match=r"only \d+ MB are free") as caught:
        Store(tmp_path).create()
    assert "free" in caught.value.remedy.en


def test_a_store_of_a_newer_neo4j_is_refused_and_an_older_one_is_taken(store: Store) -> None:
    note_version(store, "2026.9.0")
    with pytest.raises(StoreUnusable, match=r"written by Neo4j 2026\.9\.0, newer than our 5\.26\.28"):
        store.furnish(VERSION)
    for older in ("5.26.3", VERSION):
        note_version(store, older)
        store.furnish(VERSION)


def test_secrets_are_made_once(store: Store) -> None:
    store.furnish(VERSION)
    before = store.password(), store.key_file.read_bytes()
    store.furnish(VERSION)
    assert (store.password(), store.key_file.read_bytes()) == before
    assert len(set(before)) == 2


@pytest.mark.parametrize("cut", ["while loading", "between the renames", "before the old one was deleted"])
def test_a_load_that_was_cut_off_leaves_the_old_or_the_new_whole(store: Store, cut: str) -> None:
    filled(store.home, "old")
    for name in ("password", "key"):
        (store.folder / name).write_text(name, encoding="ascii")
    filled(store.next_home, "new")
    if cut != "while loading":
        store.home.rename(store.folder / "neo4j.old")
    if cut == "before the old one was deleted":
        store.next_home.rename(store.home)
    store.furnish(VERSION)
    assert text_of(store) == ("old" if cut == "while loading" else "new")
    assert sorted(path.name for path in store.folder.iterdir()) == ["key", "neo4j", "password"]


def test_a_first_start_that_was_cut_off_begins_anew_with_the_same_secrets(store: Store) -> None:
    store.furnish(VERSION)
    password = store.password()
    (store.home / "data" / "databases" / "system").mkdir(parents=True)
    assert not store.started_before
    store.furnish(VERSION)
    assert list((store.home / "data").iterdir()) == []
    assert store.password() == password


def test_once_it_has_answered_nothing_is_ever_taken_back(store: Store) -> None:
    store.furnish(VERSION)
    (store.home / "data" / "databases" / "system").mkdir(parents=True)
    store.note_success(VERSION)
    store.furnish(VERSION)
    assert store.started_before
    assert (store.home / "data" / "databases" / "system").exists()


def test_a_loaded_dump_outlives_a_first_start_that_was_cut_off(store: Store) -> None:
    filled(store.home, "dumped")
    for name in ("password", "key"):
        (store.folder / name).write_text(name, encoding="ascii")
    for part in ("databases", "transactions"):
        (store.home / "data" / part / "system").mkdir(parents=True)
    store.furnish(VERSION)
    assert text_of(store) == "dumped"
    assert [(store.home / "data" / part / "system").exists() for part in ("databases", "transactions")] == [
        False,
        False,
    ]
    assert unfinished(store.home) == LOADED
