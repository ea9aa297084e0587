"""The schema at the terminal: printed as it is committed, promised when a person says so."""

from argparse import Namespace
from pathlib import Path

import pytest
from graphql import build_schema

from graph_api.__main__ import main
from graph_api.commands import schema as command
from graph_api.commands.generate import FOLDER
from graph_api.graphql import breaking_changes
from graph_api.settings import Settings
from schema.errors import Exit


def test_what_is_printed_is_what_is_committed(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["schema", "print"]) == Exit.DONE
    out = capsys.readouterr().out
    assert out == (FOLDER / "schema.graphql").read_text(encoding="utf-8")
    assert build_schema(out).query_type is not None


def test_publishing_says_what_it_wrote(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(breaking_changes, "PUBLISHED", tmp_path / "published.graphql")
    monkeypatch.setattr(breaking_changes, "LISTED", tmp_path / "breaking_changes.txt")
    assert command.run(Namespace(act="publish"), Settings()) is Exit.DONE
    assert "published.graphql" in capsys.readouterr().err
    assert (tmp_path / "published.graphql").stat().st_size > 0


def test_an_act_must_be_named(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        main(["schema"])
    assert ended.value.code == Exit.USAGE
    assert "ACT" in capsys.readouterr().err
