"""Neo4j's jars: only what was published gets to Java, and what is wrong is named."""

import dataclasses
import random
import shutil
import threading
from collections.abc import Iterator
from functools import partial
from hashlib import sha256
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
from jgo.env import LockFile, compute_spec_hash
from jgo.maven import MavenContext

from graph_api.database import jars
from graph_api.database.connection import open_database
from graph_api.database.jars import Jar
from graph_api.errors import JarsUnusable
from graph_api.settings import Settings
from schema.errors import Exit
from schema.text import Text

CHANCE = random.Random(20220802)  # noqa: S311 - which jars are changed, the same in every run


class Quiet(SimpleHTTPRequestHandler):
    def log_message(self, *_: object) -> None:
        """Keep the test's output clean."""


@pytest.fixture
def linked(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder of all jars, as links that a test may replace, in force as the jars' folder."""
    jars.class_path()
    folder = tmp_path / "jars"
    folder.mkdir()
    for jar in jars.locked():
        (folder / jar.file).symlink_to(jars.FOLDER / jar.file)
    monkeypatch.setattr(jars, "FOLDER", folder)
    return folder


@pytest.fixture
def published(tmp_path: Path) -> Iterator[tuple[MavenContext, Path]]:
    """A Maven repository of this machine, empty, and its folder."""
    root = tmp_path / "published"
    root.mkdir()
    with ThreadingHTTPServer(("127.0.0.1", 0), partial(Quiet, directory=str(root))) as server:
        thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
        thread.start()
        yield MavenContext(remote_repos={"here": f"http://127.0.0.1:{server.server_port}"}), root
        server.shutdown()
        thread.join()


def publish(root: Path, artifact: str, content: bytes) -> Jar:
    folder = root / "org" / "example" / artifact / "1.0"
    folder.mkdir(parents=True)
    (folder / f"{artifact}-1.0.jar").write_bytes(content)
    return Jar("org.example", artifact, "1.0", "", sha256(content).hexdigest())


def test_the_lock_is_of_the_present_choice_and_of_neo4j_5_26_28() -> None:
    assert LockFile.load(jars.LOCK).spec_hash == compute_spec_hash(jars.LOCK.with_name("jgo.toml"))
    assert jars.neo4j_version(jars.locked()) == "5.26.28"
    assert len(jars.locked()) > 200


@pytest.mark.parametrize("jar", CHANCE.sample(jars.locked(), 20), ids=lambda jar: jar.file)
def test_one_changed_byte_is_found_and_named_before_java_starts(
    jar: Jar, linked: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    content = bytearray((linked / jar.file).read_bytes())
    at = CHANCE.randrange(len(content))
    content[at] ^= 1
    (linked / jar.file).unlink()
    (linked / jar.file).write_bytes(content)
    monkeypatch.setattr("subprocess.Popen", None)
    with (
        pytest.raises(JarsUnusable, match=f"not what was published: {jar.file} ") as caught,
        open_database(Settings(data=tmp_path / "data")),
    ):
        pass
    assert caught.value.where == str(linked)
    assert "delete these files" in caught.value.remedy.en
    assert caught.value.exit_code is Exit.DATABASE_UNAVAILABLE


def test_a_stranger_in_the_folder_stays_off_the_class_path(linked: Path) -> None:
    (linked / "stranger.jar").write_bytes(b"PK")
    assert "stranger.jar" not in jars.class_path()


def test_what_is_missing_is_fetched_with_progress_and_only_that(
    published: tuple[MavenContext, Path], tmp_path: Path
) -> None:
    maven, root = published
    wanted = [publish(root, name, name.encode()) for name in ("alpha", "beta", "gamma")]
    said: list[Text] = []
    jars.fetch(wanted, tmp_path / "jars", said.append, maven)
    jars.verify(wanted, tmp_path / "jars")
    assert [text.en for text in said] == [f"fetching Neo4j {done}/3" for done in (1, 2, 3)]
    assert sorted(path.name for path in (tmp_path / "jars").iterdir()) == [jar.file for jar in wanted]


def test_what_comes_other_than_locked_is_not_kept(
    published: tuple[MavenContext, Path], tmp_path: Path
) -> None:
    maven, root = published
    jar = dataclasses.replace(publish(root, "alpha", b"tampered"), sha256=sha256(b"true").hexdigest())
    with pytest.raises(JarsUnusable, match=r"alpha-1\.0\.jar came other than it is locked"):
        jars.fetch([jar], tmp_path / "jars", maven=maven)
    assert list((tmp_path / "jars").iterdir()) == []


def test_without_the_network_the_first_start_says_so(tmp_path: Path) -> None:
    maven = MavenContext(remote_repos={"nowhere": "http://127.0.0.1:9"})
    jar = Jar("org.example", "alpha", "1.0", "", "0")
    with pytest.raises(JarsUnusable, match=r"cannot fetch alpha-1\.0\.jar") as caught:
        jars.fetch([jar], tmp_path / "jars", maven=maven)
    assert "the first start needs the network" in caught.value.remedy.en


def test_a_folder_that_cannot_be_written_is_named(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way", encoding="utf-8")
    with pytest.raises(JarsUnusable, match="cannot be written") as caught:
        jars.fetch([], tmp_path / "file" / "jars")
    assert caught.value.where == str(tmp_path / "file" / "jars")


def test_a_lock_without_a_checksum_is_refused(tmp_path: Path) -> None:
    lock = tmp_path / "jgo.lock.toml"
    shutil.copy(jars.LOCK, lock)
    text = lock.read_text(encoding="utf-8")
    lock.write_text(text.replace("sha256 =", "# sha256 =", 1), encoding="utf-8")
    with pytest.raises(JarsUnusable, match="lock of Neo4j's jars is incomplete"):
        jars.locked(lock)
