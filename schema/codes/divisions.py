"""Administrative divisions 行政区划: the sample's county with what is above and below it.

A code is given in its short form: province 2 digits, prefecture 4, county 6 (GB/T 2260), township
9 (GB/T 10114), village 12 (NBS). Villages come from rosters; their place in the tree needs no table.
"""

from schema.codes.code_table import CodeTable
from schema.text import Text

TABLE = CodeTable.read(
    "divisions",
    title=Text("行政区划代码（样例区及其镇）", "Administrative divisions (the sample's county and towns)"),
    edition="GB/T 2260-2007, GB/T 10114-2003; 2023",
    source=Text(
        "国家统计局统计用区划代码2023年版；450903福绵区2013年设立",
        "NBS division codes for statistics, edition 2023; 450903 Fumian District was founded in 2013",
    ),
)

_LENGTHS = (2, 4, 6, 9, 12)
_LEVELS = dict(zip(_LENGTHS, ("PROVINCE", "PREFECTURE", "COUNTY", "TOWNSHIP", "VILLAGE"), strict=True))


def short_form(code: str) -> str | None:
    """The code without the zeros that fill it up (450900 → 4509, 450903107000 → 450903107).

    None where it is no division code by its form; whether such a division exists is another question.
    """
    if not (code.isascii() and code.isdigit() and len(code) in _LEVELS):
        return None
    return next((code[:length] for length in _LENGTHS if not code[length:].strip("0")), None)


def level_of(code: str) -> str | None:
    """PROVINCE, PREFECTURE, COUNTY, TOWNSHIP or VILLAGE by the form of the code; None for another form."""
    short = short_form(code)
    return _LEVELS[len(short)] if short else None


def parent_of(code: str) -> str | None:
    """The short code one level up, by the form alone; None for a province or another form."""
    short = short_form(code)
    if short is None or len(short) == _LENGTHS[0]:
        return None
    return short[: _LENGTHS[_LENGTHS.index(len(short)) - 1]]


def name_of(code: str) -> Text | None:
    """The name of the division, or None where the table lacks the code."""
    row = TABLE.get(short_form(code) or code)
    return row.name if row else None


def code_of(name: str) -> str | None:
    """The short code of the division that a roster calls `name` (福绵镇 or 福绵), or None."""
    row = TABLE.from_word(name)
    return row.code if row else None
