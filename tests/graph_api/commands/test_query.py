"""`query` as an analyst types it: the same engine without a server, in the form that is asked for."""

import csv
import io
import json
import sys
from collections.abc import Callable
from pathlib import Path
from types import SimpleNamespace

import pytest

from graph_api.__main__ import main, read
from graph_api.commands import query
from graph_api.database.connection import Database
from graph_api.errors import BadFile
from graph_api.graphql.failures import BadInput, TooCostly
from graph_api.settings import Settings
from schema.errors import Exit
from tests.graph_api.graphql.district import DISTRICT

CARD = """query Card($code: String!, $asOf: Date) {
  enterprise(code: $code, asOf: $asOf) { code name employees phones division { name } }
}"""
ENT_10 = json.dumps({"code": "ENT-10"})


@pytest.fixture(autouse=True)
def quiet(monkeypatch: pytest.MonkeyPatch) -> None:
    """The run of tests keeps its own journal."""
    monkeypatch.setattr(query, "open_journal", lambda _: None)


@pytest.fixture
def district(database: Database) -> Database:
    with database.driver.session(database=database.name, notifications_min_severity="OFF") as session:
        session.run(DISTRICT).consume()
    return database


Asked = Callable[..., tuple[Exit, str]]
"""Asks a document on the district: how the command ends, and what it says on stderr."""


@pytest.fixture
def asked(
    district: Database, settings: Settings, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> Asked:
    def ask(text: str, *words: str) -> tuple[Exit, str]:
        assert district.name
        return run(settings, written(tmp_path, text), *words), capsys.readouterr().err

    return ask


def run(settings: Settings, *words: str) -> Exit:
    arguments, _ = read(["query", *words])
    return query.run(arguments, settings)


def written(folder: Path, text: str) -> str:
    file = folder / "query.graphql"
    file.write_text(text, encoding="utf-8")
    return str(file)


def test_json_is_the_whole_answer(
    district: Database, settings: Settings, tmp_path: Path, capfdbinary: pytest.CaptureFixture[bytes]
) -> None:
    words = [written(tmp_path, CARD), "--variables", ENT_10, "--as-of", "2022-08-15"]
    assert district.name
    assert run(settings, *words) is Exit.DONE
    answer = json.loads(capfdbinary.readouterr().out)
    assert answer["data"]["enterprise"] == {
        "code": "ENT-10", "name": "甲厂", "employees": 50, "phones": ["138****5678"],
        "division": {"name": "福绵镇"},
    }  # fmt: skip
    assert answer["extensions"]["revision"] == 7
    assert answer["extensions"]["asOf"] == {"enterprise": "2022-08-15"}
    assert answer["extensions"]["cost"] > 0


def test_csv_is_for_excel(
    district: Database, settings: Settings, tmp_path: Path, capfdbinary: pytest.CaptureFixture[bytes]
) -> None:
    text = '{ search(text: "甲厂", asOf: "2022-08-02") { edges { score node { code name } } } }'
    assert district.name
    assert run(settings, written(tmp_path, text), "--csv") is Exit.DONE
    out = capfdbinary.readouterr().out
    assert out.startswith(b"\xef\xbb\xbf")
    assert list(csv.reader(io.StringIO(out.decode("utf-8-sig"), newline=""))) == [
        ["score", "code", "name"],
        ["1.0", "ENT-10", "甲厂"],
        ["0.75", "PBR-30", "甲厂党支部"],
        ["0.75", "UNI-31", "甲厂工会"],
    ]


def test_a_table_names_the_day_and_the_revision(
    district: Database, settings: Settings, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    text = '{ divisions(first: 2, asOf: "2022-08-02") { totalCount nodes { code name } } }'
    assert district.name
    assert run(settings, written(tmp_path, text), "--table") is Exit.DONE
    out = capsys.readouterr().out
    assert "divisions  2022-08-02  2 / 3" in out
    assert "福绵区" in out
    assert "修订号 revision 7" in out


def test_a_document_comes_from_stdin_too(
    district: Database,
    settings: Settings,
    monkeypatch: pytest.MonkeyPatch,
    capfdbinary: pytest.CaptureFixture[bytes],
) -> None:
    monkeypatch.setattr(sys, "stdin", SimpleNamespace(buffer=io.BytesIO(CARD.encode())))
    assert district.name
    assert run(settings, "-", "--variables", ENT_10, "--json") is Exit.DONE
    assert json.loads(capfdbinary.readouterr().out)["data"]["enterprise"]["code"] == "ENT-10"


@pytest.mark.parametrize(
    ("text", "variables", "told"),
    [
        ("{ nothing }", "{}", "BAD_INPUT"),
        ("{ enterprise(", "{}", "BAD_INPUT"),
        (CARD, "{}", "BAD_INPUT"),
        (CARD, '{"code": "ENT-10", "asOf": "yesterday"}', "BAD_INPUT"),
        ('{ caseReport(division: "1") { asOf } }', "{}", "NOT_FOUND caseReport"),
    ],
)
def test_what_is_wrong_with_a_request_is_told_and_ends_with_2(
    asked: Asked, text: str, variables: str, told: str
) -> None:
    status, err = asked(text, "--variables", variables, "--table")
    assert status is Exit.USAGE
    assert told in err


def test_a_day_goes_only_to_a_document_that_takes_one(settings: Settings, tmp_path: Path) -> None:
    with pytest.raises(BadInput, match=r"\$asOf"):
        run(settings, written(tmp_path, "{ enterprises { totalCount } }"), "--as-of", "2022-08-02")


@pytest.mark.parametrize("variables", ["", "[]", "{", "1", '{"a": NaN}'])
def test_variables_are_a_json_object(settings: Settings, tmp_path: Path, variables: str) -> None:
    with pytest.raises(BadInput, match="JSON"):
        run(settings, written(tmp_path, CARD), "--variables", variables)


def test_a_file_that_is_missing_or_no_text_is_named(settings: Settings, tmp_path: Path) -> None:
    (tmp_path / "page.graphql").write_bytes(b"\xff\xfe{")
    for name in ("missing.graphql", "page.graphql"):
        with pytest.raises(BadFile, match=name):
            run(settings, str(tmp_path / name))


def test_a_document_beyond_a_limit_is_refused_before_any_work(settings: Settings, tmp_path: Path) -> None:
    requests = "requests(first: 500) { nodes { id code raisedOn channel rating } }"
    text = f"{{ enterprises(first: 500) {{ nodes {{ {requests} }} }} }}"
    with pytest.raises(TooCostly, match="cost"):
        run(settings, written(tmp_path, text))


def test_one_form_at_a_time(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        main(["query", "-", "--csv", "--json"])
    assert ended.value.code == Exit.USAGE
    assert "not allowed with" in capsys.readouterr().err
