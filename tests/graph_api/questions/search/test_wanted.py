"""How well a text answers: compared with plain string operations, and by example."""

import pyarrow as pa  # type: ignore[import-untyped] # pyarrow ships no types
import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph_api.projection.orders import TextIndex
from graph_api.questions.search.spelling import folded
from graph_api.questions.search.wanted import LONGEST, How, Wanted

TEXTS = st.text("福绵水洗aAＡbB（( 　.㎏kg1１", max_size=12)


def how(wanted: str, text: str) -> How | None:
    """What the rules say, without a pattern."""
    sought, plain = folded(wanted), folded(text)
    if sought == plain:
        return How.EXACT
    if plain.startswith(sought):
        return How.BEGINS
    if sought in plain:
        return How.CONTAINS
    return How.WORDS if all(each in plain for each in sought.split()) else None


def answers(wanted: str, texts: list[str | None]) -> list[How | None]:
    made = Wanted.of(wanted)
    assert made is not None
    places, hows = made.among(pa.array(texts, pa.string()))
    found = dict(zip(places.tolist(), hows.tolist(), strict=True))
    return [How(found[place]) if place in found else None for place in range(len(texts))]


@given(st.text("福绵水洗aAＡbB（( .1１", min_size=1, max_size=5).filter(folded), st.lists(TEXTS, max_size=8))
def test_a_text_answers_as_plain_strings_would(wanted: str, texts: list[str]) -> None:
    assert answers(wanted, list(texts)) == [how(wanted, each) for each in texts]


def test_the_same_stands_above_a_beginning_a_part_and_scattered_words() -> None:
    texts = ["福绵 水洗", "福绵水洗厂", "福绵 水洗厂", "广西福绵　水洗厂", "水洗在福绵", None, "福绵", ""]
    assert answers("福绵 水洗", texts) == [
        How.EXACT, How.WORDS, How.BEGINS, How.CONTAINS, How.WORDS, None, None, None,
    ]  # fmt: skip


def test_a_word_typed_twice_must_stand_there_once() -> None:
    assert answers("福绵 福绵", ["福绵 福绵", "福绵", "水洗"]) == [How.EXACT, How.WORDS, None]


def test_one_character_finds_what_contains_it() -> None:
    assert answers("绵", ["福绵", "绵", "棉", "绵羊"]) == [How.CONTAINS, How.EXACT, None, How.BEGINS]


@pytest.mark.parametrize("text", ["", " 　\t", "福" * (LONGEST + 1)])
def test_nothing_and_too_much_cannot_be_looked_for(text: str) -> None:
    assert Wanted.of(text) is None


def test_the_longest_text_of_letters_and_signs_can_be_looked_for() -> None:
    text = ("a1（㎏" * LONGEST)[: LONGEST - LONGEST // 4 - 1]
    assert answers(text, [text.upper(), "a"]) == [How.EXACT, None]


CODES = ["ENT-10", "ENT-100", "ent-101", "UNI-1", "91450900MA5K000015", None, "Z-1", "福A-1"]


def codes(wanted: str) -> dict[str | None, How]:
    made = Wanted.of(wanted)
    assert made is not None
    rows, hows = made.among_codes(TextIndex.of(pa.array(CODES, pa.string())))
    return {CODES[row]: How(each) for row, each in zip(rows.tolist(), hows.tolist(), strict=True)}


@pytest.mark.parametrize(
    ("wanted", "found"),
    [
        ("ent-10", {"ENT-10": How.EXACT, "ENT-100": How.BEGINS, "ent-101": How.BEGINS}),
        ("ＥＮＴ－１０", {"ENT-10": How.EXACT, "ENT-100": How.BEGINS, "ent-101": How.BEGINS}),
        ("91450900ma5k0000", {"91450900MA5K000015": How.BEGINS}),
        ("9145 0900 MA5K 0000 15", {"91450900MA5K000015": How.EXACT}),
        ("福a", {"福A-1": How.BEGINS}),
        ("T-10", {}),
        ("U", {}),
        ("ENT-9", {}),
        ("ß", {}),
    ],
)
def test_a_code_is_found_by_its_beginning_in_any_case(wanted: str, found: dict[str | None, How]) -> None:
    assert codes(wanted) == found
