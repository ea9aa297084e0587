"""README's commands do what it says: they are taken from the page and run."""

import json
import os
import re
import shlex
import subprocess
import sys
from pathlib import Path

import pytest

from tests.api_server import serving
from tests.sample_store import Sample

PROJECT = Path(__file__).parents[1]
PAGE = (PROJECT / "README.md").read_text(encoding="utf-8")
COMMANDS = re.findall(
    r"^\$ (.+)$", "\n".join(re.findall(r"```console\n(.*?)```", PAGE, re.DOTALL)), re.MULTILINE
)


def test_the_first_query_has_the_answer_that_the_page_shows(sample: Sample) -> None:
    (command,) = [each for each in COMMANDS if each.startswith("curl")]
    shown = re.search(r"<!-- answer -->\n```json\n(.*?)```", PAGE, re.DOTALL)
    assert shown is not None
    with serving(sample.settings, sample.database) as client:
        words = shlex.split(command.replace("http://127.0.0.1:8000", str(client.base_url).rstrip("/")))
        answer = subprocess.run(words, capture_output=True, text=True, check=True).stdout
    assert json.loads(answer)["data"] == json.loads(shown[1])["data"]


@pytest.mark.timeout(300)
def test_own_rosters_are_loaded_as_the_page_says(tmp_path: Path) -> None:
    exported = next(each for each in COMMANDS if each.startswith("export "))
    variables = dict(each.split("=") for each in exported.removeprefix("export ").split())
    loads = [each for each in COMMANDS if " load " in each]
    assert len(loads) == 2
    environment = {**os.environ, **variables, "GRAPH_API_DATA": str(tmp_path), "GRAPH_API_HEAP": "512m"}
    for command in loads:
        words = shlex.split(command.replace(".venv/bin/python", shlex.quote(sys.executable)))
        done = subprocess.run(
            words, cwd=PROJECT, env=environment, capture_output=True, text=True, check=False
        )
        assert done.returncode == (1 if "--dry-run" in words else 0), done.stderr
        assert "新增 loaded" in done.stdout
    assert "试运行，未写入" in done.stdout


def test_every_file_that_it_points_to_is_there() -> None:
    for target in re.findall(r"\]\(([^)#]+)\)", PAGE):
        assert (PROJECT / target).exists(), target


def test_the_two_commands_stand_at_its_top() -> None:
    assert PAGE.index("make run") < PAGE.index("make test") < PAGE.index("## The first query")
