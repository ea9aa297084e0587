"""RECTIFICATIONS 问题整改: what checks found and whether it was mended."""

from loaders.rosters.roster import Roster, RosterKind, property_columns, relation_column
from loaders.rosters.row import Row


def state(row: Row) -> None:
    """A shortcoming and what it concerns."""
    subject = row.refer("subject", "Enterprise", "PartyBranch", "Union")
    found = row.node("Rectification", subject, row.day("found_on"), row["finding"])
    row.facts.subject_is(found)
    row.tie(found, "subject", subject)


ROSTER = Roster(
    RosterKind.RECTIFICATIONS,
    columns=(*property_columns("Rectification"), relation_column("Rectification", "subject")),
    required=(("subject",), ("finding",), ("found_on", "due")),
    keys=("subject", "finding"),
    state=state,
)
