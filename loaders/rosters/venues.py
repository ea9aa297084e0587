"""VENUES 阵地名册."""

from loaders.rosters.roster import Roster, RosterKind, property_columns, relation_column
from loaders.rosters.row import Row
from schema.fields import Kind


def state(row: Row) -> None:
    """A venue and where it is."""
    venue = row.node("Venue", row["name"])
    row.tie(venue, "site", row.refer("site", "Enterprise", "IndustrialPark"))
    for programme in row.refer_all("programmes", "Programme"):
        row.tie(venue, "programmes", programme)


ROSTER = Roster(
    RosterKind.VENUES,
    columns=(
        *property_columns("Venue"),
        relation_column("Venue", "site"),
        relation_column("Venue", "programmes", kind=Kind.NAMES),
    ),
    required=(("name", "code"), ("kind", "planned_together", "built_together", "site")),
    keys=("code", "name"),
    state=state,
)
