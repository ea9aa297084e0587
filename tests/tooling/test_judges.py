"""`make test` installs the npm judges by their lock, and says what to do where Node.js is missing."""

import json
import os
import subprocess
from pathlib import Path

import pytest

from tools.environment import judges

NPM = """#!/bin/sh
echo "$@" >> {log}
/bin/mkdir -p node_modules
exit {status}
"""


def program(file: Path, text: str) -> None:
    file.write_text(text, encoding="utf-8")
    file.chmod(0o755)


@pytest.fixture
def elsewhere(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Judges of an own, with a Node.js that only knows its version; a file `npm` logs npm's calls."""
    folder = tmp_path / "judges"
    folder.mkdir()
    (folder / "package.json").write_text("{}", encoding="utf-8")
    (folder / "package-lock.json").write_text("{}", encoding="utf-8")
    (tmp_path / "bin").mkdir()
    program(tmp_path / "bin" / "node", "#!/bin/sh\necho v20.19.0\n")
    program(tmp_path / "bin" / "npm", NPM.format(log=tmp_path / "npm", status=0))
    monkeypatch.setattr(judges, "JUDGES", folder)
    monkeypatch.setattr(judges, "BROUGHT_ALONG", tmp_path / "nothing")
    monkeypatch.setenv("PATH", str(tmp_path / "bin"))
    return tmp_path


def test_the_lock_is_installed_once_offline_first_and_runs_no_scripts(elsewhere: Path) -> None:
    assert judges.main() == judges.main() == 0
    calls = (elsewhere / "npm").read_text(encoding="utf-8").splitlines()
    assert calls == ["ci --prefer-offline --ignore-scripts --no-audit --no-fund --loglevel=error"]
    (elsewhere / "judges" / "package-lock.json").write_text('{"packages": {}}', encoding="utf-8")
    assert judges.main() == 0
    assert len((elsewhere / "npm").read_text(encoding="utf-8").splitlines()) == 2


def test_an_installation_that_fails_is_tried_again_the_next_time(
    elsewhere: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    program(elsewhere / "bin" / "npm", NPM.format(log=elsewhere / "npm", status=1))
    assert judges.main() == 1
    assert "connect, try again" in capsys.readouterr().err
    assert not judges.installed()


@pytest.mark.parametrize("said", ["v18.20.4", "nonsense", ""])
def test_an_old_or_broken_node_is_passed_over_and_the_message_says_what_is_needed(
    elsewhere: Path, said: str, capsys: pytest.CaptureFixture[str]
) -> None:
    program(elsewhere / "bin" / "node", f"#!/bin/sh\necho {said}\n")
    assert judges.main() == 1
    assert "the tests need Node.js 20.19 or newer with npm" in capsys.readouterr().err


def test_the_node_that_python_packages_bring_along_serves_where_the_machine_has_none(
    elsewhere: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", "/nowhere")
    monkeypatch.setattr(judges, "BROUGHT_ALONG", elsewhere / "bin")
    assert judges.node() == elsewhere / "bin" / "node"
    assert judges.surroundings()["PATH"] == f"{elsewhere / 'bin'}{os.pathsep}/nowhere"


def test_node_comes_with_the_locked_python_packages(monkeypatch: pytest.MonkeyPatch) -> None:
    assert (judges.BROUGHT_ALONG / "npm").exists()
    assert judges.version(judges.BROUGHT_ALONG / "node") >= judges.OLDEST_NODE
    monkeypatch.setenv("PATH", "/nowhere")
    done = subprocess.run(
        [*judges.npm(), "--version"], env=judges.surroundings(), capture_output=True, text=True, check=True
    )
    assert int(done.stdout.split(".")[0]) >= 10


def test_every_judge_is_pinned_and_hashed_and_the_lock_names_no_address() -> None:
    lock = json.loads((judges.JUDGES / "package-lock.json").read_text(encoding="utf-8"))["packages"]
    wanted = json.loads((judges.JUDGES / "package.json").read_text(encoding="utf-8"))["devDependencies"]
    assert [name for name, each in wanted.items() if lock[f"node_modules/{name}"]["version"] != each] == []
    parts = {path: each for path, each in lock.items() if path}
    assert [path for path, each in parts.items() if not each.get("integrity", "").startswith("sha512-")] == []
    assert [path for path, each in parts.items() if "resolved" in each or each.get("hasInstallScript")] == []


def test_the_judges_are_installed_as_the_lock_says() -> None:
    assert judges.installed(), "run make setup-judges (make test does)"
