"""What holds for every shipped code table."""

import pytest

from schema.codes import INDEX, TABLES
from schema.codes.code_table import CodeTable, plain

every_table = pytest.mark.parametrize("table", TABLES, ids=lambda table: table.name)


def test_the_index_lists_every_table_and_the_calendar_with_its_rows() -> None:
    assert {each.name: each.rows for each in INDEX} == {
        "divisions": 9,
        "industry_sections": 20,
        "industry_divisions": 97,
        "industry_classes": 157,
        "ownership": 8,
        "sizes": 5,
        "topics": 18,
        "posts": 2,
        "stages": 10,
        "nationalities": 56,
        "education": 40,
        "political_status": 13,
        "working_days": 23,
    }


def test_the_index_says_title_edition_and_source_in_both_languages() -> None:
    for each in INDEX:
        assert each.edition
        for text in (each.title, each.source):
            assert text.zh
            assert text.en.isascii()


@every_table
def test_codes_and_words_are_unique_and_lead_to_their_row(table: CodeTable) -> None:
    codes = [row.code for row in table]
    assert len(set(codes)) == len(codes) == len(table)
    for row in table:
        assert table.get(row.code) is row
        for word in (row.code, row.name.zh, *row.words):
            assert table.from_word(word) is row


@every_table
def test_no_cell_has_blanks_around_it_and_every_name_is_bilingual(table: CodeTable) -> None:
    for row in table:
        for text in (row.code, row.name.zh, row.name.en, *row.words, *row.facts.values()):
            assert text == text.strip()
        assert row.name.zh
        assert row.name.en
        assert not set("一二三四五六七八九十中国").intersection(row.name.en)


@every_table
def test_a_code_or_word_that_a_table_lacks_is_answered_with_none(table: CodeTable) -> None:
    assert table.get("没有这个代码") is None
    assert table.from_word("没有这个说法") is None
    assert table.from_word("") is None
    assert table.search("") == ()


def test_widths_blanks_and_brackets_do_not_matter() -> None:
    assert plain(" 有限 责任公司（国有独资）") == plain("有限责任公司(国有独资)")
    assert plain("８３１０") == "8310"


def test_a_table_with_a_code_or_a_word_for_two_rows_is_refused(
    tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path_factory.mktemp("tables")
    monkeypatch.setattr("schema.codes.code_table.__file__", str(folder / "code_table.py"))
    text = INDEX[0].title
    for rows in ("A,甲,a,\nA,乙,b,\n", "A,甲,a,丙\nB,乙,b,丙\n"):
        (folder / "wrong.csv").write_text("code,zh,en,words\n" + rows, encoding="utf-8")
        with pytest.raises(ValueError, match="twice"):
            CodeTable.read("wrong", title=text, edition="1", source=text)
