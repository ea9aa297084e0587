"""BRANCHES 党组织名册: branches and committees, whom they cover, who leads them, what is above them."""

from loaders.rosters.leaders import lead, terms_of
from loaders.rosters.roster import Roster, RosterKind, plain_column, property_columns, relation_column
from loaders.rosters.row import Row
from schema.fields import Kind


def state(row: Row) -> None:
    """A party organisation, its enterprises, superior and secretary."""
    covered = list(row.refer_all("enterprises", "Enterprise"))
    branch = row.node(
        "PartyBranch", row["name"], unit=covered[0] if len(covered) == 1 else None, terms=terms_of(row)
    )
    row.facts.subject_is(branch)
    row.tie(branch, "division", row.refer("division", "Division"))
    for enterprise in covered:
        row.tie(branch, "enterprises", enterprise)
    row.tie(branch, "superior", row.refer("superior", "PartyBranch", "Agency"))
    lead(row, branch, "secretary")


ROSTER = Roster(
    RosterKind.BRANCHES,
    columns=(
        *property_columns("PartyBranch"),
        relation_column("PartyBranch", "division"),
        relation_column("PartyBranch", "enterprises", kind=Kind.NAMES),
        relation_column("PartyBranch", "superior"),
        relation_column("PartyBranch", "secretary", kind=Kind.NAMES),
        plain_column("term_ends", Kind.DATE, "届满时间", "届满日期", "换届时间"),
        plain_column("secretary_term", Kind.SPANS, "书记任期", "书记任职时间"),
    ),
    required=(
        ("name",),
        ("code", "kind", "superior", "terms", "established"),
        ("code", "secretary", "superior"),
    ),
    keys=("code", "name"),
    state=state,
)
