"""Nationalities of China 民族: 56, with the Roman spelling and the letter code of the standard."""

from schema.codes.code_table import CodeTable
from schema.text import Text

TABLE = CodeTable.read(
    "nationalities",
    title=Text("民族", "Nationalities"),
    edition="GB/T 3304-1991",
    source=Text("国家标准《中国各民族名称的罗马字母拼写法和代码》", "National standard, spelling and codes"),
)
