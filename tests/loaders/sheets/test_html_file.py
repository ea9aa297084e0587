"""HTML tables, as office systems export them under the name .xls."""

from pathlib import Path

import pytest

from loaders.errors import HasDtd, TooLarge
from loaders.sheets.html_file import parse_html
from loaders.sheets.read import read_workbook
from loaders.sheets.workbook import Format, Merge, Note, Sheet
from tests.loaders.sheets.made_files import written


def sheet_of(text: str) -> Sheet:
    (parsed,) = parse_html(text, "x")
    parsed.sheet.rows = [row for chunk in parsed.chunks for row in chunk.rows]
    return parsed.sheet


PAGE = """<html xmlns:x="urn:schemas-microsoft-com:office:excel"><head>
<meta http-equiv=Content-Type content="text/html; charset=gb2312"><style>td {mso-number-format:"\\@"}</style>
<title>不算</title><!--[if gte mso 9]><xml><x:Name>不算</x:Name></xml><![endif]--></head><body>
<h3>福绵区企业名册</h3>
<table border=1><tr><th>企业名称</th><th>职工&nbsp;人数</th></tr>
<tr><td>甲公司 &amp; 乙</td><td>50</td></tr><tr><td>丙<br>公司<td>7</table></body></html>"""


@pytest.mark.parametrize("encoding", ["utf-8", "gb18030", "utf-16"])
def test_a_page_under_a_false_name_is_read(tmp_path: Path, encoding: str) -> None:
    workbook = read_workbook(written(tmp_path, "导出.xls", PAGE.encode(encoding)))
    assert workbook.format is Format.HTML
    (sheet,) = workbook.sheets
    assert sheet.name == "导出"
    assert sheet.rows == [
        ["福绵区企业名册"],
        ["企业名称", "职工 人数"],
        ["甲公司 & 乙", "50"],
        ["丙\n公司", "7"],
    ]


def test_spans_become_merged_ranges_and_keep_the_columns() -> None:
    sheet = sheet_of(
        "<table><tr><td rowspan=3>镇</td><td colspan=2>人</td></tr><tr><td>男</td><td>女</td></tr>"
        "<tr><td>1</td><td>2</td></tr><tr><td>丁</td></tr></table>"
    )
    assert sheet.rows == [["镇", "人", None], [None, "男", "女"], [None, "1", "2"], ["丁"]]
    assert sheet.merged == [Merge(0, 0, 2, 0), Merge(0, 1, 0, 2)]


def test_hidden_rows_and_strikes_are_noted() -> None:
    sheet = sheet_of(
        '<table><tr style="display: none"><td>藏</td></tr><tr><td>好</td><td><s>废</s></td></tr></table>'
    )
    assert sheet.hidden_rows == {0}
    assert sheet.notes == {(1, 1): Note.STRUCK}
    assert sheet.rows == [["藏"], ["好", "废"]]


def test_several_tables_stand_under_each_other() -> None:
    sheet = sheet_of("<p>甲表<table><tr><td>1</table>说明<table><tr><td>2<table><tr><td>内</table></table>")
    assert sheet.rows == [["甲表"], ["1"], ["说明"], ["2内"]]


def test_a_page_cannot_grow_by_its_spans() -> None:
    sheet = sheet_of("<table><tr><td rowspan=99999999 colspan=9>甲</td></tr></table>")
    assert sheet.merged == [Merge(0, 0, 0, 8)]
    with pytest.raises(TooLarge):
        sheet_of("<table><tr>" + "<td colspan=1000>甲</td>" * 20 + "</tr></table>")


def test_a_page_that_declares_entities_is_refused() -> None:
    with pytest.raises(HasDtd):
        sheet_of('<!DOCTYPE html [<!ENTITY a "b">]><table><tr><td>&a;</td></tr></table>')
