"""CSV for Excel: the text arrives as it was, and nothing is reckoned with."""

import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph_api.reports.csv_text import csv_text, safe
from graph_api.reports.flat import Cell, Flat

TEXTS = st.text(st.characters(codec="utf-8", exclude_characters="\0"), max_size=8)


@pytest.mark.parametrize(
    "text",
    ["=1+1", "+1", "-1", "@a", "\ta", "\ra", "  =1", "　＝1", "＋1", "－1", "＠a", "\n=1"],
)
def test_what_a_spreadsheet_would_reckon_with_gets_an_apostrophe(text: str) -> None:
    assert safe(text) == f"'{text}"


@pytest.mark.parametrize(
    ("cell", "text"),
    [("甲厂", "甲厂"), ("1-2", "1-2"), ("", ""), (-5, "-5"), (-0.5, "-0.5"), (None, ""), (True, "true")],
)
def test_other_texts_and_numbers_stay(cell: Cell, text: str) -> None:
    assert safe(cell) == text


@given(st.lists(st.tuples(TEXTS, TEXTS), max_size=5))
def test_every_text_can_be_read_again(rows: list[tuple[str, str]]) -> None:
    made = csv_text([Flat("t", ("a", "b"), tuple(rows))])
    assert made.startswith(b"\xef\xbb\xbf")
    read = list(csv.reader(io.StringIO(made.decode("utf-8-sig"), newline="")))
    assert read[0] == ["a", "b"]
    assert [tuple(each) for each in read[1:]] == [(safe(one), safe(other)) for one, other in rows]


def test_several_tables_stand_below_one_another_under_their_names() -> None:
    made = csv_text([Flat("a", ("x",), ((1,),)), Flat("b", ("y",), ())]).decode("utf-8-sig")
    assert made == "a\r\nx\r\n1\r\n\r\nb\r\ny\r\n"
