"""`projection …`: what a person types, what is answered, how it ends."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest

from graph_api.__main__ import main
from graph_api.commands import projection as command
from graph_api.database.connection import Database
from graph_api.projection import snapshot
from graph_api.projection.picture import Picture
from graph_api.settings import Settings
from tests.loaders.office import PLACES, Office

Run = Callable[..., tuple[int, str, str]]


@pytest.fixture
def office(database: Database, tmp_path: Path) -> Office:
    office = Office(database, tmp_path)
    office.load(PLACES)
    return office


@pytest.fixture
def run(
    office: Office, settings: Settings, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> Run:
    """Run a command on the tests' Neo4j, with the snapshot in a folder of this test."""
    folder = office.folder / "projection"
    monkeypatch.setenv("GRAPH_API_DATA", str(settings.data))
    monkeypatch.setattr(snapshot, "folder_of", lambda _: folder)

    def run(*words: str) -> tuple[int, str, str]:
        status = main(["projection", *words])
        told = capfd.readouterr()
        return status, told.out, told.err

    return run


def test_status_shows_what_there_is_and_what_the_next_start_begins_with(run: Run) -> None:
    status, out, _ = run("status")
    assert status == 0
    assert "修订 revision: 1\n" in out
    assert "  行政区划 Division: 3\n" in out
    assert re.search(r"每家企业 for each enterprise: [\d,]+ B", out)
    assert "快照 snapshot: 没有 none" in out
    status, out, _ = run("rebuild")
    assert (status, "快照 snapshot: 修订 revision 1, " in out) == (0, True)


def test_verify_names_each_difference_and_ends_so(run: Run, office: Office) -> None:
    assert run("rebuild")[0] == 0
    status, out, _ = run("verify")
    assert (status, out) == (0, "完全一致，修订 the same in every value and relationship, at revision 1\n")
    number = office.one("MATCH (d:Division {code: '450903108'}) SET d.name = '别的镇' RETURN d.id")
    status, out, err = run("verify")
    assert status == 2
    assert out == f"Division:{number} name: 不同 another value\n"
    assert "1 places" in err
    assert "projection rebuild" in err
    assert run("rebuild")[0] == 0
    assert run("verify")[0] == 0


def test_both_pictures_are_brought_to_one_revision(office: Office, monkeypatch: pytest.MonkeyPatch) -> None:
    revisions = iter([3, 4, 4, 4])
    asked: list[int] = []

    def follow(_: object, picture: Picture) -> Picture:
        asked.append(picture.revision)
        return Picture(next(revisions), {}, {}, {})

    monkeypatch.setattr(command, "follow", follow)
    with office.database.driver.session() as session:
        kept, fresh = command.at_one_revision(session, Picture(1, {}, {}, {}), Picture(2, {}, {}, {}))
    assert (kept.revision, fresh.revision, asked) == (4, 4, [1, 2, 3])
