"""Which licence does each downloaded or shipped part have?"""

from __future__ import annotations

import json
import re
import tomllib
from collections import Counter
from importlib.metadata import Distribution, distribution
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).resolve().parents[2]
PAGE_LOCK = ROOT / "web" / "package-lock.json"
JAR_LOCK = ROOT / "graph_api" / "database" / "jgo.lock.toml"
NAME_IN_LOCK = re.compile(r"^([a-z0-9][a-z0-9._-]*)==(\S+)(?: *; *([^\\\n]*))?", re.MULTILINE)
ONLY_ELSEWHERE = re.compile(r"sys_platform == 'win32'|python_full_version >= '3\.12'")
"""Marks of a lock's lines that are never installed on the systems and Python the project runs on."""


class Part(NamedTuple):
    """A part of others' making; ``version`` may be several, or empty."""

    name: str
    version: str
    licence: str


class LicenceUnknownError(Exception):
    """A part does not say its licence: look it up and add it to licences.toml."""


def stated() -> dict[str, dict[str, str]]:
    """The committed facts of licences.toml, by section."""
    return tomllib.loads((Path(__file__).parent / "licences.toml").read_text(encoding="utf-8"))


def packages(lock: Path) -> list[Part]:
    """The Python packages of a lock, by name.

    Raises:
        LicenceUnknownError: a package does not say its licence, nor does licences.toml.
    """
    facts = stated()
    return [
        Part(name, version, facts["python"].get(name) or of_package(distribution(name), facts["spelling"]))
        for name, version, mark in NAME_IN_LOCK.findall(lock.read_text(encoding="utf-8"))
        if not ONLY_ELSEWHERE.search(mark)
    ]


def of_package(package: Distribution, spelling: dict[str, str]) -> str:
    """The licence that a package states: as an expression, else as a short word, else as a classifier."""
    metadata = package.metadata.json
    lines = metadata.get("classifier", [])
    classifiers = {
        line.rsplit(" :: ", 1)[1] for line in lines if line.startswith("License :: OSI Approved :: ")
    }
    word = str(metadata.get("license_expression") or metadata.get("license") or "")
    if not word or "\n" in word:
        if len(classifiers) != 1:
            raise LicenceUnknownError(package.name)
        word = classifiers.pop()
    return spelling.get(word, word)


def jars() -> list[Part]:
    """The groups of Neo4j's jars; ``version`` says how many jars of which versions.

    Raises:
        LicenceUnknownError: licences.toml does not name a group.
    """
    facts = stated()["jars"]
    locked = tomllib.loads(JAR_LOCK.read_text(encoding="utf-8"))["dependencies"]
    number = Counter(jar["groupId"] for jar in locked)
    parts = []
    for group in sorted(number):
        if group not in facts:
            raise LicenceUnknownError(group)
        versions = sorted({jar["version"] for jar in locked if jar["groupId"] == group})
        many = f" ({number[group]} jars)" if number[group] > 1 else ""
        parts.append(Part(group, f"{', '.join(versions)}{many}", facts[group]))
    return parts


def page_packages() -> list[Part]:
    """The npm packages that the GraphiQL page is built from; those that only build it are left out.

    Raises:
        LicenceUnknownError: a package does not say its licence.
    """
    locked = json.loads(PAGE_LOCK.read_text(encoding="utf-8"))["packages"]
    parts = set()
    for path, facts in locked.items():
        if not path or facts.get("dev"):
            continue
        name = path.rpartition("node_modules/")[2]
        if "license" not in facts:
            raise LicenceUnknownError(name)
        parts.add(Part(name, facts["version"], facts["license"]))
    return sorted(parts)
