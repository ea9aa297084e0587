"""Ownership 所有制: which value the types of market entities 市场主体类型 mean.

A company's legal form alone (有限责任公司) does not say who owns it. Rosters of the private economy
mean a private one, so it is read as PRIVATE, and `is_assumed` tells the caller to say so.
"""

from schema.codes.code_table import CodeTable, parts, plain
from schema.text import Text

TABLE = CodeTable.read(
    "ownership",
    title=Text("所有制与市场主体类型", "Ownership, by type of market entity"),
    edition="2022-03-01",
    source=Text(
        "《市场主体登记管理条例》第二条所列类型及登记机关的括注；归类由本项目定",
        "Types of Art 2 of the Regulation on Registration of Market Entities; grouped by the project",
    ),
)

_ASSUMED = frozenset(plain(word) for row in TABLE for word in parts(row.facts["assumed"]))


def ownership_of(word: str) -> str | None:
    """The ownership value that a type of market entity means, or None where it is not known."""
    row = TABLE.from_word(word)
    return row.code if row else None


def is_assumed(word: str) -> bool:
    """Whether `word` is a mere legal form, that is read as PRIVATE only because rosters mean that."""
    return plain(word) in _ASSUMED
