import pytest

from schema.codes.page import BEGIN, END, PAGE, renewed


def test_the_committed_page_shows_the_tables_as_they_are() -> None:
    page = PAGE.read_text(encoding="utf-8")
    assert renewed(page) == page


def test_a_page_without_its_marks_is_refused_and_text_around_them_stays() -> None:
    with pytest.raises(ValueError, match="unpack"):
        renewed("no marks")
    page = renewed(f"before\n{BEGIN}old\n{END}after\n")
    assert page.startswith("before\n")
    assert page.endswith("after\n")
    assert "old" not in page
