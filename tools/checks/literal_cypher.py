"""Is every Cypher statement a literal string of the source, so that no text from outside can become code?

mypy does not know ``LiteralString``; basedpyright does. It judges calls with a statement (the driver's and
our own that take one), and of what it says only that counts: all other types are mypy's.
"""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import NamedTuple


class Finding(NamedTuple):
    """A call whose statement is not a literal string; ``line`` counts from 1."""

    file: str
    line: int
    message: str


def findings(root: Path) -> list[Finding]:
    """The offending calls of the project at ``root``, by file and line.

    Raises:
        RuntimeError: basedpyright did not report, so nothing is known.
    """
    checker = [sys.executable, "-m", "basedpyright", "--outputjson"]
    checker += ["--pythonpath", sys.executable, "--project", str(root / "pyproject.toml")]
    done = subprocess.run(checker, cwd=root, capture_output=True, text=True, check=False)
    try:
        report = json.loads(done.stdout)
    except ValueError as error:
        raise RuntimeError(f"basedpyright gave no report: {done.stderr or done.stdout}") from error
    if report["summary"]["filesAnalyzed"] == 0:
        raise RuntimeError("basedpyright found no file to read")
    return sorted(
        Finding(
            str(Path(each["file"]).relative_to(root)),
            each["range"]["start"]["line"] + 1,
            each["message"].replace("\xa0", " "),
        )
        for each in report["generalDiagnostics"]
        if "LiteralString" in each["message"]
    )


def main() -> int:
    """Print the offending calls of this project; return 1 where there is one."""
    found = findings(Path(__file__).resolve().parents[2])
    for file, line, message in found:
        print(f"{file}:{line}: {message}")
    print(
        f"{len(found)} statements are not literal strings" if found else "All statements are literal strings"
    )
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
