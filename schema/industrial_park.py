"""IndustrialPark 园区."""

from dataclasses import dataclass
from typing import ClassVar

from schema.fields import About, Entity, Relation, code_field, date_field, text_field
from schema.partial_date import PartialDate
from schema.text import Text


@dataclass(frozen=True, kw_only=True)
class IndustrialPark(Entity):
    """A park in which enterprises sit, by its local code."""

    about: ClassVar = About(
        label=Text("园区", "industrial park"),
        note=Text("企业集聚的园区。", "A park in which enterprises sit."),
        plural="industrial_parks",
        prefix="PRK",
        matched_by=Text("园区编码，其次名称", "local code, else name"),
    )
    code: str = code_field("园区编码", "编码")
    name: str | None = text_field("园区名称", "name", "名称", searchable=True)
    established: PartialDate | None = date_field("设立时间", "established", "成立时间")

    relations: ClassVar = (
        Relation(
            "LOCATED_IN", "division", ("Division",), "parks", Text("所在区划", "where it lies"),
            headers=("所属乡镇", "所在乡镇", "所属区划"), one=True, since="established",
        ),
    )  # fmt: skip
