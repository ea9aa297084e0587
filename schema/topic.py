"""Topic 服务事项: what an enterprise may need, and who can help."""

from dataclasses import dataclass
from typing import ClassVar

from schema.fields import About, Entity, code_field, count_field, text_field
from schema.text import Text


@dataclass(frozen=True, kw_only=True)
class Topic(Entity):
    """A service topic, with its guide 怎么办, its materials and its time limit."""

    about: ClassVar = About(
        label=Text("服务事项", "topic"),
        note=Text("企业可能需要的一类服务。", "A kind of service that an enterprise may need."),
        plural="topics",
        prefix="TOP",
        matched_by=Text("事项编码", "code"),
    )
    code: str = code_field("事项编码", "诉求类别编码", "编码")
    name: str | None = text_field("事项名称", "name", "服务事项", "名称", searchable=True)
    guide: str | None = text_field("办事指南", "guide", "怎么办")
    materials: tuple[str, ...] = text_field("所需材料", "materials", "材料清单", many=True)
    time_limit_days: int | None = count_field(
        "办理时限", "time limit", "时限（天）", "办理时限（天）", unit=Text("天", "days")
    )

    relations: ClassVar = ()
