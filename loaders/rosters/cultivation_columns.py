"""The columns of the cultivation ledger: which header states which fact of which step."""

from typing import Final

from loaders.rosters.roster import Column, plain_column
from schema.fields import Kind, Personal
from schema.selection_step import StepOutcome
from schema.stage_event import ReceivedAs, StageEventKind

EVENT_COLUMNS: Final[tuple[Column, ...]] = (
    plain_column("APPLICATION.date", Kind.DATE, "递交入党申请书时间", "申请入党时间", "入党申请时间"),
    plain_column("APPLICATION.received_as", Kind.TERM, "受理单位性质", vocabulary=ReceivedAs),
    plain_column("APPLICATION.received_by", Kind.TEXT, "受理党组织", fills=True),
    plain_column("TALK.date", Kind.DATE, "派人谈话时间", "谈话时间"),
    plain_column(
        "ACTIVIST.date", Kind.DATE, "确定为入党积极分子时间", "确定积极分子时间", "列为积极分子时间"
    ),
    plain_column("ACTIVIST.recommended_by", Kind.TEXT, "推优", "推荐方式"),
    plain_column("ACTIVIST.decided_by", Kind.TEXT, "支委会决定", "决定机构"),
    plain_column("ACTIVIST.filed_on", Kind.DATE, "上级备案", "备案时间"),
    plain_column("contacts", Kind.NAMES, "培养联系人", several=True, personal=Personal.NAME),
    plain_column("CONTACTS.date", Kind.DATE, "确定培养联系人时间"),
    plain_column("REVIEW.date", Kind.DATE, "半年考察时间", "最近考察时间"),
    plain_column("REVIEW.outcome", Kind.TERM, "考察结论", vocabulary=StepOutcome),
    plain_column("YEARLY_ANALYSIS.date", Kind.DATE, "年度分析时间"),
    plain_column("MOVE.date", Kind.DATE, "培养关系转移时间", "转移时间"),
    plain_column("CONSENT.date", Kind.DATE, "上级同意时间", "发展对象备案时间"),
    plain_column("PUBLICITY.span", Kind.SPANS, "公示起止", "公示时间"),
    plain_column("PUBLICITY.place", Kind.TEXT, "公示地点"),
    plain_column("TARGET.date", Kind.DATE, "列为发展对象时间", "确定为发展对象时间", "确定发展对象时间"),
    plain_column("TARGET.opinions_heard", Kind.YES_NO, "听取意见", "是否听取意见"),
    plain_column("introducers", Kind.NAMES, "入党介绍人", several=True, personal=Personal.NAME),
    plain_column("INTRODUCERS.date", Kind.DATE, "确定入党介绍人时间"),
    plain_column("POLITICAL_REVIEW.date", Kind.DATE, "政审时间", "政治审查时间"),
    plain_column(
        "POLITICAL_REVIEW.outcome", Kind.TERM, "政审结论", vocabulary=StepOutcome, personal=Personal.WITHHELD
    ),
    plain_column("TRAINING.date", Kind.DATE, "培训时间", "集中培训时间"),
    plain_column("TRAINING.training_days", Kind.DECIMAL, "培训天数"),
    plain_column("TRAINING.training_hours", Kind.DECIMAL, "培训学时"),
    plain_column("PRE_REVIEW.date", Kind.DATE, "预审时间"),
    plain_column("BRANCH_MEETING.date", Kind.DATE, "支部大会时间", "接收为预备党员时间"),
    plain_column("BRANCH_MEETING.held", Kind.YES_NO, "是否召开支部大会"),
    plain_column("BRANCH_MEETING.entitled", Kind.COUNT, "应到会有表决权人数", "应到人数"),
    plain_column("BRANCH_MEETING.present", Kind.COUNT, "实到人数", "实到会有表决权人数"),
    plain_column("BRANCH_MEETING.yes", Kind.COUNT, "赞成票"),
    plain_column("BRANCH_MEETING.written_yes", Kind.COUNT, "书面意见"),
    plain_column("BRANCH_MEETING.secret_ballot", Kind.YES_NO, "无记名投票"),
    plain_column("BRANCH_MEETING.resolution_reported_on", Kind.DATE, "决议上报时间"),
    plain_column("COMMITTEE_TALK.date", Kind.DATE, "组织谈话", "组织谈话时间"),
    plain_column("APPROVAL.date", Kind.DATE, "审批时间"),
    plain_column("APPROVAL.approved_by", Kind.TEXT, "审批机关", fills=True),
    plain_column("APPROVAL.special_circumstances", Kind.TEXT, "特殊情况说明"),
    plain_column("OATH.date", Kind.DATE, "入党宣誓时间", "宣誓时间"),
    plain_column("EXTENSION.date", Kind.DATE, "延长预备期", "延长预备期时间"),
    plain_column("EXTENSION.months", Kind.COUNT, "延长月数"),
    plain_column("FULL_APPLICATION.date", Kind.DATE, "转正申请", "转正申请时间"),
    plain_column("FULL_MEETING.date", Kind.DATE, "转正大会", "转正大会时间"),
    plain_column("FULL_MEETING.entitled", Kind.COUNT, "转正应到人数"),
    plain_column("FULL_MEETING.present", Kind.COUNT, "转正实到人数"),
    plain_column("FULL_MEETING.yes", Kind.COUNT, "转正赞成票"),
    plain_column("FULL_MEETING.secret_ballot", Kind.YES_NO, "转正无记名投票"),
    plain_column("FULL_APPROVAL.date", Kind.DATE, "转正审批", "转正审批时间"),
    plain_column("FULL_APPROVAL.approved_by", Kind.TEXT, "转正审批机关", fills=True),
    plain_column("POSTPONEMENT.date", Kind.DATE, "推迟讨论转正时间"),
    plain_column("POSTPONEMENT.months", Kind.COUNT, "推迟月数"),
    plain_column("TRANSFER.date", Kind.DATE, "组织关系转接时间"),
    plain_column("CANCELLATION.date", Kind.DATE, "取消预备党员资格时间", "取消资格时间"),
    plain_column("NOT_RECOGNIZED.date", Kind.DATE, "不予承认时间"),
    plain_column("NOT_RECOGNIZED.approved_by", Kind.TEXT, "不予承认决定机关"),
    plain_column("WITHDRAWAL.date", Kind.DATE, "撤回申请时间"),
    plain_column("REMOVAL.date", Kind.DATE, "取消培养时间", "取消培养资格时间"),
)
"""Every column of a step, named `<step>.<fact>`; contacts and introducers are people."""


def _steps() -> dict[StageEventKind, dict[str, str]]:
    steps: dict[StageEventKind, dict[str, str]] = {}
    for column in EVENT_COLUMNS:
        kind, _, fact = column.name.partition(".")
        if fact and kind in StageEventKind.__members__ and kind not in ("CONTACTS", "INTRODUCERS"):
            facts = steps.setdefault(StageEventKind.__members__[kind], {})
            facts[fact] = column.name
            if fact == "span":
                facts["date"] = column.name
    return steps


STEPS: Final = _steps()
"""The facts of each step, and the column that states each."""
