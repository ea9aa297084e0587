"""Union 工会: a union, whose chair is elected and never the First Chair."""

from dataclasses import dataclass
from typing import ClassVar

from schema.fields import (
    About,
    Entity,
    Relation,
    count_field,
    date_field,
    spans_field,
    term_field,
    text_field,
    uscc_field,
)
from schema.partial_date import PartialDate
from schema.terms import Term
from schema.text import Text


class UnionKind(Term):
    """What a union covers."""

    ENTERPRISE = "单独", "of one enterprise", "单独建会", "基层工会", "企业工会", "单独组建"
    JOINT = "联合", "joint", "联合建会", "联合基层工会", "联合工会"
    REGIONAL = "区域性", "regional", "区域工会", "区域性工会"
    INDUSTRY = "行业性", "of an industry", "行业工会", "行业性工会"


@dataclass(frozen=True, kw_only=True)
class Union(Entity):
    """A trade union of one enterprise, several, a region or an industry."""

    about: ClassVar = About(
        label=Text("工会", "union"),
        note=Text(
            "基层工会及联合、区域、行业工会。", "A union of an enterprise, several, a region, an industry."
        ),
        plural="unions",
        prefix="UNI",
        matched_by=Text(
            "工会统一社会信用代码（81 开头），其次名称加单位", "its own USCC, else name and unit"
        ),
        units=("COVERS",),
    )
    uscc: str | None = uscc_field(
        "工会统一社会信用代码", "the union's own code", "统一社会信用代码", "工会代码", begins_with="81"
    )
    name: str | None = text_field("工会名称", "name", "工会全称", searchable=True)
    kind: UnionKind | None = term_field(UnionKind, "建会方式", "kind", "单独/联合", "工会类型", "组建方式")
    established: PartialDate | None = date_field("建会时间", "established", "成立时间", "建会日期")
    dissolved: PartialDate | None = date_field("撤销时间", "dissolved", "撤销日期")
    terms: tuple[int, ...] = spans_field("任期", "terms of the committee", "本届任期", "委员会任期")
    collective_contracts: tuple[int, ...] = spans_field(
        "集体合同期限", "collective contracts", "集体合同", "集体合同有效期"
    )
    members: int | None = count_field("会员数", "members", "会员人数", "工会会员数", observed=True)
    women_members: int | None = count_field(
        "女会员数", "women members", "女职工会员数", "女会员", observed=True
    )

    relations: ClassVar = (
        Relation(
            "LOCATED_IN", "division", ("Division",), "unions", Text("所属区划", "where it lies"),
            headers=("所属乡镇", "镇（街道）", "所属区划"), one=True, since="established",
        ),
        Relation(
            "COVERS", "enterprises", ("Enterprise",), "unions", Text("覆盖企业", "enterprises it covers"),
            headers=("覆盖企业", "涵盖单位", "所在企业", "企业名称", "单位名称"), since="established",
            many_targets=True, many_sources=False, ends_with_source=True,
        ),
        Relation(
            "FOUNDED_VIA", "founded_via", ("PartyBranch",), "unions_founded",
            Text("依托党组织", "the branch it was founded through"),
            headers=("依托党组织", "依托党支部", "党工联动党组织"), one=True, since="established",
            many_sources=False,
        ),
        Relation(
            "CHAIRED_BY", "elected_chair", ("Person",), "chair_of", Text("主席", "the elected chair"),
            headers=("主席", "工会主席"), one=True,
            many_sources=False,
        ),
        Relation(
            "PART_OF", "programmes", ("Programme",), "unions", Text("所属行动", "programmes it belongs to"),
            headers=("所属行动", "所属工程"),
        ),
    )  # fmt: skip
