"""R6, R30, R35: CSV in every encoding and separator, its rows numbered as a spreadsheet shows them."""

import codecs
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from loaders.errors import Garbage, Refused, Truncated
from loaders.sheets.csv_file import parse_csv
from loaders.sheets.encoding import decoded
from loaders.sheets.read import read_workbook
from loaders.sheets.workbook import Format
from tests.loaders.sheets.made_files import written

TEXT = "企业名称,职工人数\r\n甲公司,50\r\n乙公司,7\r\n"
ROWS = [["企业名称", "职工人数"], ["甲公司", "50"], ["乙公司", "7"]]


def rows_of(text: str) -> list[list[str | None]]:
    return [row for parsed in parse_csv(text, "x") for chunk in parsed.chunks for row in chunk.rows]


@pytest.mark.parametrize(
    "data",
    [
        TEXT.encode(),
        codecs.BOM_UTF8 + TEXT.encode(),
        TEXT.encode("gbk"),
        TEXT.encode("gb18030"),
        codecs.BOM_UTF16_LE + TEXT.encode("utf-16-le"),
        codecs.BOM_UTF16_BE + TEXT.encode("utf-16-be"),
        TEXT.encode("utf-16-le"),
        TEXT.encode("utf-16-be"),
        TEXT.encode() + b"\x1a",
    ],
    ids=[
        "utf8",
        "utf8-bom",
        "gbk",
        "gb18030",
        "utf16le",
        "utf16be",
        "utf16le-bare",
        "utf16be-bare",
        "ctrl-z",
    ],
)
@pytest.mark.parametrize("name", ["名册.csv", "名册.xls", "名册.xlsx", "名册"])
def test_content_decides_and_not_the_name(tmp_path: Path, data: bytes, name: str) -> None:
    workbook = read_workbook(written(tmp_path, name, data))
    assert workbook.format is Format.CSV
    assert workbook.file == name
    assert [(sheet.name, sheet.rows) for sheet in workbook.sheets] == [("名册", ROWS)]


@pytest.mark.parametrize("separator", [",", "\t", ";"], ids=["comma", "tab", "semicolon"])
@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"], ids=["lf", "crlf", "cr"])
def test_every_separator_and_line_end(separator: str, end: str) -> None:
    assert rows_of(TEXT.replace(",", separator).replace("\r\n", end)) == ROWS


def test_a_comma_inside_a_cell_does_not_win_over_the_tab() -> None:
    text = "名称\t范围\n甲\t裁剪,缝制,水洗\n乙\t印染,后整\n"
    assert rows_of(text)[1] == ["甲", "裁剪,缝制,水洗"]


def test_a_declared_separator_is_no_row() -> None:
    assert rows_of("sep=;\n名称;人数\n甲,乙;5\n") == [["名称", "人数"], ["甲,乙", "5"]]


def test_rows_are_numbered_as_a_spreadsheet_shows_them() -> None:
    rows = rows_of('标题\n\n名称,"备注\n(两行)"\n甲,"一\n二\n三"\n,\n乙,四\n')
    assert rows[0] == ["标题"]
    assert rows[1] == []
    assert rows[2] == ["名称", "备注\n(两行)"]
    assert rows[3] == ["甲", "一\n二\n三"]
    assert rows[4] == [None, None]
    assert rows[5] == ["乙", "四"]


def test_cells_that_look_like_formulas_are_texts() -> None:
    assert rows_of('="007",=1+1,+86,-5,@甲,"=""0,1"""\n') == [["007", "=1+1", "+86", "-5", "@甲", "0,1"]]


def test_a_text_that_goes_on_after_its_quote_is_read_as_a_spreadsheet_shows_it() -> None:
    assert rows_of('名称,人数\n"三叶"电子厂,5\n乙,6\n') == [
        ["名称", "人数"],
        ["三叶电子厂", "5"],
        ["乙", "6"],
    ]


@pytest.mark.parametrize(
    ("data", "refusal", "says"),
    [
        ('名称,人数\n"甲,5\n乙,6\n'.encode(), Truncated, "第 2 行"),
        ('名称,人数\n"三叶"电子厂,5\n"乙,6\n丙,7\n'.encode(), Truncated, "第 3 行"),
        ("名称,甲公司".encode()[:-1], Truncated, "第 14 字节"),
        ("名称,甲公司".encode("gbk")[:-1], Truncated, "第 10 字节"),
        (codecs.BOM_UTF16_LE + "名称".encode("utf-16-le")[:-1], Truncated, "第 3 字节"),
        ("名称,甲\x00公司".encode(), Garbage, "控制字符"),
        (bytes(range(128, 256)) * 4, Garbage, "GB18030"),
    ],
    ids=["open quote", "open quote later", "utf8 cut", "gbk cut", "utf16 cut", "control", "high bytes"],
)
def test_what_cannot_be_read_is_refused_with_the_place(
    tmp_path: Path, data: bytes, refusal: type[Refused], says: str
) -> None:
    with pytest.raises(refusal) as refused:
        read_workbook(written(tmp_path, "名册.csv", data))
    assert says in refused.value.what.zh
    assert refused.value.where == "名册.csv"


texts = st.text(
    st.characters(codec="gb18030", exclude_categories=["Cc", "Cs", "Cn", "Co"]), min_size=1, max_size=40
)


@given(texts, st.sampled_from(["utf-8", "utf-8-sig", "utf-16"]))
def test_any_text_decodes_back(text: str, encoding: str) -> None:
    assert decoded(text.encode(encoding)) == text.removeprefix("\ufeff")


cells = st.text("甲乙12,;\t\"'\n =", max_size=6)


@given(st.lists(st.lists(cells, min_size=2, max_size=4), min_size=1, max_size=6))
def test_a_quoted_table_reads_back(table: list[list[str]]) -> None:
    text = "".join(",".join('"' + cell.replace('"', '""') + '"' for cell in row) + "\n" for row in table)
    assert rows_of("sep=,\n" + text) == [[cell or None for cell in row] for row in table] or any(
        '="' in cell for row in table for cell in row
    )
