"""UNIONS 工会名册: unions, whom they cover, their elected chairs, the branch they were founded through."""

from loaders.cells.count import Counted
from loaders.rosters.leaders import lead, terms_of
from loaders.rosters.roster import Roster, RosterKind, plain_column, property_columns, relation_column
from loaders.rosters.row import Row
from schema.fields import Kind


def state(row: Row) -> None:
    """A union with its enterprises, chair and members; "30（含女12）" gives both counts."""
    covered = list(row.refer_all("enterprises", "Enterprise"))
    members, women = row["members"], row["women_members"]
    if women is None and isinstance(members, Counted):
        women = members.women
    union = row.node(
        "Union",
        row["name"],
        unit=covered[0] if len(covered) == 1 else None,
        women_members=women,
        terms=terms_of(row),
    )
    row.facts.subject_is(union)
    row.tie(union, "division", row.refer("division", "Division"))
    for enterprise in covered:
        row.tie(union, "enterprises", enterprise)
    row.tie(union, "founded_via", row.refer("founded_via", "PartyBranch"))
    for programme in row.refer_all("programmes", "Programme"):
        row.tie(union, "programmes", programme)
    lead(row, union, "elected_chair")


ROSTER = Roster(
    RosterKind.UNIONS,
    columns=(
        *property_columns("Union"),
        relation_column("Union", "division"),
        relation_column("Union", "enterprises", kind=Kind.NAMES),
        relation_column("Union", "founded_via"),
        relation_column("Union", "programmes", kind=Kind.NAMES),
        relation_column("Union", "elected_chair", kind=Kind.NAMES),
        plain_column("term_ends", Kind.DATE, "届满时间", "届满日期", "换届时间"),
        plain_column("elected_chair_term", Kind.SPANS, "主席任期", "主席任职时间"),
    ),
    required=(("name",), ("kind", "members", "elected_chair", "established", "uscc")),
    keys=("uscc", "name"),
    state=state,
)
