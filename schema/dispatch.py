"""Dispatch 选派: a cadre in a post in an enterprise, branch or brand, for a time."""

from dataclasses import dataclass
from typing import ClassVar

from schema.fields import About, Entity, Relation, code_field, date_field, term_field, text_field
from schema.partial_date import PartialDate
from schema.terms import Term
from schema.text import Text


class Post(Term):
    """The two posts. A First Chair is nominated; a chair of the union is elected, and another post."""

    FIRST_SECRETARY = "第一书记", "First Secretary", "党建第一书记"
    FIRST_CHAIR = "第一主席", "First Chair", "工会第一主席"


class EndReason(Term):
    """Why a dispatch ended."""

    TERM_OVER = "任期届满", "term over", "期满", "届满"
    RECALLED = "召回", "recalled", "撤换"
    TRANSFERRED = "调离", "transferred", "工作调动", "调动"
    HANDED_OVER = "交接", "handed over", "轮换"
    ENTERPRISE_CLOSED = "企业关闭", "enterprise closed", "企业注销", "企业停业"
    OTHER = "其他", "other"
    UNKNOWN = "不详", "unknown"


@dataclass(frozen=True, kw_only=True)
class Dispatch(Entity):
    """One post of one cadre. Never ended by the next one's start."""

    about: ClassVar = About(
        label=Text("选派", "dispatch"),
        note=Text("一名干部在一处担任一个职务。", "One cadre in one post at one target."),
        plural="dispatches",
        prefix="DSP",
        matched_by=Text("干部、职务、对象、起始", "cadre, post, target, from"),
        name_parts=("post", "target.name", "from"),
    )
    code: str = code_field("选派编码", "任职编号")
    post: Post | None = term_field(Post, "担任职务", "post", "职务", "任职职务", "选派职务")
    from_: PartialDate | None = date_field("任职起始", "from", "起始时间")
    until: PartialDate | None = date_field("任职终止", "until", "离任时间", "结束时间")
    batch: str | None = text_field("批次", "batch", "选派批次")
    document: str | None = text_field("文号", "document number", "任命文号", "发文字号")
    end_reason: EndReason | None = term_field(EndReason, "离任原因", "end reason", "结束原因")

    relations: ClassVar = (
        Relation(
            "POSTED_TO", "target", ("Enterprise", "PartyBranch", "IndustryBrand"), "dispatches",
            Text("派驻对象", "where the post is"), headers=("派驻企业", "联系企业", "派驻单位"), one=True,
            since="established",
            many_sources=False,
        ),
        Relation(
            "PART_OF", "programmes", ("Programme",), "dispatches",
            Text("所属行动", "programmes it belongs to"), headers=("所属行动", "所属工程"),
        ),
    )  # fmt: skip
