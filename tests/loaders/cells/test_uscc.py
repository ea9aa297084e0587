"""R21: unified social credit codes by their own check digit."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from loaders.cells.reading import Reading
from loaders.cells.uscc import check_character, is_valid, read_union_uscc, read_uscc
from loaders.sheets.workbook import Value

VALID = "91350100M000100Y43"
ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY"


def code_of(reading: Reading) -> str:
    assert reading.rejection is not None
    return reading.rejection.code


def test_the_standard_example_is_valid() -> None:
    assert is_valid(VALID)
    assert read_uscc(VALID) == Reading(VALID)


@pytest.mark.parametrize("prefix", ["N2", "Y1", "81", "52"], ids=repr)
def test_codes_of_every_registering_body_are_valid(prefix: str) -> None:
    first_17 = f"{prefix}450903MF1234567"
    code = first_17 + check_character(first_17)
    assert read_uscc(code) == Reading(code)


@pytest.mark.parametrize(
    "written", ["９１３５０１００Ｍ０００１００Ｙ４３", VALID.lower(), f" {VALID[:9]} {VALID[9:]} "], ids=repr
)
def test_width_case_and_blanks_do_not_matter(written: str) -> None:
    assert read_uscc(written) == Reading(VALID)


def test_o_and_i_are_repaired_only_where_the_check_then_passes() -> None:
    repaired = read_uscc("9I35OIOOMOOOIOOY43")
    assert repaired.value == VALID
    assert [each.code for each in repaired.warnings] == ["USCC_REPAIRED"]
    assert code_of(read_uscc("9I35OIOOMOOOIOOY44")) == "USCC_CHECK"


@pytest.mark.parametrize(
    ("written", "code"),
    [
        ("91350100M000100Y44", "USCC_CHECK"),
        ("9135", "USCC_UNREADABLE"),
        ("91350100S000100Y43", "USCC_UNREADABLE"),
        ("91350100M000100Y433", "USCC_UNREADABLE"),
        (9.1450903123456e17, "CODE_DIGITS_LOST"),
        ("9.1450903E+17", "CODE_DIGITS_LOST"),
        (True, "USCC_UNREADABLE"),
        ("正在办理", "USCC_UNREADABLE"),
    ],
    ids=repr,
)
def test_what_is_no_code_is_rejected(written: Value, code: str) -> None:
    assert code_of(read_uscc(written)) == code


@pytest.mark.parametrize("written", ["", None, "/", "无", "暂无"], ids=repr)
def test_no_code_is_none(written: Value) -> None:
    assert read_uscc(written) == Reading(None)


def test_a_unions_code_begins_with_81() -> None:
    code = "81450903MC1234567" + check_character("81450903MC1234567")
    assert read_union_uscc(code) == Reading(code)
    assert code_of(read_union_uscc(VALID)) == "USCC_NOT_A_UNION"


@given(st.text(ALPHABET, min_size=17, max_size=17), st.integers(0, 16), st.sampled_from(ALPHABET))
def test_any_one_changed_character_is_found(first_17: str, place: int, other: str) -> None:
    code = first_17 + check_character(first_17)
    changed = code[:place] + other + code[place + 1 :]
    assert is_valid(code)
    assert is_valid(changed) == (changed == code)
