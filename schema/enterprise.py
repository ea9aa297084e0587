"""Enterprise 企业/两新组织: whom the whole service is about."""

from dataclasses import dataclass
from typing import ClassVar

from schema.fields import (
    About,
    Entity,
    Personal,
    Relation,
    count_field,
    date_field,
    names_field,
    phones_field,
    term_field,
    text_field,
    uscc_field,
    yes_no_field,
)
from schema.partial_date import PartialDate
from schema.terms import Term
from schema.text import Text


class OperatingStatus(Term):
    """Whether the enterprise works."""

    OPERATING = "在营", "operating", "正常", "存续", "开业", "正常经营", "营业"
    SUSPENDED = "停业", "suspended", "停产", "歇业"
    CLOSED = "注销", "closed", "吊销", "已注销", "关闭"
    MOVED_OUT = "迁出", "moved out", "已迁出"
    UNKNOWN = "不详", "unknown", "未知"


class Ownership(Term):
    """Who owns it, by the type of market entity 市场主体类型."""

    STATE = "国有", "state", "国有企业", "国有独资公司"
    COLLECTIVE = "集体", "collective", "集体企业", "农民专业合作社"
    PRIVATE = "民营", "private", "私营", "有限责任公司", "股份有限公司", "个人独资企业", "合伙企业"
    FOREIGN = "外商投资", "foreign", "外资", "港澳台投资"
    SELF_EMPLOYED = "个体工商户", "self-employed", "个体"
    SOCIAL_ORGANISATION = "社会组织", "social organisation", "民办非企业单位", "社会服务机构"
    OTHER = "其他", "other"
    UNKNOWN = "不详", "unknown", "未知"


class Size(Term):
    """Size by the statistical standard 大中小微."""

    LARGE = "大型", "large", "大"
    MEDIUM = "中型", "medium", "中"
    SMALL = "小型", "small", "小"
    MICRO = "微型", "micro", "微"
    UNKNOWN = "不详", "unknown", "未知"


@dataclass(frozen=True, kw_only=True)
class Enterprise(Entity):
    """A private enterprise or other new-type organisation."""

    about: ClassVar = About(
        label=Text("企业", "enterprise"),
        note=Text("企业及其他两新组织。", "An enterprise or other new-type organisation."),
        plural="enterprises",
        prefix="ENT",
        matched_by=Text("统一社会信用代码，其次全称", "unified social credit code, else full name"),
        units=("LOCATED_IN",),
    )
    uscc: str | None = uscc_field(
        "统一社会信用代码", "unified social credit code", "社会统一信用代码", "信用代码", "税号"
    )
    name: str | None = text_field("企业名称", "name", "单位名称", "公司名称", searchable=True)
    former_names: tuple[str, ...] = names_field("曾用名", "former names", "原名称", searchable=True)
    short_names: tuple[str, ...] = names_field("简称", "short names", "企业简称", searchable=True)
    established: PartialDate | None = date_field("成立日期", "established", "成立时间", "注册时间")
    closed: PartialDate | None = date_field("注销日期", "closed", "注销时间", "关闭时间")
    industry: str | None = text_field(
        "行业", "industry, GB/T 4754", "行业代码", "所属行业", "行业类别", table="industries"
    )
    ownership: Ownership | None = term_field(
        Ownership, "企业类型", "ownership", "市场主体类型", "经济类型", table="ownership"
    )
    size: Size | None = term_field(Size, "规模", "size", "企业规模", table="sizes")
    mature: bool | None = yes_no_field("是否成熟", "mature enough for a union", "是否具备建会条件")
    legal_representative: str | None = text_field(
        "法定代表人", "legal representative", "法人", "负责人", personal=Personal.NAME
    )
    phones: tuple[str, ...] = phones_field("联系电话", "phones", "联系方式", personal=Personal.PHONE)
    operating_status: OperatingStatus | None = term_field(
        OperatingStatus, "经营状态", "operating status", "经营情况", "登记状态", observed=True
    )
    employees: int | None = count_field(
        "职工人数", "employees", "员工数", "从业人员", "用工人数", "职工数", observed=True
    )
    full_members: int | None = count_field(
        "党员数", "full members", "党员人数", "正式党员数", "正式党员", observed=True
    )
    probationary_members: int | None = count_field(
        "预备党员数", "probationary members", "预备党员", observed=True
    )
    union_members: int | None = count_field("会员数", "union members", "工会会员数", observed=True)
    has_branch: bool | None = yes_no_field(
        "是否建立党组织", "has a party branch, as stated", "是否组建党组织", "党组织是否建立", observed=True
    )
    has_union: bool | None = yes_no_field(
        "是否建立工会", "has a union, as stated", "是否组建工会", "工会是否建立", observed=True
    )
    not_built_because: str | None = text_field(
        "未建原因", "why there is no branch", "未组建原因", observed=True
    )

    relations: ClassVar = (
        Relation(
            "LOCATED_IN", "division", ("Division",), "enterprises", Text("所属区划", "where it lies"),
            headers=("所属乡镇", "镇（街道）", "镇街", "乡镇", "所属区划", "镇"), one=True,
            since="established",
        ),
        Relation(
            "SITED_IN", "park", ("IndustrialPark",), "enterprises", Text("所在园区", "the park it sits in"),
            headers=("园区", "所在园区", "所属园区"), one=True, since="established",
        ),
        Relation(
            "BELONGS_TO", "brands", ("IndustryBrand",), "enterprises", Text("所属品牌", "industry brands"),
            headers=("所属品牌", "行业品牌"),
        ),
    )  # fmt: skip
