"""The browser of the tests: the system's Chromium, with a font that has Chinese characters.

``python tools/environment/browser.py`` installs both with apt where they are missing and it may; otherwise it
says what to install.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

CHROMIUM = Path("/usr/bin/chromium")
FONT = Path("/usr/share/fonts/opentype/noto/NotoSansCJK-Regular.ttc")
PACKAGES = {"chromium": CHROMIUM, "fonts-noto-cjk": FONT}
"""Debian's packages and the file by which each is recognised."""


def main() -> int:
    """Install what is missing; return the exit code."""
    missing = [package for package, file in PACKAGES.items() if not file.exists()]
    if not missing:
        return 0
    apt = shutil.which("apt-get")
    if apt is None or os.geteuid() != 0:
        print(
            f"error: the tests need {' and '.join(missing)}: apt-get install {' '.join(missing)}",
            file=sys.stderr,
        )
        return 1
    print(f"Installing {' and '.join(missing)} ...", file=sys.stderr)
    environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    for step in (["update"], ["install", "--yes", "--no-install-recommends", *missing]):
        done = subprocess.run([apt, "-qq", *step], env=environment, stdout=subprocess.DEVNULL, check=False)
        if done.returncode != 0:
            print(f"error: apt-get {' '.join(step)} failed (see above)", file=sys.stderr)
            return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
