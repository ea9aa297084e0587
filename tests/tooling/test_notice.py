"""NOTICE names every part that is downloaded or shipped, and is written from what is installed."""

import re
import tomllib
from importlib.metadata import Distribution
from os import PathLike
from pathlib import Path

import pytest

from tools.notice.__main__ import NOTICE, main, notice
from tools.notice.licences import JAR_LOCK, ROOT, LicenceUnknownError, of_package, stated


class Package(Distribution):
    """A package that states what a test gives it."""

    def __init__(self, *lines: str) -> None:
        self.lines = lines

    def read_text(self, filename: str) -> str | None:
        head = "Metadata-Version: 2.4\nName: package\n"
        return head + "".join(f"{line}\n" for line in self.lines) if filename == "METADATA" else None

    def locate_file(self, path: str | PathLike[str]) -> Path:
        return ROOT / path


def test_the_committed_notice_is_current() -> None:
    assert NOTICE.read_text(encoding="utf-8") == notice()
    assert main(["--check"]) == 0


def test_every_locked_package_and_every_group_of_jars_is_named() -> None:
    text = NOTICE.read_text(encoding="utf-8")
    named = set(re.findall(r"^  (\S+) ", text, re.MULTILINE))
    for lock in ("requirements.lock", "requirements-dev.lock", "requirements-installer.lock"):
        lines = (ROOT / lock).read_text(encoding="utf-8").splitlines()
        packages = {line.split("==")[0] for line in lines if "==" in line and not line.startswith((" ", "#"))}
        assert packages - named <= {"colorama"}, "colorama is for Windows"
    jars = tomllib.loads(JAR_LOCK.read_text(encoding="utf-8"))["dependencies"]
    assert {jar["groupId"] for jar in jars} - named == set()


def test_the_licences_that_bind_are_spelt_out() -> None:
    text = " ".join(NOTICE.read_text(encoding="utf-8").split())
    assert (
        "Neo4j Community Edition, Copyright Neo4j Sweden AB, is licensed under the GNU General Public License"
        in text
    )
    assert "as a process of its own" in text
    assert "GPL-2.0-only WITH Classpath-exception-2.0" in text


def test_nothing_is_stated_of_parts_that_are_not_there() -> None:
    facts = stated()
    jars = tomllib.loads(JAR_LOCK.read_text(encoding="utf-8"))["dependencies"]
    locked = (ROOT / "requirements-dev.lock").read_text(encoding="utf-8")
    assert set(facts["jars"]) == {jar["groupId"] for jar in jars}
    assert [name for name in facts["python"] if f"\n{name}==" not in locked] == []
    assert [path for path in facts["shipped"] if not (ROOT / path).exists()] == []


def test_a_licence_is_read_from_the_expression_then_the_word_then_the_classifier() -> None:
    classifier = "Classifier: License :: OSI Approved :: MIT License"
    spelling = {"MIT License": "MIT"}
    assert of_package(Package("License-Expression: 0BSD", "License: other", classifier), spelling) == "0BSD"
    assert of_package(Package("License: BSD-3-Clause", classifier), spelling) == "BSD-3-Clause"
    assert of_package(Package(classifier), spelling) == "MIT"


def test_a_package_that_states_no_licence_is_named() -> None:
    with pytest.raises(LicenceUnknownError, match="package"):
        of_package(Package(), {})
