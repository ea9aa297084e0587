"""What is looked for becomes a pattern of all the ways to write it."""

import pyarrow as pa  # type: ignore[import-untyped] # pyarrow ships no types
import pyarrow.compute as pc  # type: ignore[import-untyped] # pyarrow ships no types
import pytest

from graph_api.questions.search.spelling import BLANK, folded, pattern


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("ＡＢＣ（福绵）", "abc(福绵)"),
        (" 福绵　 水洗 ", "福绵 水洗"),
        ("Straße", "strasse"),
        ("㎏", "kg"),
        ("\t\n", ""),
    ],
)
def test_a_text_has_one_spelling_that_stands_for_all(text: str, plain: str) -> None:
    assert folded(text) == plain


@pytest.mark.parametrize(
    ("looked_for", "stored"),
    [
        ("abc", "ＡＢｃ"),
        ("(福绵)", "（福绵）"),
        ("5kg", "５㎏"),
        ("第1", "第①"),
        ("a.b", "Ａ．ｂ"),
        ("[x]^-\\", "［Ｘ］＾－＼"),
    ],
)
def test_a_pattern_finds_every_way_to_write_it(looked_for: str, stored: str) -> None:
    found = pc.match_substring_regex(pa.array([stored, looked_for]), pattern(folded(looked_for)))
    assert found.to_pylist() == [True, True]


def test_no_character_of_a_text_is_an_instruction() -> None:
    texts = pa.array(["福绵", "a.c", "abc", "", "a*"])
    assert pc.match_substring_regex(texts, pattern(".")).to_pylist() == [False, True, False, False, False]
    assert pc.match_substring_regex(texts, pattern("a*")).to_pylist() == [False, False, False, False, True]


def test_each_blank_of_any_width_stands_between_words() -> None:
    texts = pa.array(["a b", "a　b", "a\tb", "a\u2003b", "ab"])
    assert pc.match_substring_regex(texts, f"a{BLANK}+b").to_pylist() == [True, True, True, True, False]
