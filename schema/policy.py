"""Policy 政策: what it grants, from when, and to whom."""

from dataclasses import dataclass
from typing import ClassVar

from schema.fields import About, Entity, Relation, code_field, date_field, text_field
from schema.partial_date import PartialDate
from schema.text import Text


@dataclass(frozen=True, kw_only=True)
class Policy(Entity):
    """A policy that enterprises may be entitled to."""

    about: ClassVar = About(
        label=Text("政策", "policy"),
        note=Text("企业可享受的政策。", "A policy that enterprises may be entitled to."),
        plural="policies",
        prefix="POL",
        matched_by=Text("政策编码，其次名称", "code, else name"),
    )
    code: str = code_field("政策编码", "编码")
    name: str | None = text_field("政策名称", "name", "名称", searchable=True)
    grants: str | None = text_field("政策内容", "what it grants", "支持内容")
    from_: PartialDate | None = date_field("生效时间", "from", "施行时间")
    until: PartialDate | None = date_field("失效时间", "until", "截止时间")

    relations: ClassVar = (
        Relation(
            "FOR", "entitled", ("Enterprise",), "policies", Text("适用企业", "who is entitled"),
            headers=("适用企业", "享受企业"), since="established",
            many_targets=True,
        ),
        Relation(
            "PART_OF", "programmes", ("Programme",), "policies", Text("所属行动", "programmes"),
            headers=("所属行动", "所属工程"), since="established",
        ),
    )  # fmt: skip
