"""The command line: one entry, clear failures, exit statuses that scripts can rely on."""

import importlib
import sys
from argparse import Namespace
from types import SimpleNamespace

import pytest
from neo4j.exceptions import ServiceUnavailable

from graph_api import __main__ as entry
from graph_api.__main__ import main
from graph_api.commands import COMMANDS
from graph_api.errors import StoreHeld
from graph_api.settings import Settings
from schema.errors import Exit
from schema.text import Text


def fails_with(error: BaseException) -> SimpleNamespace:
    def run(_: Namespace, settings: Settings) -> Exit:
        assert isinstance(settings, Settings)
        raise error

    return SimpleNamespace(add=lambda _: None, run=run)


def command(monkeypatch: pytest.MonkeyPatch, module: object) -> None:
    monkeypatch.setattr(importlib, "import_module", lambda _: module)


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_explains_itself(name: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        main([name, "--help"])
    assert ended.value.code == 0
    assert name in capsys.readouterr().out


def test_the_help_lists_every_command(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        main(["--help"])
    out = capsys.readouterr().out
    assert [name for name in COMMANDS if name not in out] == []


@pytest.mark.parametrize("words", [[], ["unheard-of"], ["database"], ["database", "fly"]])
def test_bad_usage_ends_with_2(words: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        main(words)
    assert ended.value.code == Exit.USAGE
    assert "usage:" in capsys.readouterr().err


def test_a_command_is_imported_only_when_it_is_called(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in [each for each in sys.modules if each.startswith("graph_api.commands.")]:
        monkeypatch.delitem(sys.modules, name)
    with pytest.raises(SystemExit):
        main(["database", "--help"])
    loaded = {name for name in COMMANDS if f"graph_api.commands.{name.replace('-', '_')}" in sys.modules}
    assert loaded == {"database"}


@pytest.mark.parametrize(
    ("error", "status", "told"),
    [
        (StoreHeld(Text("占用", "it is held"), Text("等", "wait"), where="/data"), 3, "it is held [/data]"),
        (ServiceUnavailable("hush-hush"), 3, "the database does not answer"),
        (KeyboardInterrupt(), 130, ""),
    ],
)
def test_a_failure_is_told_and_never_traced(
    error: BaseException,
    status: int,
    told: str,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    command(monkeypatch, fails_with(error))
    assert main(["database"]) == status
    err = capsys.readouterr().err
    assert told in err
    assert "Traceback" not in err
    assert "hush-hush" not in err


def test_an_unknown_setting_ends_with_2_and_is_named(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("GRAPH_API_PROT", "8000")
    assert main(["database", "status"]) == Exit.USAGE
    assert "GRAPH_API_PROT" in capsys.readouterr().err


def test_a_fault_of_ours_is_not_hidden(monkeypatch: pytest.MonkeyPatch) -> None:
    command(monkeypatch, fails_with(ZeroDivisionError()))
    with pytest.raises(ZeroDivisionError):
        main(["database"])


def test_sigterm_ends_a_command_as_shells_expect() -> None:
    with pytest.raises(SystemExit) as ended:
        entry.leave(15, None)
    assert ended.value.code == 143
