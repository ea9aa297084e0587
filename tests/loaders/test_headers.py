"""A header is found by what its words mean, wherever it stands and however it is cut up."""

import pytest

from loaders.headers import header_key, may_be_header, recognise_header
from loaders.rosters import ROSTERS
from loaders.sheets.workbook import Merge
from tests.loaders.sheet_made import sheet

KINDS = tuple(ROSTERS)


@pytest.mark.parametrize(
    "text", ["企业名称", " 企业 名称 ", "企业\n名称", "*企业名称", "企业名称：", "企业名称　"]
)
def test_blanks_line_breaks_and_marks_do_not_change_a_header(text: str) -> None:
    assert header_key(text) == "企业名称"


def test_one_word_may_be_data_two_may_be_a_header() -> None:
    assert not may_be_header(["企业名称", "福绵甲公司"])
    assert may_be_header([None, "企业名称", "职工人数（人）"])


def test_a_remark_in_brackets_does_not_hide_a_header() -> None:
    header = recognise_header(sheet("企业名称（全称）,所属乡镇,职工人数（人）"), 0, (), KINDS)
    assert header is not None
    assert header.columns == [{"name": [0], "employees": [2], "division": [1]}]


@pytest.mark.parametrize(
    ("texts", "kind"),
    [
        ("企业名称,统一社会信用代码,所属乡镇,职工人数", "ENTERPRISES"),
        ("党组织代码,党组织名称,组建方式,书记,届满时间", "BRANCHES"),
        ("工会名称,建会时间,会员数,主席", "UNIONS"),
        ("姓名,性别,派出单位,政治面貌,来源", "CADRES"),
        ("姓名,派出单位,担任职务,派驻企业,任期,后盾单位", "DISPATCHES"),
        ("姓名,所在企业,入党时间,所在党组织,人员类别", "MEMBERS"),
        ("姓名,所在企业,递交入党申请书时间,确定为入党积极分子时间", "CULTIVATION"),
        ("编号,企业名称,提出时间,诉求类别,诉求内容,反映渠道", "REQUESTS"),
        ("编号,活动时间,活动名称,活动类型,活动对象,牵头人,人次", "ACTIVITIES"),
        ("区划代码,区划名称,级别,上级区划", "DIVISIONS"),
    ],
)
def test_the_kind_follows_from_the_header(texts: str, kind: str) -> None:
    header = recognise_header(sheet(texts), 0, (), KINDS)
    assert header is not None
    assert (header.roster.kind.name, header.confidence) == (kind, 1.0)


def test_a_subheader_under_a_merged_header_belongs_to_it() -> None:
    made = sheet(
        ["姓名", "递交入党申请书时间", "培养联系人", None, "所在企业"],
        [None, None, "1", "2", None],
        ["张三", "2021-05", "李四", "王五", "福绵甲公司"],
        merged=(Merge(0, 2, 0, 3), Merge(0, 0, 1, 0)),
    )
    header = recognise_header(made, 0, (), KINDS)
    assert header is not None
    assert (header.first, header.last) == (0, 1)
    assert header.columns[0]["contacts"] == [2, 3]


def test_a_csv_has_no_merged_cells_and_its_subheader_is_seen_by_the_gap() -> None:
    header = recognise_header(
        sheet("姓名,递交入党申请书时间,培养联系人,,所在企业", ",,1,2,", "张三,2021-05,李四,,甲"), 0, (), KINDS
    )
    assert header is not None
    assert header.last == 1


def test_the_row_below_a_plain_header_is_data() -> None:
    header = recognise_header(sheet("企业名称,所属乡镇,职工人数", "福绵甲公司,福绵镇,10"), 0, (), KINDS)
    assert header is not None
    assert header.last == 0


def test_names_side_by_side_are_two_blocks() -> None:
    header = recognise_header(sheet("姓名,单位,签名,姓名,单位,签名"), 0, ("签到表", "活动编号：HD1"), KINDS)
    assert header is not None
    assert header.roster.kind.name == "ATTENDANCE"
    assert [block["person.name"] for block in header.columns] == [[0], [3]]


def test_what_has_no_meaning_is_ignored_by_name_and_the_rest_is_reported() -> None:
    header = recognise_header(sheet("序号,企业名称,所属乡镇,职工人数,幸运数字,备注"), 0, (), KINDS)
    assert header is not None
    assert header.ignored == [(4, "幸运数字")]


def test_a_header_without_what_its_kind_needs_is_none() -> None:
    assert recognise_header(sheet("企业名称,备注"), 0, (), KINDS) is None
