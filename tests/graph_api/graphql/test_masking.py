import pytest

from graph_api.graphql.masking import masked, masked_name, masked_phone
from schema.fields import Personal


@pytest.mark.parametrize(
    ("name", "shown"),
    [("张三", "张*"), ("欧阳小明", "欧*"), (" 李四 ", "李*"), ("买买提·艾力", "买*"), ("", None)],
)
def test_a_name_shows_its_first_character(name: str, shown: str | None) -> None:
    assert masked_name(name) == shown


@pytest.mark.parametrize(
    ("phone", "shown"),
    [("13812345678", "138****5678"), ("0775-1234567", "077****4567"), ("1234567", "1****")],
)
def test_a_phone_shows_its_ends_and_a_short_one_almost_nothing(phone: str, shown: str) -> None:
    assert masked_phone(phone) == shown


def test_a_birth_shows_its_year() -> None:
    assert masked(19800512, Personal.YEAR) == 19800000


def test_lists_are_masked_value_by_value() -> None:
    assert masked(["张三", "李四"], Personal.NAME) == ["张*", "李*"]


@pytest.mark.parametrize("personal", list(Personal))
def test_unknown_stays_unknown(personal: Personal) -> None:
    assert masked(None, personal) is None


def test_what_is_withheld_is_never_shown() -> None:
    assert masked("警告", Personal.WITHHELD) is None
