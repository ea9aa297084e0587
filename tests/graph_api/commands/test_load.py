"""`load` as a clerk types it: what is printed, where, and how the command ends."""

import json
import os
from argparse import Namespace
from pathlib import Path

import pytest

from graph_api.__main__ import main, read
from graph_api.commands import load
from graph_api.database.connection import Database
from graph_api.settings import Settings
from schema.errors import Exit

PLACES = "区划代码,区划名称,级别,上级区划\n450903,福绵区,县级,\n450903107,福绵镇,镇,450903\n"
GOOD = "填报日期：2022-07-31\n企业名称,所属乡镇,职工人数,幸运数字\n福绵甲公司,福绵镇,10,7\n"
BAD = GOOD + "福绵乙公司,无名镇,10,\n"


@pytest.fixture
def folder(database: Database, tmp_path: Path) -> Path:  # noqa: ARG001 - only asked for to be empty
    """A folder with rosters, beside an empty database."""
    for name, text in {"区划.csv": PLACES, "好.csv": GOOD, "坏.csv": BAD, "空.csv": ""}.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    (tmp_path / "图.xlsx").write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(200))
    return tmp_path


def run(settings: Settings, *words: str) -> Exit:
    arguments, _ = read(["load", *words])
    assert isinstance(arguments, Namespace)
    return load.run(arguments, settings)


def test_a_table_tells_what_happened_and_the_status_whether_rows_were_rejected(
    folder: Path, settings: Settings, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(settings, str(folder / "区划.csv"), str(folder / "好.csv")) is Exit.DONE
    printed = capsys.readouterr().out
    assert "新增 loaded 1" in printed
    assert "修订号 revision 2" in printed
    assert "未用的列 column not used: 好 D 幸运数字" in printed
    assert run(settings, str(folder / "坏.csv")) is Exit.ROWS_REJECTED
    printed = capsys.readouterr().out
    assert "拒绝 rejected 1" in printed
    assert "无名镇" in printed


def test_json_has_everything_and_nothing_else_is_printed(
    folder: Path, settings: Settings, capfdbinary: pytest.CaptureFixture[bytes]
) -> None:
    status = run(
        settings, "--json", "--by", "张科员", *(str(folder / f"{n}.csv") for n in ("区划", "坏", "空"))
    )
    assert status is Exit.USAGE
    places, bad, empty = json.loads(capfdbinary.readouterr().out)
    assert places["rows"] == {
        "read": 3,
        "loaded": 2,
        "changed": 0,
        "unchanged": 0,
        "rejected": 0,
        "non_data": 1,
    }
    (rejection,) = bad["rejections"]
    assert (rejection["sheet"], rejection["row"], rejection["value"]) == ("坏", 4, "无名镇")
    assert set(rejection["message"]) == set(rejection["remedy"]) == {"zh", "en"}
    assert bad["ignoredColumns"] == [{"sheet": "坏", "column": "D 幸运数字"}]
    assert empty["refusal"]["code"] == "FILE_EMPTY"


def test_a_dry_run_says_so_and_writes_nothing(
    folder: Path, settings: Settings, database: Database, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(settings, "--dry-run", str(folder / "区划.csv")) is Exit.DONE
    assert "试运行，未写入" in capsys.readouterr().out
    found, _, _ = database.driver.execute_query("MATCH (n:Entity) RETURN count(n)", database_=database.name)
    assert found[0][0] == 0


def test_strict_refuses_the_file_with_the_status_of_rejected_rows(
    folder: Path, settings: Settings, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(settings, str(folder / "区划.csv")) is Exit.DONE
    assert run(settings, "--strict", str(folder / "坏.csv")) is Exit.ROWS_REJECTED
    assert "未写入任何内容" in capsys.readouterr().err


def test_who_loads_is_known_even_where_the_machine_has_no_name_for_them(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def nameless() -> str:
        raise KeyError("getpwuid(): uid not found")

    assert load.user() != ""
    monkeypatch.setattr("getpass.getuser", nameless)
    assert load.user() == f"uid {os.getuid()}"


@pytest.mark.parametrize("name", ["没有.csv", "空.csv", "图.xlsx"])
def test_a_file_that_cannot_be_read_is_named_and_the_others_are_loaded(
    folder: Path, settings: Settings, capsys: pytest.CaptureFixture[str], name: str
) -> None:
    assert run(settings, str(folder / name), str(folder / "区划.csv")) is Exit.USAGE
    told = capsys.readouterr()
    assert f"[{name}]" in told.err
    assert "→" in told.err
    assert "新增 loaded 2" in told.out


@pytest.mark.parametrize(
    "words", [["load"], ["load", "--kind", "NONSENSE", "x.csv"], ["load", "--as-of", "gestern", "x.csv"]]
)
def test_bad_usage_ends_with_two(words: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        main(words)
    assert ended.value.code == int(Exit.USAGE)
    assert "usage" in capsys.readouterr().err
