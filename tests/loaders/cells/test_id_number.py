"""R19, R20: identity numbers are checked, converted from 15 digits, and never repaired or repeated.

All numbers here are invented.
"""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from loaders.cells.id_number import check_character, read_id_number
from loaders.cells.reading import Reading
from loaders.sheets.workbook import Value


def number_with(first_17: str) -> str:
    return first_17 + check_character(first_17)


STANDARD = "11010519491231002X"


def code_of(reading: Reading) -> str:
    assert reading.rejection is not None
    assert reading.value is None
    return reading.rejection.code


def test_the_standard_example_is_valid_in_any_width_and_case() -> None:
    for written in (
        STANDARD,
        STANDARD.lower(),
        "１１０１０５１９４９１２３１００２Ｘ",
        f"'{STANDARD}",
        f" {STANDARD} ",
    ):
        assert read_id_number(written) == Reading(STANDARD)


@pytest.mark.parametrize("written", ["110105491231002", 110105491231002, 110105491231002.0], ids=repr)
def test_fifteen_digits_are_converted_with_a_warning(written: Value) -> None:
    reading = read_id_number(written)
    assert reading.value == STANDARD
    assert [each.code for each in reading.warnings] == ["ID_NUMBER_15"]


@pytest.mark.parametrize("written", [4.50903199001011e17, 450903199001011200, "4.50903E+17"], ids=repr)
def test_one_stored_as_a_number_is_rejected_and_never_repaired(written: Value) -> None:
    assert code_of(read_id_number(written)) == "ID_NUMBER_DIGITS_LOST"


def test_a_place_code_of_no_province_only_warns() -> None:
    number = number_with("99010519491231002")
    reading = read_id_number(number)
    assert reading.value == number
    assert [each.code for each in reading.warnings] == ["ID_NUMBER_PLACE"]


@pytest.mark.parametrize(
    ("written", "code"),
    [
        ("110105194912310021", "ID_NUMBER_CHECK"),
        (number_with("11010519491331002"), "ID_NUMBER_BIRTH"),
        (number_with("11010518991231002"), "ID_NUMBER_BIRTH"),
        ("1101051949", "ID_NUMBER_UNREADABLE"),
        ("身份证丢失", "ID_NUMBER_UNREADABLE"),
        (True, "ID_NUMBER_UNREADABLE"),
        (float("nan"), "ID_NUMBER_UNREADABLE"),
        (-5, "ID_NUMBER_UNREADABLE"),
        (date(1949, 12, 31), "ID_NUMBER_UNREADABLE"),
        ("１" * 400, "ID_NUMBER_UNREADABLE"),
    ],
    ids=repr,
)
def test_a_wrong_number_is_rejected_with_the_reason(written: Value, code: str) -> None:
    assert code_of(read_id_number(written)) == code


@pytest.mark.parametrize("written", ["", None, "/", "无"], ids=repr)
def test_no_number_is_none(written: Value) -> None:
    assert read_id_number(written) == Reading(None)


@given(st.text("0123456789X", min_size=15, max_size=18))
def test_no_message_and_no_repr_repeats_a_number(written: str) -> None:
    reading = read_id_number(written)
    said = repr(reading) + "".join(
        f"{each.message}{each.remedy}" for each in (*reading.warnings, reading.rejection) if each
    )
    assert written[6:14] not in said


@given(
    st.dates(date(1900, 1, 1), date(2026, 1, 1)), st.integers(0, 999), st.integers(0, 16), st.integers(1, 9)
)
def test_any_one_changed_digit_is_found(born: date, serial: int, place: int, step: int) -> None:
    number = number_with(f"450903{born:%Y%m%d}{serial:03}")
    digit = str((int(number[place]) + step) % 10)
    assert read_id_number(number) == Reading(number)
    assert read_id_number(number[:place] + digit + number[place + 1 :]).rejection is not None
