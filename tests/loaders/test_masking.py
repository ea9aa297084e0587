import pytest

from loaders.masking import masked, without_numbers
from schema.fields import Personal


@pytest.mark.parametrize(
    ("text", "personal", "shown"),
    [
        ("张三、李四", Personal.NAME, "张*、李*"),
        ("13812345678", Personal.PHONE, "138****5678"),
        ("138-1234", Personal.PHONE, "***"),
        ("1980-05-12", Personal.YEAR, "1980"),
        ("80.5", Personal.YEAR, "***"),
        ("110105194912310021", Personal.WITHHELD, "***"),
        ("福绵甲公司", None, "福绵甲公司"),
        ("", Personal.NAME, ""),
    ],
)
def test_a_cell_is_shown_as_its_level_allows(text: str, personal: Personal | None, shown: str) -> None:
    assert masked(text, personal) == shown


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("110101199003074610", "***"),
        ("１１０１０１１９９００３０７４６１Ｘ", "***"),
        ("110101 19900307 461x", "***"),
        ("张三110101900307461", "张三***"),
        ("电话13800001234", "电话138****1234"),
        ("福绵镇 2022-08-15", "福绵镇 2022-08-15"),
        ("91450900MA5MDX017K", "91450900MA5MDX017K"),
        ("１２００人", "１２００人"),
        ("1200", "1200"),
    ],
)
def test_an_identity_number_in_a_cell_where_none_belongs_is_not_shown(text: str, shown: str) -> None:
    assert without_numbers(text) == shown
