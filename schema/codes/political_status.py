"""Political status 政治面貌, and what each says of membership in the Communist Party of China."""

from schema.codes.code_table import CodeTable
from schema.text import Text

TABLE = CodeTable.read(
    "political_status",
    title=Text("政治面貌", "Political status"),
    edition="GB/T 4762-1984",
    source=Text(
        "国家标准《政治面貌代码》；常用说法由本项目补充", "National standard; rosters' words by the project"
    ),
)


def party_status_of(word: str) -> str | None:
    """NONE, PROBATIONARY or FULL for a code or a word of rosters (共青团员 → NONE); None if not known."""
    row = TABLE.from_word(word)
    return row.facts["party_status"] if row else None
