"""A judge is a program of npm packages: asked with words, it answers with JSON."""

import json
import subprocess
from typing import Any

from tools.environment import judges

PATIENCE = 100
"""Seconds that a judge may take."""


def ask(program: str, *words: str) -> Any:
    """What `judges/PROGRAM.mjs` answers. Without Node.js or packages the test fails and says what to do."""
    assert judges.installed(), "judges/node_modules is not as the lock says: run make setup-judges"
    command = [str(judges.node()), f"{program}.mjs", *words]
    done = subprocess.run(
        command,
        cwd=judges.JUDGES,
        env=judges.surroundings(),
        capture_output=True,
        text=True,
        timeout=PATIENCE,
        check=False,
    )
    assert done.returncode == 0, f"{program}: {done.stderr}{done.stdout}"
    return json.loads(done.stdout)
