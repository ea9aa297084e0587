"""Stages of the membership path 培养阶段, with the articles that name them.

Both editions of the rule number their articles alike up to 17; from 18 on the 2014 edition's number
is one higher. Two ends have no article of their own: withdrawal and removal before admission.
"""

from schema.codes.code_table import CodeTable
from schema.text import Text

TABLE = CodeTable.read(
    "stages",
    title=Text("培养阶段", "Stages"),
    edition="2014, 2026",
    source=Text(
        "《中国共产党发展党员工作细则》2014年版与2026年修订版",
        "Rules on admitting members to the Communist Party of China, 2014 edition and 2026 revision",
    ),
)
