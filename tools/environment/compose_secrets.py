"""Make the secrets that docker-compose.yml mounts, each in a file of its own, where they do not exist yet.

The folder is closed to others (mode 700). The files in it are not (644): a container's user, who is nobody on
this machine, must be able to read the one that is mounted for it.
"""

from __future__ import annotations

import secrets
import sys
from pathlib import Path

FOLDER = Path(__file__).resolve().parents[2] / ".secrets"
ALONE = ("neo4j_password", "graph_api_key", "graph_api_write_token")
"""Secrets that are one random word each."""


def make(folder: Path) -> list[str]:
    """Make what is missing in `folder`; the names of the files made. An existing secret is never changed."""
    folder.mkdir(mode=0o700, exist_ok=True)
    made = [name for name in ALONE if write(folder / name, secrets.token_urlsafe(32))]
    password = (folder / "neo4j_password").read_text(encoding="utf-8")
    if write(folder / "neo4j_auth", f"neo4j/{password}"):
        made.append("neo4j_auth")
    return made


def write(file: Path, text: str) -> bool:
    """Write a secret into a new file; False where the file exists."""
    try:
        with file.open("x", encoding="utf-8") as new:
            new.write(text)
    except FileExistsError:
        return False
    file.chmod(0o644)
    return True


if __name__ == "__main__":
    print(f"Made in {FOLDER.name}/: {', '.join(make(FOLDER)) or 'nothing, all were there'}")
    sys.exit(0)
