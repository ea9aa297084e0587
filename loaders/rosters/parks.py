"""PARKS 园区."""

from loaders.rosters.roster import Roster, RosterKind, property_columns, relation_column
from loaders.rosters.row import Row


def state(row: Row) -> None:
    """A park and where it lies."""
    park = row.node("IndustrialPark", row["name"])
    row.tie(park, "division", row.refer("division", "Division"))


ROSTER = Roster(
    RosterKind.PARKS,
    columns=(*property_columns("IndustrialPark"), relation_column("IndustrialPark", "division")),
    required=(("name",), ("code", "division")),
    keys=("code", "name"),
    state=state,
)
