"""Rosters that are refused as a whole, once the file itself could be read.

loaders.errors.Refused
├── NoTable                 no header of any kind was recognised
├── KindContradictsFile     the kind that was named does not fit
├── DayRequired             changing values without a day
├── BatchTooLarge           more than one transaction can hold
└── RowsRejected            --strict, and a row was rejected
Failure
└── Conflict                somebody else wrote meanwhile, again and again
"""

from loaders.errors import Refused
from schema.errors import Exit, Failure
from schema.text import Text


class NoTable(Refused):
    """No header of any kind was recognised."""

    code = "NO_TABLE"
    says = Text("没有认出任何名册表头", "no roster header was recognised")
    mend = Text("保留表头行，或用 --kind 指明名册类型", "keep the header row, or name the kind with --kind")


class KindContradictsFile(Refused):
    """The kind that was named does not fit the file."""

    code = "KIND_CONTRADICTS_FILE"
    says = Text("文件不像指明的名册类型", "the file does not look like the kind that was named")
    mend = Text("核对 --kind，或补上该类名册的必要列", "check --kind, or add the columns that kind must have")


class DayRequired(Refused):
    """Values that change with time, without a day on which they were true."""

    code = "DAY_REQUIRED"
    says = Text("有随时间变化的数值，但没有填报日期", "it has values that change with time, but no day")
    mend = Text(
        "在表头上方写“填报日期：2022年7月31日”，或用 --as-of",
        "write 填报日期 above the header, or give --as-of",
    )


class BatchTooLarge(Refused):
    """More nodes and ties than one transaction can hold in the database's memory."""

    code = "BATCH_TOO_LARGE"
    says = Text("超出数据库内存一次可写入的数量", "more than the database's memory can write at once")
    mend = Text("调大 GRAPH_API_HEAP，或分成几个文件", "raise GRAPH_API_HEAP, or split the file")


class RowsRejected(Refused):
    """`--strict`, and at least one row was rejected."""

    code = "ROWS_REJECTED"
    exit_code = Exit.ROWS_REJECTED
    says = Text(
        "有被拒绝的行，按 --strict 未写入任何内容", "rows were rejected; with --strict nothing was written"
    )
    mend = Text("按提示更正后重新导入", "mend them as told and load again")


class Conflict(Failure):
    """Others wrote between reading and committing, each time it was tried."""

    code = "CONFLICT"

    def __init__(self, file: str) -> None:
        """Name the file that could not be committed."""
        super().__init__(
            Text("写入期间数据不断被他人更改", "others kept changing the data while this was written"),
            Text("稍后重试", "try again later"),
            where=file,
        )
