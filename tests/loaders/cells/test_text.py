"""R7 to R10: texts stay as written, keys match what means the same."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from loaders.cells.reading import NOTHING, Reading
from loaders.cells.text import match_key, read_text
from loaders.sheets.workbook import Value


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("张 三", "张三"),
        ("张　三 ", "张三"),
        ("阿卜杜拉·买买提", "阿卜杜拉•买买提"),
        ("阿卜杜拉・买买提", "阿卜杜拉．买买提"),
        ("福绵（玉林）制衣有限公司", "福绵(玉林)制衣有限公司"),
        ("ＡＢＣ公司", "abc公司"),
        ("Acme  Ltd", "ACME LTD"),
        ("张\u200b三", "张三"),
        ("１号车间", "1号车间"),
    ],
    ids=repr,
)
def test_what_means_the_same_has_one_key(one: str, other: str) -> None:
    assert match_key(one) == match_key(other)


def test_different_names_have_different_keys() -> None:
    keys = {match_key(each) for each in ("张三", "张三丰", "Acme Ltd", "AcmeLtd", "1.5", "15")}
    assert len(keys) == 6


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        ("张 三", "张 三"),
        (" ＡＢＣ公司　", "ＡＢＣ公司"),
        ("一\r\n二", "一\n二"),
        (450903, "450903"),
        (450903.0, "450903"),
        (1.5, "1.5"),
        (date(2022, 8, 1), "2022-08-01"),
        ("=1+1", "=1+1"),
        ("@甲", "@甲"),
        ("-5℃", "-5℃"),
        ("a\x07b", "ab"),
    ],
    ids=repr,
)
def test_a_text_is_kept_as_written(written: Value, shown: str) -> None:
    assert read_text(written) == Reading(shown)


@pytest.mark.parametrize("written", ["", None, " ", "/", "／", "—", "——", "-", "不详"], ids=repr)
def test_a_blank_is_unknown(written: Value) -> None:
    assert read_text(written).value is None


@pytest.mark.parametrize("written", ["无", "暂无", "没有", " 无 "], ids=repr)
def test_none_is_known_to_be_none(written: str) -> None:
    assert read_text(written) == Reading(NOTHING)


def test_what_no_database_can_store_is_rejected() -> None:
    rejection = read_text("甲\ud800乙").rejection
    assert rejection is not None
    assert rejection.code == "TEXT_UNREADABLE"


@given(st.text(max_size=40))
def test_a_key_is_its_own_key(text: str) -> None:
    assert match_key(match_key(text)) == match_key(text)
