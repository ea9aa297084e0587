"""Would docker-compose.yml start the service: is it valid, and does the service understand its environment?

The file is held against the published JSON schema of compose files, which check-jsonschema carries, and
the environment of its service `api` is read by the service's own settings, with secrets that `make secrets`
makes.
"""

from __future__ import annotations

import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

import yaml

from graph_api.settings import Settings
from schema.errors import Failure
from tools.environment import compose_secrets

ROOT = Path(__file__).resolve().parents[2]
MOUNTED = "/run/secrets/"
"""Where a container finds its secrets."""


def refusal(file: Path) -> str:
    """What the JSON schema of compose files has against `file`; empty where nothing."""
    checker = [sys.executable, "-m", "check_jsonschema", "--builtin-schema", "vendor.compose-spec", str(file)]
    done = subprocess.run(checker, capture_output=True, text=True, check=False)
    return "" if done.returncode == 0 else done.stdout + done.stderr


def settings(compose: dict[str, Any], secrets: Path) -> Settings:
    """The settings that the service `api` of a compose file starts with.

    `secrets` is the folder that stands for the one named in the file.

    Raises:
        Failure: the service would refuse a setting, or miss a file.
        KeyError: a secret is used that is not given to the service or not declared.
    """
    service = compose["services"]["api"]
    given = {name: compose["secrets"][name]["file"] for name in service["secrets"]}
    environment = {}
    for name, value in service["environment"].items():
        text = str(value)
        if text.startswith(MOUNTED):
            text = str(secrets / Path(given[text.removeprefix(MOUNTED)]).name)
        environment[name] = text
    return Settings.from_environment(environment)


def main() -> int:
    """Check this project's file; return 1 where something is wrong, which is printed."""
    file = ROOT / "docker-compose.yml"
    problem = refusal(file)
    with tempfile.TemporaryDirectory() as folder:
        compose_secrets.make(Path(folder))
        try:
            settings(yaml.safe_load(file.read_text(encoding="utf-8")), Path(folder))
        except Failure as failure:
            problem += f"{failure}\n"
        except KeyError as missing:
            problem += f"the service api uses a secret that it is not given: {missing}\n"
    print(problem or f"{file.name} is valid, and the service understands it")
    return 1 if problem else 0


if __name__ == "__main__":
    sys.exit(main())
