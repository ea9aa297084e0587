import pytest

from schema.masking import masked_name, masked_phone


@pytest.mark.parametrize(
    ("name", "shown"),
    [("张三", "张*"), ("欧阳小明", "欧*"), (" 李四 ", "李*"), ("买买提·艾力", "买*"), ("", ""), ("  ", "")],
)
def test_a_name_shows_its_first_character(name: str, shown: str) -> None:
    assert masked_name(name) == shown


@pytest.mark.parametrize(
    ("phone", "shown"),
    [("13812345678", "138****5678"), ("0775-1234567", "077****4567"), ("1234567", "1****")],
)
def test_a_phone_shows_its_ends_and_a_short_one_almost_nothing(phone: str, shown: str) -> None:
    assert masked_phone(phone) == shown
