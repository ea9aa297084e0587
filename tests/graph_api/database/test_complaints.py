"""Why Neo4j did not start, from what it wrote this time."""

from pathlib import Path

import pytest

from graph_api.database.complaints import Transcript
from graph_api.database.store import NEW, Store, lay_out
from graph_api.errors import DatabaseFailure, StoreHeld, StoreUnusable, Unavailable


@pytest.fixture
def store(tmp_path: Path) -> Store:
    made = Store(tmp_path)
    lay_out(made.home, NEW)
    return made


def after(store: Store, text: str) -> Transcript:
    transcript = Transcript(store)
    with (store.logs / "neo4j.log").open("a", encoding="utf-8") as log:
        log.write(text)
    return transcript


@pytest.mark.parametrize(
    ("text", "kind", "what"),
    [
        ("java.io.IOException: No space left on device", StoreUnusable, "the disk is full"),
        ("java.nio.file.FileSystemException: x: Read-only file system", StoreUnusable, "cannot be written"),
        ("o.n.k.i.l.FileLockException: Lock file has been locked by another process", StoreHeld, "in use"),
        ("Error: Could not reserve enough space for object heap", Unavailable, "not enough memory"),
        ("jvm.args: -XX:+ExitOnOutOfMemoryError\nERROR x", Unavailable, "did not start: x"),
        ("Caused by: Unknown store version 'zzz'", StoreUnusable, "another version of Neo4j"),
        ("ERROR Failed to start Neo4j: the moon is full", Unavailable, "Failed to start Neo4j: the moon"),
        ("", Unavailable, "did not start"),
    ],
)
def test_what_it_wrote_becomes_one_clear_message(
    store: Store, text: str, kind: type[DatabaseFailure], what: str
) -> None:
    failure = after(store, text).failure()
    assert type(failure) is kind
    assert what in failure.what.en
    assert str(store.folder) in failure.where


def test_what_it_wrote_at_an_earlier_start_does_not_count(store: Store) -> None:
    after(store, "No space left on device\nAddress already in use\n")
    transcript = after(store, "ERROR something else\n")
    assert not transcript.port_was_taken()
    assert "something else" in transcript.failure().what.en


def test_a_log_that_was_begun_anew_is_read_from_its_start(store: Store) -> None:
    transcript = after(store, "x" * 100)
    (store.logs / "neo4j.log").write_text("ERROR anew\n", encoding="utf-8")
    later = Transcript(store)
    (store.logs / "neo4j.log").write_text("ERROR\n", encoding="utf-8")
    assert "anew" not in later.failure().what.en
    assert transcript.port_was_taken() is False
