"""PLATFORMS 服务平台."""

from loaders.rosters.roster import Roster, RosterKind, property_columns, relation_column
from loaders.rosters.row import Row
from schema.fields import Kind


def state(row: Row) -> None:
    """A platform, who runs it, whom it serves, on which topics, and the venue that houses it."""
    platform = row.node("ServicePlatform", row["name"])
    row.tie(platform, "agency", row.refer("agency", "Agency"))
    for served in row.refer_all("serves", "Division", "IndustrialPark", "Enterprise"):
        row.tie(platform, "serves", served)
    for topic in row.refer_all("topics", "Topic"):
        row.tie(platform, "topics", topic)
    row.tie(platform, "venue", row.refer("venue", "Venue"))


ROSTER = Roster(
    RosterKind.PLATFORMS,
    columns=(
        *property_columns("ServicePlatform"),
        relation_column("ServicePlatform", "agency"),
        relation_column("ServicePlatform", "serves", kind=Kind.NAMES),
        relation_column("ServicePlatform", "topics", kind=Kind.NAMES),
        relation_column("ServicePlatform", "venue"),
    ),
    required=(("name",), ("kind",), ("agency", "serves", "offers")),
    keys=("code", "name"),
    state=state,
)
