"""Make `.venv` hold exactly what a lock names, and touch nothing where it already does.

``install.py run`` installs what the service needs, ``install.py dev`` that and what tests and checks need. It
runs on the machine's own Python, before any dependency exists, so it uses the standard library alone.

pip fetches one program by hash, uv, and uv the rest by hash, in a tenth of pip's time. uv does not read pip's
configuration, so the machine's index, certificate and proxy are handed over to it.
"""

from __future__ import annotations

import ast
import fcntl
import hashlib
import json
import os
import subprocess
import sys
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
VENV = ROOT / ".venv"
INSTALLER = ROOT / ".tools" / "installer"
INSTALLED = VENV / "installed.json"
LOCKS = {"run": ROOT / "requirements.lock", "dev": ROOT / "requirements-dev.lock"}
INSTALLER_LOCK = ROOT / "requirements-installer.lock"

HANDED_OVER = {
    "index-url": "UV_DEFAULT_INDEX",
    "extra-index-url": "UV_INDEX",
    "find-links": "UV_FIND_LINKS",
    "cert": "SSL_CERT_FILE",
    "proxy": "ALL_PROXY",
    "trusted-host": "UV_INSECURE_HOST",
    "default-timeout": "UV_HTTP_TIMEOUT",
    "timeout": "UV_HTTP_TIMEOUT",
}
"""pip's options and the variables by which uv takes the same."""

COMMA_SEPARATED = {"find-links"}
"""Options of which pip separates several by blanks and uv by commas."""


class Unready(Exception):
    """The machine lacks something; the message says what and how to mend it."""


def main(arguments: list[str]) -> int:
    """Install for the use named first in ``arguments`` ("run" or "dev"); return the exit code."""
    if len(arguments) != 1 or arguments[0] not in LOCKS:
        print(f"usage: install.py {'|'.join(LOCKS)}", file=sys.stderr)
        return 2
    try:
        require_python()
        install(arguments[0])
    except Unready as unready:
        print(f"error: {unready}", file=sys.stderr)
        return 1
    return 0


def require_python() -> None:
    """Refuse any Python but 3.11, for which the locks were made."""
    if sys.version_info[:2] != (3, 11):
        found = ".".join(map(str, sys.version_info[:3]))
        raise Unready(f"Python 3.11 is needed, this is {found}: install it, or name it with make PYTHON=…")


def install(use: str) -> None:
    """Bring ``.venv`` to the lock of ``use``; one process at a time, others wait for it."""
    VENV.parent.joinpath(".tools").mkdir(exist_ok=True)
    with (ROOT / ".tools" / "install.lock").open("w") as guard:
        fcntl.flock(guard, fcntl.LOCK_EX)
        present = installed()
        if present.get(use) == digest(LOCKS[use]):
            return
        use = "dev" if "dev" in present else use
        started = time.monotonic()
        print(f"Installing {LOCKS[use].name} into {VENV.name} ...", file=sys.stderr)
        uv = installer()
        INSTALLED.unlink(missing_ok=True)
        environment = {**os.environ, **pip_settings(), "UV_PYTHON_DOWNLOADS": "never", "UV_NO_PROGRESS": "1"}
        run([uv, "venv", "--quiet", "--allow-existing", "--python", sys.executable, str(VENV)], environment)
        python = str(VENV / "bin" / "python")
        run(
            [uv, "pip", "sync", "--quiet", "--require-hashes", "--python", python, str(LOCKS[use])],
            environment,
        )
        uses = ("run", "dev") if use == "dev" else ("run",)
        INSTALLED.write_text(json.dumps({each: digest(LOCKS[each]) for each in uses}))
        print(f"Installed in {time.monotonic() - started:.1f} s.", file=sys.stderr)


def installed() -> dict[str, str]:
    """Return, by use, the digest of the lock that ``.venv`` holds; empty where it is not usable."""
    try:
        record = json.loads(INSTALLED.read_text())
        subprocess.run([VENV / "bin" / "python", "-c", ""], check=True, capture_output=True)
    except (OSError, ValueError, subprocess.CalledProcessError):
        return {}
    return dict(record)


def digest(path: Path) -> str:
    """Return the SHA-256 of a file, as hexadecimal digits."""
    return hashlib.sha256(path.read_bytes()).hexdigest()


def installer() -> str:
    """Return the path of uv, fetched by pip (the machine's own or a new one) in the locked version."""
    stamp = INSTALLER / "installed"
    uv = INSTALLER / "bin" / "uv"
    if uv.exists() and stamp.exists() and stamp.read_text() == digest(INSTALLER_LOCK):
        return str(uv)
    options = [
        "--quiet",
        "--disable-pip-version-check",
        "--no-deps",
        "--only-binary=:all:",
        "--require-hashes",
    ]
    where = ["--upgrade", f"--target={INSTALLER}", f"--requirement={INSTALLER_LOCK}"]
    run([*pip(), "install", *options, *where], {**os.environ, "PIP_ROOT_USER_ACTION": "ignore"})
    stamp.write_text(digest(INSTALLER_LOCK))
    return str(uv)


def pip() -> list[str]:
    """Return the command that starts pip: this Python's own, else that of an environment made for it."""
    if answers([sys.executable, "-m", "pip", "--version"]):
        return [sys.executable, "-m", "pip"]
    folder = ROOT / ".tools" / "pip"
    if not answers([sys.executable, "-m", "venv", str(folder)]):
        raise Unready("This Python has neither pip nor venv: install them (Debian: python3.11-venv)")
    return [str(folder / "bin" / "python"), "-m", "pip"]


def answers(command: list[str]) -> bool:
    """Tell whether ``command`` ends well."""
    return subprocess.run(command, capture_output=True, check=False).returncode == 0


def pip_settings() -> dict[str, str]:
    """Return the environment by which uv uses the index, certificate and proxy that pip is configured with.

    What the caller's environment already says to uv stays as it is.
    """
    listing = subprocess.run([*pip(), "config", "list"], capture_output=True, text=True, check=False).stdout
    options: dict[str, str] = {}
    for scope in ("global.", "install.", ":env:."):
        for line in listing.splitlines():
            name, _, value = line.partition("=")
            if name.startswith(scope):
                options[name[len(scope) :]] = str(ast.literal_eval(value))
    handed = {}
    for option, variable in HANDED_OVER.items():
        if option in options and variable not in os.environ:
            words = options[option].split()
            handed[variable] = ("," if option in COMMA_SEPARATED else " ").join(words)
    return handed


def run(command: list[str], environment: dict[str, str]) -> None:
    """Run a step of the installation; its own output explains a failure."""
    if subprocess.run(command, env=environment, check=False).returncode != 0:
        program = Path(command[0]).name
        raise Unready(
            f"{program} could not install the locked packages (see above). "
            "Without a network: connect, try again. Behind a mirror, name it in pip.conf or PIP_INDEX_URL."
        )


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
