"""GapAcknowledgement 已知悉: a finding that an office has seen and let stand until a day."""

from dataclasses import dataclass
from typing import ClassVar

from schema.fields import About, Entity, date_field, text_field
from schema.partial_date import PartialDate
from schema.text import Text


@dataclass(frozen=True, kw_only=True)
class GapAcknowledgement(Entity):
    """Reason, day and name behind an acknowledged finding."""

    about: ClassVar = About(
        label=Text("已知悉", "gap acknowledgement"),
        note=Text("对一项缺口的知悉。", "A finding that the office has seen and let stand."),
        plural="gap_acknowledgements",
        prefix="ACK",
        matched_by=Text("缺口", "the finding"),
        name_parts=("finding",),
    )
    finding: str | None = text_field("缺口", "id of the finding")
    reason: str | None = text_field("理由", "reason")
    until: PartialDate | None = date_field("有效期至", "until")
    by: str | None = text_field("知悉人", "by whom")

    relations: ClassVar = ()
