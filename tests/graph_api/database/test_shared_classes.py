"""Classes are read once; whatever is wrong with their archive, Java starts all the same."""

import os
import subprocess
from pathlib import Path

import pytest

from graph_api.database import jars, java, shared_classes
from graph_api.database.shared_classes import SharedClasses

MAPPED = "shared objects file (top)"


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """No archives to begin with."""
    monkeypatch.setattr(shared_classes, "FOLDER", tmp_path / "classes")
    return tmp_path / "classes"


@pytest.fixture(scope="module")
def class_path() -> str:
    return jars.class_path()


def run(class_path: str, flags: list[str]) -> str:
    """Run a program of Neo4j's jars that ends in order; where its classes came from."""
    words = java.admin(256 << 20, "--version")
    done = subprocess.run(
        [words[0], *flags, "-Xlog:class+load", *words[1:]],
        env=java.surroundings(Path(), class_path),
        capture_output=True,
        text=True,
        check=True,
    )
    assert "5.26.28" in done.stdout
    return done.stdout


def test_the_first_run_writes_the_archive_and_the_next_one_maps_it(class_path: str, folder: Path) -> None:
    classes = SharedClasses.of(class_path)
    assert MAPPED not in run(class_path, classes.flags())
    (folder / "of-other-jars.neo4j.jsa").write_bytes(b"")
    classes.keep()
    assert sorted(folder.iterdir()) == sorted([classes.base, classes.server])
    assert run(class_path, classes.flags()).count(MAPPED) > 100


@pytest.mark.parametrize("damage", ["a changed byte", "cut off"])
def test_a_damaged_archive_is_not_used_and_does_no_harm(class_path: str, damage: str) -> None:
    classes = SharedClasses.of(class_path)
    run(class_path, classes.flags())
    classes.keep()
    content = bytearray(classes.server.read_bytes())
    classes.server.chmod(0o600)
    if damage == "cut off":
        content = content[: len(content) // 2]
    else:
        content[len(content) // 2] ^= 1
    classes.server.write_bytes(content)
    assert MAPPED not in run(class_path, classes.flags())


def test_a_run_that_was_cut_off_leaves_nothing(class_path: str, folder: Path) -> None:
    classes = SharedClasses.of(class_path)
    classes.flags()
    classes.part.write_bytes(b"half")
    (folder / ".0123456789abcdef.4194305.part").write_bytes(b"half, by a process that is dead")
    living = folder / f".0123456789abcdef.{os.getppid()}.part"
    living.write_bytes(b"half, by a process that goes on")
    classes.drop()
    classes.keep()
    assert sorted(folder.iterdir()) == sorted([living, classes.base])


def test_where_nothing_can_be_written_java_starts_without(
    class_path: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "file").write_bytes(b"")
    monkeypatch.setattr(shared_classes, "FOLDER", tmp_path / "file" / "classes")
    assert SharedClasses.of(class_path).flags() == []


def test_other_jars_have_archives_of_their_own(tmp_path: Path) -> None:
    jar = tmp_path / "a.jar"
    jar.write_bytes(b"1")
    before = SharedClasses.of(str(jar))
    assert SharedClasses.of(str(jar)) == before
    os.utime(jar, ns=(1, 1))
    assert SharedClasses.of(str(jar)).server != before.server
