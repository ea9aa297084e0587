"""Pages."""

from examples.district.rosters.page import Column, Page

COLUMNS: tuple[Column[tuple[str, str]], ...] = (
    Column("镇", lambda each: each[0]),
    Column("1", lambda each: each[1], "联系人"),
    Column("2", lambda each: each[1], "联系人"),
)


def test_a_header_of_two_lines_merges_down_and_across() -> None:
    page = Page("甲")
    page.header(COLUMNS)
    assert page.rows == [["序号", "镇", "联系人", None], [None, None, "1", "2"]]
    assert sorted(page.merged) == [(0, 0, 1, 0), (0, 1, 1, 1), (0, 2, 0, 3)]


def test_what_is_repeated_down_a_column_is_merged_within_consecutive_rows() -> None:
    page = Page("甲")
    page.fill(COLUMNS, [("福绵镇", "a"), ("福绵镇", "b"), ("成均镇", "c")])
    page.line("注")
    page.row([4, "成均镇", "d", "d"], "UNKNOWN_REFERENCE")
    page.merge_down(1)
    assert [row[1] for row in page.rows if len(row) > 1] == ["福绵镇", None, "成均镇", "成均镇"]
    assert page.merged == [(0, 1, 1, 1)]
    assert [(each.row, each.code) for each in page.refusals] == [(5, "UNKNOWN_REFERENCE")]


def test_ditto_stands_for_what_is_above() -> None:
    page = Page("甲")
    page.line("标题", wide=3)
    page.blank()
    page.fill(COLUMNS[:1], [("福绵镇", ""), ("福绵镇", ""), ("成均镇", "")], numbered=False)
    page.ditto(0)
    assert [page.rows[row][0] for row in page.data] == ["福绵镇", "同上", "成均镇"]
