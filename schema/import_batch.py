"""ImportBatch 导入批次: one file that was loaded."""

from dataclasses import dataclass
from typing import ClassVar

from schema.fields import About, Entity, count_field, date_field, term_field, text_field
from schema.partial_date import PartialDate
from schema.terms import Term
from schema.text import Text

ROWS = Text("行", "rows")


class BatchState(Term):
    """Where a batch stands."""

    RECEIVED = "已收到", "received"
    READING = "读取中", "reading"
    CHECKED = "已核对", "checked"
    COMMITTING = "写入中", "committing"
    COMMITTED = "已提交", "committed"
    REFUSED = "已拒收", "refused"
    FAILED = "失败", "failed"
    UNDONE = "已撤销", "undone"


@dataclass(frozen=True, kw_only=True)
class ImportBatch(Entity):
    """File, kind, who and when; the facts are tied to it by FROM_BATCH."""

    about: ClassVar = About(
        label=Text("导入批次", "import batch"),
        note=Text("一次导入的文件及其结果。", "One file that was loaded, and what came of it."),
        plural="import_batches",
        prefix="BAT",
        matched_by=Text("由系统生成", "generated"),
        name_parts=("file", "imported_at"),
    )
    file: str | None = text_field("文件", "file name")
    sha256: str | None = text_field("文件校验值", "checksum of the file's bytes")
    kinds: tuple[str, ...] = text_field("名册类型", "roster kinds", many=True)
    day: PartialDate | None = date_field("填报日期", "the roster's day")
    state: BatchState | None = term_field(BatchState, "状态", "state")
    imported_at: str | None = text_field("导入时刻", "when, ISO 8601 in UTC")
    imported_by: str | None = text_field("导入人", "who loaded it")
    rows_read: int | None = count_field("读取行数", "rows read", unit=ROWS)
    rows_loaded: int | None = count_field("新增行数", "rows loaded", unit=ROWS)
    rows_changed: int | None = count_field("变更行数", "rows changed", unit=ROWS)
    rows_unchanged: int | None = count_field("未变行数", "rows unchanged", unit=ROWS)
    rows_rejected: int | None = count_field("拒绝行数", "rows rejected", unit=ROWS)
    rows_non_data: int | None = count_field("非数据行数", "rows that are no data", unit=ROWS)
    revision: int | None = count_field("修订号", "the revision it took", unit=Text("号", "number"))

    relations: ClassVar = ()
