"""`database …`: what a person types, what is answered, how it ends."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest

from graph_api.__main__ import main
from graph_api.database import owner
from graph_api.database.connection import open_database
from graph_api.database.store import Store, write_whole
from graph_api.settings import Settings

Run = Callable[..., tuple[int, str, str]]


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]) -> Run:
    """Run a command on a data folder of this test: exit status, stdout, stderr."""
    monkeypatch.setenv("GRAPH_API_DATA", str(tmp_path / "data"))
    monkeypatch.setenv("GRAPH_API_HEAP", "512m")

    def run(*words: str) -> tuple[int, str, str]:
        status = main(["database", *words])
        told = capfd.readouterr()
        return status, told.out, told.err

    return run


def test_start_stop_dump_load_and_check_by_hand(run: Run, tmp_path: Path) -> None:
    settings, file = Settings(data=tmp_path / "data"), str(tmp_path / "a.dump")
    assert run("status")[0] == 3
    status, out, _ = run("start")
    assert status == 0
    assert re.fullmatch(r"bolt://127\.0\.0\.1:\d+ \(pid \d+\)\n", out)
    try:
        assert run("start") == (0, out, "")
        status, said, _ = run("status")
        assert (status, out.split()[0] in said) == (0, True)
        status, _, err = run("dump", file)
        assert (status, "first: python -m graph_api database stop" in err) == (3, True)
        with open_database(settings) as database:
            database.driver.execute_query("CREATE (:Person {name: 'kept'})", database_="neo4j")
    finally:
        assert run("stop")[0] == 0
    assert owner.owner_of(Store(settings.data)) is None
    assert run("status")[0] == 3
    assert run("stop")[0] == 0
    assert run("dump", file)[0] == 0
    assert run("check")[0] == 0
    assert run("load", file)[0] == 2
    assert run("load", file, "--overwrite")[0] == 0


def test_a_start_that_fails_says_why_without_a_traceback(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GRAPH_API_DATA", "/dev/null/data")
    for words in (("start",), ("start", "--foreground")):
        status, out, err = run(*words)
        assert (status, out) == (3, "")
        assert "the data folder cannot be written" in err
        assert "Traceback" not in err


def test_a_background_start_that_fails_passes_on_what_it_said(run: Run, tmp_path: Path) -> None:
    store = Store(tmp_path / "data")
    store.create()
    write_whole(store.folder / "version", "9999.1.0")
    status, _, err = run("start")
    assert status == 3
    assert "written by Neo4j 9999.1.0" in err
    assert "Traceback" not in err


@pytest.mark.parametrize("words", [("start",), ("stop",), ("check",), ("dump", "x"), ("load", "x")])
def test_an_operator_s_own_neo4j_is_left_alone(
    run: Run, words: tuple[str, ...], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    key = tmp_path / "key"
    key.write_text("k" * 64, encoding="ascii")
    monkeypatch.delenv("GRAPH_API_DATA")
    monkeypatch.setenv("NEO4J_URI", "bolt://127.0.0.1:9")
    monkeypatch.setenv("NEO4J_PASSWORD", "pass")
    monkeypatch.setenv("GRAPH_API_KEY_FILE", str(key))
    status, _, err = run(*words)
    assert (status, "NEO4J_URI" in err) == (2, True)
    assert run("status")[0] == 3


def test_fetch_brings_the_jars(run: Run) -> None:
    assert run("fetch")[0] == 0
