"""DIVISIONS 行政区划: county, townships, villages, each with the division above it."""

from loaders.rosters.roster import Roster, RosterKind, property_columns, relation_column
from loaders.rosters.row import Row


def state(row: Row) -> None:
    """A division and what it is part of."""
    division = row.node("Division", row["name"])
    row.tie(division, "parent", row.refer("parent", "Division"))


ROSTER = Roster(
    RosterKind.DIVISIONS,
    columns=(*property_columns("Division"), relation_column("Division", "parent")),
    required=(("code",), ("name",)),
    keys=("code", "name"),
    state=state,
)
