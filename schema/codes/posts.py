"""The two posts 选派职务."""

from schema.codes.code_table import CodeTable
from schema.text import Text

TABLE = CodeTable.read(
    "posts",
    title=Text("选派职务", "Posts"),
    edition="2022-08",
    source=Text("《双选派助力非公再腾飞》（福绵区）", "The published case (Fumian District)"),
)
