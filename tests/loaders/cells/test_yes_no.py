"""R10, R11 and the other small kinds: yes or no, decimals, codes, terms, 同上."""

from datetime import date

import pytest

from loaders.cells.code import read_code
from loaders.cells.decimal import read_decimal
from loaders.cells.ditto import repeated, says_ditto
from loaders.cells.reading import Reading
from loaders.cells.terms import read_term, read_terms
from loaders.cells.yes_no import read_yes_no
from loaders.sheets.workbook import Value
from schema.terms import Term


class Standing(Term):
    """A vocabulary with what rosters do to one."""

    OPERATING = "在营", "operating", "正常", "存续（开业）"
    CLOSED = "注销", "closed", "吊销"


@pytest.mark.parametrize(
    "written", ["是", "√", "✓", "1", 1, 1.0, "Y", "y", "ｙ", True, "已建", "有", "TRUE", " 是 "], ids=repr
)
def test_yes(written: Value) -> None:
    assert read_yes_no(written) == Reading(True)


@pytest.mark.parametrize(
    "written", ["否", "×", "0", 0, "N", "n", False, "未建", "无", "没有", "暂无", "FALSE"], ids=repr
)
def test_no(written: Value) -> None:
    assert read_yes_no(written) == Reading(False)


@pytest.mark.parametrize("written", ["", None, "/", "—", "不详"], ids=repr)
def test_blank_is_unknown_and_never_no(written: Value) -> None:
    assert read_yes_no(written) == Reading(None)


@pytest.mark.parametrize("written", ["正在筹建", 2, 0.5, date(2022, 8, 1), "是否"], ids=repr)
def test_neither_is_rejected(written: Value) -> None:
    rejection = read_yes_no(written).rejection
    assert rejection is not None
    assert rejection.code == "YES_NO_UNREADABLE"


@pytest.mark.parametrize(
    ("written", "number"),
    [(95, 95.0), ("95.5", 95.5), ("９５．５分", 95.5), ("1,200.5", 1200.5), ("98%", 0.98), ("-3", -3.0)],
    ids=repr,
)
def test_decimals(written: Value, number: float) -> None:
    assert read_decimal(written) == Reading(number)


@pytest.mark.parametrize("written", ["缺考", "", "/", "无", None], ids=repr)
def test_a_score_never_given_is_unknown(written: Value) -> None:
    assert read_decimal(written) == Reading(None)


@pytest.mark.parametrize(
    "written", ["优秀", "9" * 400, True, float("nan"), "1,20.5", date(2022, 8, 1)], ids=repr
)
def test_what_is_no_number_is_rejected(written: Value) -> None:
    assert read_decimal(written).rejection is not None


@pytest.mark.parametrize(
    ("written", "code"),
    [("ＦＭ-001 ", "FM-001"), (450903107, "450903107"), (7.0, "7"), ("a b", "ab"), ("007", "007")],
    ids=repr,
)
def test_codes_keep_their_characters(written: Value, code: str) -> None:
    assert read_code(written) == Reading(code)


@pytest.mark.parametrize(
    ("written", "code"),
    [
        (1e17, "CODE_DIGITS_LOST"),
        (1.5, "CODE_UNREADABLE"),
        (-1, "CODE_UNREADABLE"),
        (True, "CODE_UNREADABLE"),
        (float("nan"), "CODE_UNREADABLE"),
        ("x" * 500, "CODE_UNREADABLE"),
        (date(2022, 8, 1), "CODE_UNREADABLE"),
    ],
    ids=repr,
)
def test_what_is_no_code_is_rejected(written: Value, code: str) -> None:
    rejection = read_code(written).rejection
    assert rejection is not None
    assert rejection.code == code


@pytest.mark.parametrize(
    "written", ["在营", "正常", "存续(开业)", " 在 营", "OPERATING", "operating"], ids=repr
)
def test_a_word_of_the_vocabulary_gives_its_member(written: str) -> None:
    assert read_term(written, Standing) == Reading(Standing.OPERATING)


def test_an_unknown_word_is_unknown_with_a_warning_that_lists_the_words() -> None:
    reading = read_term("半停产", Standing)
    assert reading.value is None
    assert reading.rejection is None
    assert [each.code for each in reading.warnings] == ["TERM_UNKNOWN"]
    assert "在营 注销" in reading.warnings[0].remedy.zh
    assert read_term("/", Standing) == Reading(None)


def test_several_terms_in_one_cell() -> None:
    assert read_terms("在营、注销、正常", Standing) == Reading((Standing.OPERATING, Standing.CLOSED))
    assert [each.code for each in read_terms("在营、半停产", Standing).warnings] == ["TERM_UNKNOWN"]
    assert read_terms("", Standing) == Reading(None)


def test_ditto_repeats_the_cell_above() -> None:
    assert repeated(["福绵镇", "同上", None, "〃", "成均镇", " 同 上 "]) == [
        "福绵镇",
        "福绵镇",
        None,
        "福绵镇",
        "成均镇",
        "成均镇",
    ]
    assert repeated(["同上", "甲"]) == ["同上", "甲"]
    assert not says_ditto(5)
