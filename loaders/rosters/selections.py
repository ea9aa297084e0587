"""SELECTIONS 选派程序: one candidate's way to one post, step by step."""

from loaders.cells.spans import Span
from loaders.rosters.people import cadre_named
from loaders.rosters.roster import Roster, RosterKind, plain_column, property_columns, relation_column
from loaders.rosters.row import Row
from schema.fields import Kind
from schema.selection_step import SelectionStepKind, StepOutcome


def state(row: Row) -> None:
    """A selection, its steps, and the dispatch it led to."""
    cadre = cadre_named(row, "candidate", "agency")
    target = row.refer("target", "Enterprise", "PartyBranch", "IndustryBrand")
    post, opened = row["post"], row.day("opened")
    selection = row.node("Selection", cadre, post.name if post else None, target, opened or "-")
    row.facts.subject_is(selection)
    row.tie(selection, "candidate", cadre)
    row.tie(selection, "target", target)
    for step in SelectionStepKind:
        date = row.day(f"{step.name}.date")
        outcome, actor = row[f"{step.name}.outcome"], row[f"{step.name}.actor"]
        if date is None and outcome is None:
            continue
        taken = row.node(
            "SelectionStep", selection, step.name, step=step.name, date=date, actor=actor,
            outcome=outcome, evidence=row["evidence"],
            column=f"{step.name}.date",
        )  # fmt: skip
        row.tie(taken, "selection", selection)
    spans: tuple[Span, ...] = row["dispatch_span"] or ()
    if spans and spans[0].start is not None and cadre is not None and target is not None and post is not None:
        start, until = spans[0].start.stored, spans[0].until
        dispatch = row.node(
            "Dispatch", cadre, post.name, target, start, post=post.name, column="dispatch_span",
            from_=start, until=until.stored if until else None, batch=row["batch"],
        )  # fmt: skip
        row.tie(cadre, "dispatches", dispatch)
        row.tie(dispatch, "target", target)
        row.tie(selection, "dispatch", dispatch)


ROSTER = Roster(
    RosterKind.SELECTIONS,
    columns=(
        *property_columns("Selection"),
        relation_column("Selection", "candidate"),
        plain_column("agency", Kind.TEXT, "派出单位", "工作单位", "推荐单位", fills=True),
        relation_column("Selection", "target"),
        *(
            column
            for step in SelectionStepKind
            for column in (
                plain_column(f"{step.name}.date", Kind.DATE, step.zh, f"{step.zh}时间"),
                plain_column(f"{step.name}.outcome", Kind.TERM, f"{step.zh}结果", vocabulary=StepOutcome),
                plain_column(f"{step.name}.actor", Kind.TEXT, f"{step.zh}经办", f"{step.zh}单位"),
            )
        ),
        plain_column("evidence", Kind.TEXT, "佐证材料", "依据"),
        plain_column("dispatch_span", Kind.SPANS, "任期", "任职时间", "选派时间"),
    ),
    required=(("candidate",), ("target",), ("APPROVAL.date", "RECOMMENDATION.date", "APPLICATION.date")),
    keys=("candidate", "post", "target"),
    state=state,
)
