"""Several names in one cell, and R18: several phones in one."""

import pytest

from loaders.cells.names import read_names
from loaders.cells.phones import read_phones
from loaders.cells.reading import NOTHING, Reading
from loaders.sheets.workbook import Value


@pytest.mark.parametrize(
    ("written", "names"),
    [
        ("张三、李四", ("张三", "李四")),
        ("张三；李四", ("张三", "李四")),
        ("张三;李四，王五", ("张三", "李四", "王五")),
        ("甲厂\n乙厂\n", ("甲厂", "乙厂")),
        ("张三/李四", ("张三", "李四")),
        ("张 三", ("张 三",)),
        ("1.张三\n2.李四", ("张三", "李四")),
        ("1、张三2、李四", ("张三2", "李四")),
        ("①甲厂②乙厂", ("甲厂", "乙厂")),
        ("Acme Co., Ltd", ("Acme Co., Ltd",)),
        ("张三、张 三、李四", ("张三", "李四")),
        ("A/B公司", ("A/B公司",)),
        ("平等", ("平等",)),
        (123, ("123",)),
    ],
    ids=repr,
)
def test_names_are_split_where_people_split_them(written: Value, names: tuple[str, ...]) -> None:
    assert read_names(written) == Reading(names)


def test_and_others_is_a_warning() -> None:
    reading = read_names("张三、李四等5人")
    assert reading.value == ("张三", "李四")
    assert [each.code for each in reading.warnings] == ["NAMES_INCOMPLETE"]


def test_none_and_blank_are_told_apart() -> None:
    assert read_names("无") == Reading(NOTHING)
    assert read_names("/") == Reading(None)
    assert read_names("、、").rejection is not None


@pytest.mark.parametrize(
    ("written", "numbers"),
    [
        (13800001234, ("13800001234",)),
        (13800001234.0, ("13800001234",)),
        ("138 0000 1234", ("13800001234",)),
        ("138-0000-1234", ("13800001234",)),
        ("+86 13800001234", ("13800001234",)),
        ("13800001234、13900001234", ("13800001234", "13900001234")),
        ("13800001234/0775-2883322", ("13800001234", "0775-2883322")),
        ("13800001234 13900001234", ("13800001234", "13900001234")),
        ("13800001234\n13900001234", ("13800001234", "13900001234")),
        ("（0775）2883322", ("0775-2883322",)),
        ("0775-2883322转803", ("0775-2883322-803",)),
        ("2883322", ("2883322",)),
        ("12345", ("12345",)),
        ("400-800-1234", ("4008001234",)),
        ("13800001234、13800001234", ("13800001234",)),
    ],
    ids=repr,
)
def test_every_phone_in_a_cell_is_read(written: Value, numbers: tuple[str, ...]) -> None:
    assert read_phones(written) == Reading(numbers)


@pytest.mark.parametrize("written", ["1380000123", 1380000123, "138000012345"], ids=repr)
def test_a_mobile_number_of_the_wrong_length_is_kept_with_a_warning(written: Value) -> None:
    reading = read_phones(written)
    assert reading.value == (str(written),)
    assert [each.code for each in reading.warnings] == ["PHONE_LENGTH"]


@pytest.mark.parametrize("written", ["见通讯录", "13", True, "13800001234、见通讯录"], ids=repr)
def test_what_is_no_phone_is_rejected(written: Value) -> None:
    rejection = read_phones(written).rejection
    assert rejection is not None
    assert rejection.code == "PHONE_UNREADABLE"
