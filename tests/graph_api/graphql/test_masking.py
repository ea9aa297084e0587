import pytest

from graph_api.graphql.masking import masked
from schema.fields import Personal


def test_a_birth_shows_its_year() -> None:
    assert masked(19800512, Personal.YEAR) == 19800000


def test_lists_are_masked_value_by_value() -> None:
    assert masked(["张三", "李四"], Personal.NAME) == ["张*", "李*"]


@pytest.mark.parametrize("personal", list(Personal))
def test_unknown_stays_unknown(personal: Personal) -> None:
    assert masked(None, personal) is None


def test_what_is_withheld_is_never_shown() -> None:
    assert masked("警告", Personal.WITHHELD) is None
