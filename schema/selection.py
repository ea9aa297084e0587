"""Selection 选派程序: the four steps until a dispatch exists."""

from dataclasses import dataclass
from typing import ClassVar

from schema.dispatch import Post
from schema.fields import (
    About,
    Entity,
    Personal,
    Relation,
    code_field,
    date_field,
    term_field,
    text_field,
    yes_no_field,
)
from schema.partial_date import PartialDate
from schema.text import Text


@dataclass(frozen=True, kw_only=True)
class Selection(Entity):
    """One candidate's way to one post."""

    about: ClassVar = About(
        label=Text("选派程序", "selection"),
        note=Text("一名人选走向一个岗位的程序。", "One candidate's way to one post, in four steps."),
        plural="selections",
        prefix="SEL",
        matched_by=Text("人选、职务、对象、启动时间", "candidate, post, target, opened"),
        name_parts=("post", "target.name", "opened"),
    )
    code: str = code_field("选派编号", "编号")
    post: Post | None = term_field(Post, "拟任职务", "post", "担任职务", "职务")
    opened: PartialDate | None = date_field("启动时间", "opened", "选派启动时间", "报名时间")
    eligible: bool | None = yes_no_field("德才兼备审核", "eligibility checklist met", "资格审核", "资格审查")
    eligibility: tuple[str, ...] = text_field("资格清单", "eligibility checklist", "审核要点", many=True)
    supervisor: str | None = text_field(
        "专员", "process supervisor", "监督专员", "程序专员", personal=Personal.NAME
    )
    batch: str | None = text_field("批次", "batch", "选派批次")

    relations: ClassVar = (
        Relation(
            "OF", "candidate", ("Cadre",), "selections", Text("人选", "the candidate"),
            headers=("姓名", "人选", "人选姓名"), one=True,
            many_sources=False,
        ),
        Relation(
            "FOR", "target", ("Enterprise", "PartyBranch", "IndustryBrand"), "selections",
            Text("拟派对象", "where the post is"), headers=("拟派驻企业", "派驻企业", "拟派企业"), one=True,
        ),
        Relation(
            "LED_TO", "dispatch", ("Dispatch",), "selection", Text("形成的选派", "the dispatch it led to"),
            one=True, inverse_one=True,
        ),
    )  # fmt: skip
