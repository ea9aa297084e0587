"""Education 学历: levels (two digits that end in 0) and how each was left."""

from schema.codes.code_table import CodeTable
from schema.text import Text

TABLE = CodeTable.read(
    "education",
    title=Text("学历", "Education"),
    edition="GB/T 4658-2006",
    source=Text(
        "国家标准《学历代码》；常用说法由本项目补充", "National standard; rosters' words by the project"
    ),
)


def level_of(word: str) -> str | None:
    """The level's code for a code or a word of rosters (大专 → 30), or None."""
    row = TABLE.from_word(word)
    return (row.parent or row.code) if row else None
