"""Neo4j's jars: fetched once, as jgo.lock.toml beside this file lists them, and verified before each use.

`jgo.toml` says which Neo4j; `jgo lock`, run in this folder, resolves it and writes the name, version and
sha256 of every jar. From then on nothing is resolved: each jar is fetched by its name with jgo's own
knowledge of where Maven artifacts are published, several at a time, and moved into place when its sha256
is right. So a jar in the folder is whole, and a start that finds them all needs no network.
"""

import hashlib
import os
import threading
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path

import requests
from jgo.env import LockFile
from jgo.maven import MavenContext
from requests.adapters import HTTPAdapter

from graph_api import PROJECT
from graph_api.database.progress import Progress, silent
from graph_api.errors import JarsUnusable
from schema.text import Text

FOLDER = PROJECT / ".tools" / "jars"
LOCK = Path(__file__).with_name("jgo.lock.toml")
FETCHERS = 8
TENTHS = 10
"""In so many steps the progress of fetching is told."""
NAMES_OTHERS = "jaxb-runtime"
"""The artifact whose manifest puts other jars on the class path; only as the last one does it leave the
class path as shared_classes.py needs it: the same when written and when read."""
TRIES = 4
TIMEOUT = 30.0
"""Seconds that a published jar may keep us waiting between two packets."""


@dataclass(frozen=True, slots=True)
class Jar:
    """One published jar."""

    group: str
    artifact: str
    version: str
    classifier: str
    sha256: str

    @property
    def file(self) -> str:
        """Its file name, as it is published."""
        classifier = f"-{self.classifier}" if self.classifier else ""
        return f"{self.artifact}-{self.version}{classifier}.jar"

    def address(self, maven: MavenContext) -> str:
        """Where it is published."""
        component = maven.project(self.group, self.artifact).at_version(self.version)
        repository = next(iter(maven.remote_repos.values()))
        return f"{repository}/{component.path_prefix.as_posix()}/{self.file}"


def locked(lock: Path = LOCK) -> tuple[Jar, ...]:
    """The jars that the lock lists. Raises JarsUnusable where one has no sha256 or shares its name."""
    found = tuple(
        Jar(each.groupId, each.artifactId, each.version, each.classifier or "", each.sha256 or "")
        for each in LockFile.load(lock).dependencies
    )
    if not all(jar.sha256 for jar in found) or len({jar.file for jar in found}) != len(found):
        raise JarsUnusable(
            Text("锁定文件不完整", "the lock of Neo4j's jars is incomplete"),
            Text("从版本库恢复该文件", "restore it from the repository"),
            where=str(lock),
        )
    return found


def neo4j_version(jars: Sequence[Jar]) -> str:
    """The version of Neo4j that the jars are."""
    return next(jar.version for jar in jars if (jar.group, jar.artifact) == ("org.neo4j", "neo4j"))


def class_path(progress: Progress = silent, jars: Sequence[Jar] | None = None) -> str:
    """Java's class path of exactly the locked jars: missing ones fetched, every one verified.

    Raises JarsUnusable, naming each jar that differs from what was published, or why one cannot be had.
    """
    wanted = locked() if jars is None else jars
    missing = [jar for jar in wanted if not (FOLDER / jar.file).exists()]
    if missing:
        fetch(missing, FOLDER, progress)
    verify(wanted, FOLDER)
    ordered = sorted(wanted, key=lambda jar: jar.artifact == NAMES_OTHERS)
    return os.pathsep.join(str(FOLDER / jar.file) for jar in ordered)


def verify(jars: Sequence[Jar], folder: Path) -> None:
    """Compare each jar's sha256 with the lock; raises JarsUnusable with all that differ."""
    with ThreadPoolExecutor(os.cpu_count()) as threads:
        sums = threads.map(lambda jar: _sha256(folder / jar.file), jars)
        wrong = [jar.file for jar, digest in zip(jars, sums, strict=True) if digest != jar.sha256]
    if wrong:
        names = ", ".join(wrong)
        raise JarsUnusable(
            Text(f"与发布的不一致：{names}", f"not what was published: {names}"),
            Text(
                "删除这些文件后重新启动，会重新下载", "delete these files and start again to fetch them anew"
            ),
            where=str(folder),
        )


def fetch(
    jars: Sequence[Jar], folder: Path, progress: Progress = silent, maven: MavenContext | None = None
) -> None:
    """Fetch `jars` into `folder`, each moved into place whole.

    Raises JarsUnusable at the first that cannot be had.
    """
    published = maven or MavenContext()
    counted = threading.Lock()
    done = 0
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise _unwritable(folder, error) from error

    with requests.Session() as session, ThreadPoolExecutor(FETCHERS) as threads:
        for scheme in ("https://", "http://"):
            session.mount(scheme, HTTPAdapter(pool_maxsize=FETCHERS, max_retries=TRIES))

        def one(jar: Jar) -> None:
            nonlocal done
            _fetch_one(session, jar.address(published), jar, folder)
            with counted:
                done += 1
                if done * TENTHS // len(jars) == (done - 1) * TENTHS // len(jars):
                    return
                progress(Text(f"下载 Neo4j {done}/{len(jars)}", f"fetching Neo4j {done}/{len(jars)}"))

        waiting = [threads.submit(one, jar) for jar in jars]
        try:
            for each in waiting:
                each.result()
        finally:
            threads.shutdown(cancel_futures=True)


def _fetch_one(session: requests.Session, address: str, jar: Jar, folder: Path) -> None:
    try:
        answer = session.get(address, timeout=TIMEOUT)
        answer.raise_for_status()
    except requests.RequestException as error:
        raise JarsUnusable(
            Text(f"无法下载 {jar.file}", f"cannot fetch {jar.file} ({type(error).__name__})"),
            Text(
                "首次启动需要网络（或代理）；联网后重新启动即可继续",
                "the first start needs the network (or a proxy); start again when there is one",
            ),
            where=f"{jar.group}:{jar.artifact}:{jar.version}",
        ) from error
    if hashlib.sha256(answer.content).hexdigest() != jar.sha256:
        raise JarsUnusable(
            Text(f"下载到的 {jar.file} 与锁定的不一致", f"{jar.file} came other than it is locked"),
            Text("检查网络和代理后重新启动", "check the network and the proxy, then start again"),
            where=f"{jar.group}:{jar.artifact}:{jar.version}",
        )
    half = folder / f".{jar.file}.{os.getpid()}"
    try:
        half.write_bytes(answer.content)
        half.replace(folder / jar.file)
    except OSError as error:
        half.unlink(missing_ok=True)
        raise _unwritable(folder, error) from error


def _unwritable(folder: Path, error: OSError) -> JarsUnusable:
    return JarsUnusable(
        Text(f"无法写入（{error.strerror}）", f"cannot be written ({error.strerror})"),
        Text("检查权限和剩余空间", "check its permissions and the space left"),
        where=str(folder),
    )


def _sha256(path: Path) -> str:
    try:
        with path.open("rb") as file:
            return hashlib.file_digest(file, "sha256").hexdigest()
    except OSError:
        return "unreadable"
