"""Tables in a workbook: which rows are data, which day they speak of (R1 to R5)."""

import pytest

from loaders.recognise import Recognised, recognise
from loaders.refusals import KindContradictsFile, NoTable
from loaders.rosters.roster import RosterKind
from loaders.sheets.workbook import Merge
from tests.loaders.sheet_made import sheet, workbook

HEADER = "序号,企业名称,所属乡镇,职工人数"


def found(*rows: str) -> Recognised:
    return recognise(workbook(sheet(*rows)))


def test_title_lines_stand_above_and_the_header_on_row_four() -> None:
    seen = found(
        "附件1",
        "福绵区非公企业基本情况表",
        "填报单位（盖章）：,,填报日期：2022年7月31日",
        HEADER,
        "1,福绵甲公司,福绵镇,10",
    )
    (table,) = seen.tables
    assert (table.header.first, table.rows, str(table.day)) == (3, [4], "2022-07-31")
    assert seen.read == 5 == len(table.rows) + seen.non_data


NO_DATA = (
    "合计,,,30", "小计,,,30", "总计：,,,30", ",合计,,30", "注：数据截至7月底", "填表人：张某,,审核人：李某",
    "说明：略", "第1页 共2页", "1,示例,福绵镇,10", "例,福绵某公司,福绵镇,10", "甲,乙,1,2", "1,2,3,4",
    "（1）,（2）,（3）,（4）", ",,,", HEADER, "盖章：",
)  # fmt: skip


@pytest.mark.parametrize("row", NO_DATA)
def test_a_row_that_states_nothing_is_no_data(row: str) -> None:
    seen = found("填报日期：2022-07-31", HEADER, "1,福绵甲公司,福绵镇,10", row, "2,福绵乙公司,福绵镇,20")
    (table,) = seen.tables
    assert table.rows == [2, 4]
    assert seen.read == len(table.rows) + seen.non_data


def test_cells_beside_the_table_are_a_legend() -> None:
    (table,) = found(HEADER + ",,图例", "1,福绵甲公司,福绵镇,10,,", ",,,,,红色：停业").tables
    assert table.rows == [1]


@pytest.mark.parametrize(
    ("line", "day"),
    [
        ("填报日期：2022年7月31日", "2022-07-31"),
        ("填报时间: 2022.7", "2022-07"),
        ("统计时间：２０２２年８月", "2022-08"),
        ("（截至2022年6月30日）", "2022-06-30"),
        ("福绵区企业名册", None),
    ],
)
def test_the_day_is_that_of_the_line_that_names_it(line: str, day: str | None) -> None:
    (table,) = found(line, HEADER, "1,福绵甲公司,福绵镇,10").tables
    assert (str(table.day) if table.day else None) == day


def test_a_day_below_the_table_counts_too() -> None:
    (table,) = found(HEADER, "1,福绵甲公司,福绵镇,10", "填表人：某,,,填报日期：2022-07-31").tables
    assert str(table.day) == "2022-07-31"


def test_hidden_sheets_summaries_and_notes_are_named_and_not_read() -> None:
    data = sheet(HEADER, "1,福绵甲公司,福绵镇,10", name="企业")
    seen = recognise(
        workbook(
            data,
            sheet(HEADER, "1,福绵乙公司,福绵镇,10", name="备份", hidden=True),
            sheet(HEADER, "1,福绵丙公司,福绵镇,10", name="汇总"),
            sheet("请按要求填写", name="填表说明"),
            sheet("随手记", name="草稿"),
        )
    )
    assert [table.sheet.name for table in seen.tables] == ["企业"]
    assert seen.ignored_sheets == [
        ("备份", "HIDDEN"),
        ("汇总", "SUMMARY"),
        ("填表说明", "SUMMARY"),
        ("草稿", "NO_TABLE"),
    ]


def test_several_kinds_in_a_workbook_come_in_the_order_of_what_they_refer_to() -> None:
    seen = recognise(
        workbook(
            sheet(
                "姓名,派出单位,担任职务,派驻企业,任期", "张三,甲局,第一主席,甲公司,2022.06至今", name="选派"
            ),
            sheet("区划代码,区划名称,级别", "450903,福绵区,县级", name="区划"),
        )
    )
    assert [table.header.roster.kind for table in seen.tables] == [
        RosterKind.DIVISIONS,
        RosterKind.DISPATCHES,
    ]


def test_several_tables_on_a_sheet_are_each_recognised() -> None:
    seen = found(
        "区划代码,区划名称,级别",
        "450903,福绵区,县级",
        "",
        "园区名录",
        "园区编码,园区名称,所属乡镇",
        "P1,甲园,福绵镇",
    )
    assert [(table.header.roster.kind.name, table.rows) for table in seen.tables] == [
        ("DIVISIONS", [1]),
        ("PARKS", [5]),
    ]


def test_hidden_rows_and_merged_cells_stay_data() -> None:
    made = sheet(
        ["企业名称", "所属乡镇", "职工人数"],
        ["甲", "福绵镇", "1"],
        ["乙", None, "2"],
        merged=(Merge(1, 1, 2, 1),),
    )
    made.hidden_rows = frozenset({2})
    (table,) = recognise(workbook(made)).tables
    assert table.rows == [1, 2]


def test_a_file_without_any_roster_is_refused_by_name() -> None:
    with pytest.raises(NoTable, match=r"名册\.xlsx"):
        found("随手记", "买菜")


def test_a_kind_that_the_file_contradicts_is_refused() -> None:
    book = workbook(sheet(HEADER, "1,福绵甲公司,福绵镇,10"))
    assert recognise(book, RosterKind.ENTERPRISES).tables
    with pytest.raises(KindContradictsFile, match="工会"):
        recognise(book, RosterKind.UNIONS)
