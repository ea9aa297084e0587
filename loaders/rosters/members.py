"""MEMBERS 党员名册."""

from loaders.rosters.people import enterprise_person
from loaders.rosters.roster import Roster, RosterKind, plain_column, property_columns, relation_column
from loaders.rosters.row import Row
from schema.fields import Kind


def state(row: Row) -> None:
    """A member, the person behind the role, and the branch."""
    person = enterprise_person(row)
    member = row.node("PartyMember", person)
    row.facts.subject_is(member)
    row.tie(member, "person", person)
    row.tie(member, "branch", row.refer("branch", "PartyBranch"), row.day("transferred"))


ROSTER = Roster(
    RosterKind.MEMBERS,
    columns=(
        *property_columns("Person", "person."),
        *property_columns("PartyMember"),
        relation_column("Person", "employer"),
        plain_column("employed_from", Kind.DATE, "入职时间", "入企时间"),
        relation_column("PartyMember", "branch"),
        plain_column("transferred", Kind.DATE, "转入时间", "组织关系转入时间"),
    ),
    required=(("person.name",), ("joined",), ("branch",)),
    keys=("person.name", "person.id_hash"),
    state=state,
)
