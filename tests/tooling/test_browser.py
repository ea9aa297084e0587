"""The browser of the tests is there, or the message says what to install."""

import os
from pathlib import Path

import pytest

from tools.environment import browser


def test_nothing_is_done_where_both_are_there(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(browser, "PACKAGES", {"chromium": tmp_path, "fonts-noto-cjk": tmp_path})
    monkeypatch.setenv("PATH", "")
    assert browser.main() == 0


def test_somebody_who_may_not_install_is_told_what_is_missing(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    missing = tmp_path / "not there"
    monkeypatch.setattr(browser, "PACKAGES", {"chromium": missing, "fonts-noto-cjk": missing})
    monkeypatch.setattr(os, "geteuid", lambda: 1000)
    assert browser.main() == 1
    assert "apt-get install chromium fonts-noto-cjk" in capsys.readouterr().err


def test_only_what_is_missing_is_named(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(browser, "PACKAGES", {"chromium": tmp_path, "fonts-noto-cjk": tmp_path / "not there"})
    monkeypatch.setenv("PATH", "")
    assert browser.main() == 1
    assert "apt-get install fonts-noto-cjk\n" in capsys.readouterr().err


def test_an_installation_that_fails_is_reported(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    apt = tmp_path / "apt-get"
    apt.write_text("#!/bin/sh\nexit 100\n", encoding="utf-8")
    apt.chmod(0o755)
    monkeypatch.setattr(browser, "PACKAGES", {"chromium": tmp_path / "not there"})
    monkeypatch.setattr(os, "geteuid", lambda: 0)
    monkeypatch.setenv("PATH", str(tmp_path))
    assert browser.main() == 1
    assert "apt-get update failed" in capsys.readouterr().err
