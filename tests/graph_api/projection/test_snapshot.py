"""A snapshot is the picture it was made of, or is not used."""

import json
import stat
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from graph_api.projection import snapshot
from graph_api.projection.differences import differences
from graph_api.projection.snapshot import NotUsable, load, read_manifest, write
from schema.catalog import RELATIONS
from tests.graph_api.projection.drawn import drawn


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with the snapshot of a drawn graph at revision 3."""
    write(drawn(1).picture(3), tmp_path / "projection", "a store")
    return tmp_path / "projection"


def test_what_is_loaded_is_what_was_written(folder: Path) -> None:
    found = load(folder, "a store")
    assert (found.revision, found.mark) == (3, "mark 3")
    assert list(differences(found, drawn(1).picture(3))) == []


def test_only_the_owner_may_read_it(folder: Path) -> None:
    modes = {stat.S_IMODE(path.stat().st_mode) for path in folder.iterdir()}
    assert (modes, stat.S_IMODE(folder.stat().st_mode)) == ({0o600}, 0o700)


def test_a_later_one_takes_its_place_and_what_was_left_half_written_goes(folder: Path) -> None:
    (folder / "coming").write_bytes(b"half")
    graph = drawn(1)
    graph.add_node("Enterprise")
    manifest = write(graph.picture(4), folder, "a store")
    assert sorted(path.name for path in folder.iterdir()) == sorted([manifest.file, "manifest.json", "lock"])
    assert list(differences(load(folder, "a store"), graph.picture(4))) == []


def _flip(folder: Path) -> None:
    path = folder / read_manifest(folder).file
    content = bytearray(path.read_bytes())
    content[len(content) // 2] ^= 1
    path.write_bytes(content)


def _cut(folder: Path) -> None:
    path = folder / read_manifest(folder).file
    path.write_bytes(path.read_bytes()[:-1])


def _told(folder: Path, **other: object) -> None:
    path = folder / "manifest.json"
    path.write_text(json.dumps(json.loads(path.read_text()) | other))


DAMAGES: dict[str, Callable[[Path], object]] = {
    "damaged": _flip,
    "not whole": _cut,
    "cannot be read": lambda folder: (folder / "manifest.json").write_bytes(b"\xff{"),
    "manifest cannot": lambda folder: (folder / "manifest.json").write_text("[]"),
    "there is none": lambda folder: (folder / "manifest.json").unlink(),
    "file cannot be read": lambda folder: (folder / read_manifest(folder).file).unlink(),
    "other code": lambda folder: _told(folder, made_for="older"),
    "another database": lambda folder: _told(folder, store="another store"),
    "file is not whole": lambda folder: _told(folder, file="../elsewhere"),
}


@pytest.mark.parametrize("what", DAMAGES)
def test_one_that_cannot_be_trusted_is_not_used(folder: Path, what: str) -> None:
    DAMAGES[what](folder)
    with pytest.raises(NotUsable, match=what):
        load(folder, "a store")


def test_one_that_is_no_picture_in_spite_of_its_checksum_is_not_used(folder: Path) -> None:
    manifest = read_manifest(folder)
    picture = drawn(1).picture(3)
    less = replace(picture, tables={name: each for name, each in picture.tables.items() if name != "Union"})
    write(less, folder, manifest.store)
    with pytest.raises(NotUsable, match="cannot be read"):
        load(folder, manifest.store)


def test_other_code_or_another_catalog_make_another_snapshot(monkeypatch: pytest.MonkeyPatch) -> None:
    present = snapshot.made_for()
    monkeypatch.setattr(snapshot, "RELATIONS", RELATIONS[1:])
    assert snapshot.made_for.__wrapped__() != present
