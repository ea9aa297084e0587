"""ACTIVITIES 活动台账: what was done, by whom and for whom."""

from loaders.rosters.people import cadre_named
from loaders.rosters.roster import Roster, RosterKind, plain_column, property_columns, relation_column
from loaders.rosters.row import Row
from schema.fields import Kind, Personal


def state(row: Row) -> None:
    """An activity, for whom, who led and organised it, what it delivered."""
    activity = row.node("Activity", row["name"], row.day("date"))
    for target in row.refer_all("targets", "Enterprise", "PartyBranch", "Union"):
        row.tie(activity, "targets", target)
    leader = cadre_named(row, "leader", "leader_agency")
    row.tie(leader, "led", activity)
    row.tie(activity, "organiser", row.refer("organiser", "Agency"))
    for policy in row.refer_all("delivered", "Policy"):
        row.tie(activity, "delivered", policy)
    for programme in row.refer_all("programmes", "Programme"):
        row.tie(activity, "programmes", programme)


ROSTER = Roster(
    RosterKind.ACTIVITIES,
    columns=(
        *property_columns("Activity"),
        relation_column("Activity", "targets", kind=Kind.NAMES),
        plain_column("leader", Kind.TEXT, "牵头人", "带队人", personal=Personal.NAME),
        plain_column("leader_agency", Kind.TEXT, "牵头人单位", "带队人单位", fills=True),
        relation_column("Activity", "organiser"),
        relation_column("Activity", "delivered", kind=Kind.NAMES),
        relation_column("Activity", "programmes", kind=Kind.NAMES),
    ),
    required=(("name", "code"), ("date",), ("kind",)),
    keys=("code", "date", "kind"),
    state=state,
)
