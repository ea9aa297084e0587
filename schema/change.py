"""Change 变更: one write, in the order of revisions."""

from dataclasses import dataclass
from typing import ClassVar

from schema.fields import About, Entity, count_field, text_field
from schema.text import Text


@dataclass(frozen=True, kw_only=True)
class Change(Entity):
    """Who wrote, when, and which keys were touched; above 10,000 keys it names its batch instead."""

    about: ClassVar = About(
        label=Text("变更", "change"),
        note=Text("一次写入。", "One write to the graph."),
        plural="changes",
        prefix="CHG",
        matched_by=Text("修订号", "revision"),
        name_parts=("revision",),
        in_graph=False,
    )
    revision: int | None = count_field("修订号", "revision", unit=Text("号", "number"))
    at: str | None = text_field("时刻", "when, ISO 8601 in UTC")
    by: str | None = text_field("写入人", "who wrote")
    batch: str | None = text_field("批次", "code of its batch")
    operations: tuple[str, ...] = text_field(
        "操作", "operations, each with its type and key", many=True, published=False
    )
    before: str | None = text_field(
        "变更前的值", "values before, of a write without a batch", published=False
    )

    relations: ClassVar = ()
