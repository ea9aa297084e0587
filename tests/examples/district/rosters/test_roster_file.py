"""Roster files of every format."""

from pathlib import Path

from examples.district.days import day
from examples.district.rosters.page import Dated, Page, Struck
from examples.district.rosters.roster_file import RosterFile
from loaders.rosters.roster import RosterKind
from loaders.sheets.read import read_workbook
from loaders.sheets.workbook import Note


def page() -> Page:
    made = Page("甲")
    made.line("标题", wide=3)
    made.row(["001", 5, Dated(day(2022, 8, 2).first)])
    made.row([Struck("旧"), "=1+1", Dated(day(2022, 8, 1).first, whole=False)])
    made.hidden_rows = {2}
    return made


def test_each_format_says_the_same(tmp_path: Path) -> None:
    for name in ("甲.xlsx", "甲.xls", "甲.csv"):
        file = RosterFile(name, (RosterKind.PARKS,), (page(),), "", "")
        workbook = read_workbook(file.write(tmp_path))
        rows = workbook.sheets[0].rows
        assert rows[0][0] == "标题"
        assert str(rows[1][0]) == "001"
        assert str(rows[2][1]) == "=1+1"
        assert file.rows == 2


def test_a_workbook_keeps_strikes_hidden_rows_and_months(tmp_path: Path) -> None:
    path = RosterFile("甲.xlsx", (RosterKind.PARKS,), (page(),), "", "").write(tmp_path)
    sheet = read_workbook(path).sheets[0]
    assert Note.STRUCK in sheet.note(2, 0)
    assert Note.NO_DAY in sheet.note(2, 2)
    assert sheet.hidden_rows == {2}


def test_the_same_page_gives_the_same_bytes_and_the_encoding_is_kept() -> None:
    files = [RosterFile("甲.xlsx", (RosterKind.PARKS,), (page(),), "", "") for _ in range(2)]
    assert files[0].bytes() == files[1].bytes()
    text = RosterFile("甲.csv", (RosterKind.PARKS,), (page(),), "", "", encoding="gb18030").bytes()
    assert text.decode("gb18030").startswith("标题")
