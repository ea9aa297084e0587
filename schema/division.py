"""Division 行政区划: a county, township or village, by its official code."""

from dataclasses import dataclass
from typing import ClassVar

from schema.fields import About, Entity, Relation, code_field, term_field, text_field
from schema.terms import Term
from schema.text import Text


class DivisionLevel(Term):
    """The level of a division, by the length of its code."""

    COUNTY = "县级", "county", "县", "区", "县（区）"
    TOWNSHIP = "乡级", "township", "镇", "乡", "街道", "乡镇"
    VILLAGE = "村级", "village", "村", "社区"


@dataclass(frozen=True, kw_only=True)
class Division(Entity):
    """A place that the state numbers: county GB/T 2260, township GB/T 10114, village NBS."""

    about: ClassVar = About(
        label=Text("行政区划", "division"),
        note=Text("按官方代码编列的县、乡、村。", "A county, township or village by its official code."),
        plural="divisions",
        prefix="DIV",
        matched_by=Text("区划代码", "official code"),
    )
    code: str = code_field("区划代码", "行政区划代码", "代码")
    name: str | None = text_field("区划名称", "name", "名称", "行政区划名称", searchable=True)
    level: DivisionLevel | None = term_field(DivisionLevel, "级别", "level", "层级")

    relations: ClassVar = (
        Relation(
            "PART_OF", "parent", ("Division",), "parts", Text("上级区划", "the division it is part of"),
            headers=("上级区划", "上级代码", "上级区划代码"), one=True, since="established",
        ),
    )  # fmt: skip
