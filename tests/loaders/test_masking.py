import pytest

from loaders.masking import masked
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
