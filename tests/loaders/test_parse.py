"""From the cells of a recognised table to what each row states."""

from loaders.outcome import Message
from loaders.parse import ParsedRow, check_totals, column_letter, parse
from loaders.recognise import Table, recognise
from loaders.sheets.workbook import Format, Merge, Note, Sheet
from tests.loaders.sheet_made import sheet, workbook


def table(made: Sheet) -> Table:
    (one,) = recognise(workbook(made)).tables
    return one


def parsed(made: Sheet, file_format: Format = Format.XLSX) -> list[ParsedRow]:
    return list(parse(table(made), file_format, lambda number: f"hash of {len(number)}"))


def codes(messages: list[Message]) -> list[str]:
    return [each.finding.code for each in messages]


def test_a_row_states_nodes_ties_and_what_was_observed() -> None:
    (row,) = parsed(sheet("企业名称,所属乡镇,职工人数,是否建立党组织", "福绵甲公司,福绵镇,约50,否"))
    (enterprise,) = row.facts.about
    assert enterprise.fields == {"name": "福绵甲公司"}
    assert enterprise.observed == {"employees": 50, "employees_bound": "ABOUT", "has_branch": False}
    assert [(tie.relation, tie.target.means) for tie in row.facts.ties] == [("division", "福绵镇")]


def test_merged_cells_fill_references_and_never_counts() -> None:
    made = sheet(
        ["所属乡镇", "企业名称", "职工人数"], ["福绵镇", "甲", "10"], [None, "乙", None],
        merged=(Merge(1, 0, 2, 0), Merge(1, 2, 2, 2)),
    )  # fmt: skip
    first, second = parsed(made)
    assert [tie.target.means for row in (first, second) for tie in row.facts.ties] == ["福绵镇", "福绵镇"]
    assert second.facts.about[0].observed == {}


def test_a_blank_group_cell_in_csv_stays_unknown_with_a_warning_that_names_it() -> None:
    made = sheet("所属乡镇,企业名称,职工人数", "福绵镇,甲,10", ",乙,20", "成均镇,丙,30")
    first, second, third = parsed(made, Format.CSV)
    assert [codes(row.warnings) for row in (first, second, third)] == [[], ["MERGED_GROUP_BLANK"], []]
    assert (second.warnings[0].row, second.warnings[0].column) == (3, "A 所属乡镇")
    assert second.facts.ties == []


def test_a_blank_cell_is_no_group_where_the_column_repeats_itself_or_the_file_has_merged_cells() -> None:
    repeating = sheet("所属乡镇,企业名称,职工人数", "福绵镇,甲,10", "福绵镇,乙,20", ",丙,30")
    assert [row.warnings for row in parsed(repeating, Format.CSV)] == [[], [], []]
    blank = sheet("所属乡镇,企业名称,职工人数", "福绵镇,甲,10", ",乙,20")
    assert [row.warnings for row in parsed(blank, Format.XLSX)] == [[], []]


def test_ditto_repeats_the_cell_above() -> None:
    rows = parsed(sheet("所属乡镇,企业名称,职工人数", "福绵镇,甲,10", "同上,乙,20", "〃,丙,30"))
    assert [tie.target.means for row in rows for tie in row.facts.ties] == ["福绵镇"] * 3


def test_a_key_that_cannot_be_read_rejects_the_row_another_cell_only_warns() -> None:
    key, other = parsed(
        sheet(
            "企业名称,统一社会信用代码,所属乡镇,职工人数",
            "甲,91450903MA5K000001,福绵镇,10",
            "乙,,福绵镇,很多",
        )
    )
    assert codes(key.rejections) == ["USCC_CHECK"]
    assert (codes(other.rejections), codes(other.warnings)) == ([], ["COUNT_UNREADABLE"])


def test_a_row_without_its_name_is_rejected_with_the_header_to_fill_in() -> None:
    (row,) = parsed(sheet("企业名称,所属乡镇,职工人数", ",福绵镇,10"))
    assert codes(row.rejections) == ["CELL_REQUIRED"]
    assert "企业名称" in row.rejections[0].finding.message.zh


def test_a_message_names_sheet_row_column_and_masks_what_is_personal() -> None:
    made = sheet("姓名,身份证号,派出单位,政治面貌", "张三,450903198001010010,甲局,中共党员")
    (row,) = parsed(made)
    (message,) = row.rejections
    assert (message.sheet, message.row, message.column, message.value) == ("表", 2, "B 身份证号", "***")


def test_struck_cells_are_read_with_a_warning() -> None:
    made = sheet("企业名称,所属乡镇,职工人数", "甲,福绵镇,10")
    made.notes[1, 2] = Note.STRUCK
    (row,) = parsed(made)
    assert row.facts.about[0].observed == {"employees": 10, "employees_bound": None}
    assert codes(row.warnings) == ["STRUCK_THROUGH"]


def test_an_identity_number_leaves_only_its_hash() -> None:
    (row,) = parsed(sheet("姓名,身份证号,派出单位,政治面貌", "张三,11010519491231002X,甲局,中共党员"))
    person = next(each for each in row.facts.mentions if each.types == ("Person",))
    assert person.fields["id_hash"] == "hash of 18"
    assert "11010519491231002X" not in repr(row.facts)


def test_two_blocks_side_by_side_are_read_as_rows_of_their_own() -> None:
    made = sheet(
        "签到表 活动编号：HD001", "姓名,单位,签名,姓名,单位,签名", "张三,甲局,,李四,乙局,", "王五,甲局,,,,"
    )
    rows = parsed(made)
    assert [(row.index, row.block) for row in rows] == [(2, 0), (3, 0), (2, 1)]


def test_a_total_that_is_not_the_sum_warns() -> None:
    right = table(sheet("企业名称,所属乡镇,职工人数", "甲,福绵镇,10", "乙,福绵镇,20", "合计,,30"))
    wrong = table(sheet("企业名称,所属乡镇,职工人数", "甲,福绵镇,10", "乙,福绵镇,20", "合计,,31"))
    assert list(check_totals(right)) == []
    (message,) = check_totals(wrong)
    assert (message.row, message.value, message.finding.code) == (4, "31", "TOTAL_DISAGREES")


def test_columns_are_lettered_as_a_spreadsheet_does() -> None:
    assert [column_letter(number) for number in (0, 25, 26, 701, 702)] == ["A", "Z", "AA", "ZZ", "AAA"]
