"""TOPICS 服务事项: guide, materials and time limit of each topic."""

from loaders.rosters.roster import Roster, RosterKind, property_columns
from loaders.rosters.row import Row


def state(row: Row) -> None:
    """A topic."""
    row.node("Topic", row["name"])


ROSTER = Roster(
    RosterKind.TOPICS,
    columns=property_columns("Topic"),
    required=(("code",), ("name",), ("guide", "materials", "time_limit_days")),
    keys=("code", "name"),
    state=state,
)
