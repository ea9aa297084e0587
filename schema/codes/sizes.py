"""Sizes of enterprises 企业规模."""

from schema.codes.code_table import CodeTable
from schema.text import Text

TABLE = CodeTable.read(
    "sizes",
    title=Text("企业规模", "Sizes of enterprises"),
    edition="2017",
    source=Text(
        "国家统计局《统计上大中小微型企业划分办法（2017）》的四档",
        "The four sizes of the NBS method for large, medium, small and micro enterprises (2017)",
    ),
)
