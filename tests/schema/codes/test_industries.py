from collections import Counter
from string import ascii_uppercase

import pytest

from schema.codes.industries import (
    CLASSES,
    DIVISIONS,
    SECTIONS,
    code_of,
    division_of,
    name_of,
    search,
    section_of,
)


def test_sections_are_a_to_t_and_divisions_are_01_to_97() -> None:
    assert [row.code for row in SECTIONS] == list(ascii_uppercase[:20])
    assert [row.code for row in DIVISIONS] == [f"{n:02}" for n in range(1, 98)]


def test_each_section_has_the_number_of_divisions_that_the_standard_gives_it() -> None:
    assert Counter(row.parent for row in DIVISIONS) == {
        "A": 5, "B": 7, "C": 31, "D": 3, "E": 4, "F": 2, "G": 8, "H": 2, "I": 3, "J": 4,
        "K": 1, "L": 2, "M": 3, "N": 4, "O": 3, "P": 1, "Q": 2, "R": 5, "S": 6, "T": 1,
    }  # fmt: skip


def test_divisions_of_a_section_follow_one_another() -> None:
    assert [row.parent for row in DIVISIONS] == sorted(row.parent for row in DIVISIONS)


def test_every_class_has_four_digits_and_stands_in_order_under_its_division() -> None:
    codes = [row.code for row in CLASSES]
    assert codes == sorted(codes)
    for row in CLASSES:
        assert len(row.code) == 4
        assert row.parent == row.code[:2]
        assert DIVISIONS.get(row.parent)


def test_every_section_but_international_organisations_has_a_class_in_use() -> None:
    assert {section_of(row.code) for row in CLASSES} == set(ascii_uppercase[:19])


@pytest.mark.parametrize(
    ("code", "section", "division", "zh"),
    [
        ("1713", "C", "17", "棉印染精加工"),
        ("C1819", "C", "18", "其他机织服装制造"),
        ("8030", "O", "80", "洗染服务"),
        ("8310", "P", "83", "学前教育"),
        ("831", "P", "83", None),
        ("18", "C", "18", "纺织服装、服饰业"),
        ("C", "C", None, "制造业"),
        ("1799", "C", "17", None),
        ("A1819", None, None, None),
        ("9800", None, None, None),
        ("00", None, None, None),
        ("U", None, None, None),
        ("服装", None, None, None),
        ("", None, None, None),
    ],
)
def test_section_division_and_name_of_a_code(
    code: str, section: str | None, division: str | None, zh: str | None
) -> None:
    name = name_of(code)
    assert (section_of(code), division_of(code), name.zh if name else None) == (section, division, zh)


@pytest.mark.parametrize(
    ("word", "code"),
    [
        ("水洗", "8030"),
        ("印染", "1713"),
        ("幼教", "8310"),
        ("幼儿园", "8310"),
        ("服装", "18"),
        ("制造业", "C"),
        ("教育", "83"),
        ("c1819", "1819"),
        ("皮箱、包(袋)制造", "1922"),
        ("火星探测业", None),
    ],
)
def test_the_code_that_a_roster_means(word: str, code: str | None) -> None:
    assert code_of(word) == code


def test_search_by_part_of_a_name_goes_from_sections_to_classes() -> None:
    assert [row.code for row in search("学前")] == ["8310"]
    assert [row.code for row in search("房地产")] == ["K", "70", "7010", "7030"]
    assert search("火星") == ()
