"""CADRES 干部名册: people who can be sent, with the agency where they work."""

from loaders.rosters.people import agency_person
from loaders.rosters.roster import Roster, RosterKind, plain_column, property_columns, relation_column
from loaders.rosters.row import Row
from schema.fields import Kind


def state(row: Row) -> None:
    """A cadre and the person behind the role."""
    person = agency_person(row)
    cadre = row.node("Cadre", person)
    row.facts.subject_is(cadre)
    row.tie(cadre, "person", person)


ROSTER = Roster(
    RosterKind.CADRES,
    columns=(
        *property_columns("Person", "person."),
        *property_columns("Cadre"),
        relation_column("Person", "agency"),
        plain_column("agency_span", Kind.SPANS, "到本单位时间", "任现单位时间"),
    ),
    required=(("person.name",), ("agency",), ("source", "party_status", "available", "position")),
    keys=("person.name", "person.id_hash", "code"),
    state=state,
)
