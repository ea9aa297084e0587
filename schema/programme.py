"""Programme 工程/行动: the campaign that outcomes belong to."""

from dataclasses import dataclass
from typing import ClassVar

from schema.fields import About, Entity, code_field, date_field, text_field
from schema.partial_date import PartialDate
from schema.text import Text


@dataclass(frozen=True, kw_only=True)
class Programme(Entity):
    """A campaign such as the founding of unions through branches."""

    about: ClassVar = About(
        label=Text("工程/行动", "programme"),
        note=Text("成果所属的工程或行动。", "The campaign that outcomes belong to."),
        plural="programmes",
        prefix="PRG",
        matched_by=Text("行动编码，其次名称", "code, else name"),
    )
    code: str = code_field("行动编码", "工程编码", "编码")
    name: str | None = text_field("行动名称", "name", "工程名称", "名称", searchable=True)
    goal: str | None = text_field("行动目标", "goal", "目标")
    from_: PartialDate | None = date_field("开始时间", "from", "启动时间")
    until: PartialDate | None = date_field("结束时间", "until")

    relations: ClassVar = ()
