"""Person 人: the one node of a human. What the person does stands on role nodes."""

from dataclasses import dataclass
from typing import ClassVar

from schema.fields import (
    About,
    Entity,
    Personal,
    Relation,
    date_field,
    id_number_field,
    phones_field,
    term_field,
    text_field,
)
from schema.partial_date import PartialDate
from schema.terms import Term
from schema.text import Text


class Gender(Term):
    """Gender as rosters state it."""

    FEMALE = "女", "female"
    MALE = "男", "male"


@dataclass(frozen=True, kw_only=True)
class Person(Entity):
    """A human. Shown with the full name only in a public post; never the way from one role to another."""

    about: ClassVar = About(
        label=Text("人", "person"),
        note=Text("一个人只有一个节点，身份另立节点。", "One node a human; roles are nodes of their own."),
        plural="people",
        prefix="PER",
        matched_by=Text("身份证号散列，其次姓名加单位", "hash of the ID number, else name and unit"),
        personal_name=True,
        units=("WORKS_AT", "EMPLOYED_BY", "SECRETARY", "CHAIRED_BY"),
    )
    name: str | None = text_field("姓名", "name", personal=Personal.NAME)
    gender: Gender | None = term_field(Gender, "性别", "gender")
    birth: PartialDate | None = date_field(
        "出生年月", "birth", "出生日期", "出生时间", personal=Personal.YEAR
    )
    nationality: str | None = text_field("民族", "nationality", table="nationalities")
    education: str | None = text_field("学历", "education", "文化程度", table="education")
    phones: tuple[str, ...] = phones_field(
        "联系电话", "phones", "手机", "电话", "联系方式", personal=Personal.PHONE
    )
    id_hash: str | None = id_number_field(
        "身份证号", "identity number", "公民身份号码", "身份证号码", "身份证"
    )

    relations: ClassVar = (
        Relation(
            "WORKS_AT", "agency", ("Agency",), "people", Text("工作单位", "the agency where they work"),
            headers=("派出单位", "选派单位", "工作单位及职务", "工作单位", "所在单位"),
            one=True, published=False,
        ),
        Relation(
            "EMPLOYED_BY", "employer", ("Enterprise",), "workers", Text("所在企业", "the employer"),
            headers=("所在企业", "工作单位", "企业名称", "单位名称", "所在单位"),
            one=True, published=False,
        ),
        Relation(
            "ATTENDED", "attended", ("Activity",), "attendees", Text("参加的活动", "activities attended"),
            published=False,
        ),
    )  # fmt: skip
