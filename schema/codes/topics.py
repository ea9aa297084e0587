"""Topics of service requests 服务事项: the list that ships; an office may extend its own."""

from schema.codes.code_table import CodeTable
from schema.text import Text

TABLE = CodeTable.read(
    "topics",
    title=Text("服务事项", "Topics"),
    edition="1",
    source=Text("本项目；事项及名称依部门职责", "This project; named after the work of the agencies"),
)
