"""PROGRAMMES 工程/行动."""

from loaders.rosters.roster import Roster, RosterKind, property_columns
from loaders.rosters.row import Row


def state(row: Row) -> None:
    """A programme."""
    row.node("Programme", row["name"])


ROSTER = Roster(
    RosterKind.PROGRAMMES,
    columns=property_columns("Programme"),
    required=(("name",), ("goal", "code")),
    keys=("code", "name"),
    state=state,
)
