"""`make setup`: exactly what the locks name, from where pip is told to fetch, and nothing done twice."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from tools.environment import install

UNREACHABLE = {"ALL_PROXY": "http://127.0.0.1:9", "HTTPS_PROXY": "http://127.0.0.1:9", "PIP_NO_INDEX": "1"}


@pytest.fixture
def elsewhere(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A project of its own, with locks and nothing installed."""
    for use in install.LOCKS:
        (tmp_path / f"{use}.lock").write_text(f"# {use}\n", encoding="utf-8")
    monkeypatch.setattr(install, "VENV", tmp_path / ".venv")
    monkeypatch.setattr(install, "INSTALLED", tmp_path / ".venv" / "installed.json")
    monkeypatch.setattr(install, "LOCKS", {use: tmp_path / f"{use}.lock" for use in install.LOCKS})
    return tmp_path


@pytest.mark.parametrize("use", ["run", "dev"])
def test_what_is_installed_is_not_installed_again_and_needs_no_network(use: str) -> None:
    program = [sys.executable, str(install.__file__), use]
    done = subprocess.run(
        program, env={**os.environ, **UNREACHABLE}, capture_output=True, text=True, check=False
    )
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")


def test_an_environment_counts_as_installed_only_while_its_python_starts(elsewhere: Path) -> None:
    python = elsewhere / ".venv" / "bin" / "python"
    python.parent.mkdir(parents=True)
    record = {"run": install.digest(elsewhere / "run.lock")}
    install.INSTALLED.write_text(json.dumps(record), encoding="utf-8")
    assert install.installed() == {}
    python.symlink_to(sys.executable)
    assert install.installed() == record
    python.unlink()
    python.symlink_to("/bin/false")
    assert install.installed() == {}


def test_a_record_that_was_half_written_counts_for_nothing(elsewhere: Path) -> None:
    python = elsewhere / ".venv" / "bin" / "python"
    python.parent.mkdir(parents=True)
    python.symlink_to(sys.executable)
    install.INSTALLED.write_text('{"run": "ab', encoding="utf-8")
    assert install.installed() == {}


def test_another_python_is_refused_by_its_version(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(sys, "version_info", (3, 9, 2))
    assert install.main(["run"]) == 1
    assert "Python 3.11 is needed, this is 3.9.2" in capsys.readouterr().err


def test_an_unknown_use_is_refused(capsys: pytest.CaptureFixture[str]) -> None:
    assert install.main(["everything"]) == 2
    assert "run|dev" in capsys.readouterr().err


def test_the_index_and_certificate_that_pip_uses_are_handed_over(monkeypatch: pytest.MonkeyPatch) -> None:
    for variable in set(install.HANDED_OVER.values()):
        monkeypatch.delenv(variable, raising=False)
    monkeypatch.setenv("PIP_INDEX_URL", "mirror.example/simple")
    monkeypatch.setenv("PIP_FIND_LINKS", "/wheels /more-wheels")
    monkeypatch.setenv("PIP_CERT", "/certificates.pem")
    handed = install.pip_settings()
    assert handed["UV_DEFAULT_INDEX"] == "mirror.example/simple"
    assert handed["UV_FIND_LINKS"] == "/wheels,/more-wheels"
    assert handed["SSL_CERT_FILE"] == "/certificates.pem"


def test_what_uv_is_told_already_stays(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PIP_INDEX_URL", "mirror.example/simple")
    monkeypatch.setenv("UV_DEFAULT_INDEX", "other.example/simple")
    assert "UV_DEFAULT_INDEX" not in install.pip_settings()


def test_a_step_that_fails_names_the_remedy() -> None:
    with pytest.raises(install.Unready, match="Without a network: connect, try again"):
        install.run(["/bin/false"], {})
