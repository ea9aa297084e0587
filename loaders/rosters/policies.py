"""POLICIES 政策清单."""

from loaders.rosters.roster import Roster, RosterKind, property_columns, relation_column
from loaders.rosters.row import Row
from schema.fields import Kind


def state(row: Row) -> None:
    """A policy, who is entitled to it, and its programmes."""
    policy = row.node("Policy", row["name"])
    for enterprise in row.refer_all("entitled", "Enterprise"):
        row.tie(policy, "entitled", enterprise, row.day("from"))
    for programme in row.refer_all("programmes", "Programme"):
        row.tie(policy, "programmes", programme)


ROSTER = Roster(
    RosterKind.POLICIES,
    columns=(
        *property_columns("Policy"),
        relation_column("Policy", "entitled", kind=Kind.NAMES),
        relation_column("Policy", "programmes", kind=Kind.NAMES),
    ),
    required=(("name",), ("grants", "entitled", "code")),
    keys=("code", "name"),
    state=state,
)
