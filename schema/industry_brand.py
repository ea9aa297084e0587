"""IndustryBrand 行业党建品牌: what an industry's branches are joined under."""

from dataclasses import dataclass
from typing import ClassVar

from schema.fields import About, Entity, Relation, code_field, date_field, text_field
from schema.partial_date import PartialDate
from schema.text import Text


@dataclass(frozen=True, kw_only=True)
class IndustryBrand(Entity):
    """A party-building brand of one industry, led by an agency."""

    about: ClassVar = About(
        label=Text("行业党建品牌", "industry brand"),
        note=Text("一个行业的党建品牌。", "The party-building brand of an industry."),
        plural="industry_brands",
        prefix="BRD",
        matched_by=Text("品牌编码，其次名称", "code, else name"),
    )
    code: str = code_field("品牌编码", "编码")
    name: str | None = text_field("品牌名称", "name", "名称", searchable=True)
    industry: str | None = text_field("行业", "industry", "所属行业")
    established: PartialDate | None = date_field("创建时间", "established", "成立时间")

    relations: ClassVar = (
        Relation(
            "LED_BY", "lead_agency", ("Agency",), "brands", Text("牵头单位", "the agency that leads it"),
            headers=("牵头单位",), one=True,
            many_sources=False,
        ),
    )  # fmt: skip
