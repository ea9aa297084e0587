"""DISPATCHES 选派名单: who holds which post where, from when to when."""

from loaders.cells.spans import Span
from loaders.findings import CELL_REQUIRED
from loaders.rosters.people import cadre_named
from loaders.rosters.roster import Roster, RosterKind, plain_column, property_columns, relation_column
from loaders.rosters.row import Row
from schema.dispatch import Post
from schema.fields import Kind, Personal


def state(row: Row) -> None:
    """A dispatch for each post and target of the row."""
    cadre = cadre_named(row, "cadre", "agency")
    backing = row.refer("backing_agency", "Agency")
    spans: tuple[Span, ...] = row["span"] or ()
    start = row.day("from") or (spans[0].start.stored if spans and spans[0].start else None)
    until = row.day("until") or (spans[0].until.stored if spans and spans[0].until else None)
    if start is None:
        row.refuse("span", CELL_REQUIRED.about(columns="任期"))
    for target in row.refer_all("target", "Enterprise", "PartyBranch", "IndustryBrand"):
        for post in row["posts"] or ():
            dispatch = row.node(
                "Dispatch", cadre, post.name, target, start, post=post.name, column="target", from_=start,
                until=until,
            )  # fmt: skip
            row.facts.subject_is(dispatch)
            row.tie(cadre, "dispatches", dispatch)
            row.tie(dispatch, "target", target)
            row.tie(backing, "backed_dispatches", dispatch)
            for programme in row.refer_all("programmes", "Programme"):
                row.tie(dispatch, "programmes", programme)


ROSTER = Roster(
    RosterKind.DISPATCHES,
    columns=(
        *property_columns("Dispatch", without=("post",)),
        plain_column("cadre", Kind.TEXT, "姓名", "干部姓名", "选派干部", personal=Personal.NAME),
        plain_column("agency", Kind.TEXT, "派出单位", "选派单位", "工作单位", "工作单位及职务", fills=True),
        plain_column(
            "posts",
            Kind.TERM,
            "担任职务",
            "任职职务",
            "选派职务",
            "职务",
            vocabulary=Post,
            many=True,
            fills=True,
        ),
        relation_column("Dispatch", "target", kind=Kind.NAMES),
        plain_column("span", Kind.SPANS, "任期", "选派时间", "任职时间", "派驻时间", fills=True),
        plain_column("backing_agency", Kind.TEXT, "后盾单位", fills=True),
        relation_column("Dispatch", "programmes", kind=Kind.NAMES),
    ),
    required=(("cadre",), ("target",), ("posts",), ("span", "from")),
    keys=("cadre", "posts", "target", "span", "from"),
    state=state,
)
