"""The person behind a role: by the hash of the identity number, else by name and unit."""

from loaders.cells.spans import Span
from loaders.facts import Mention
from loaders.findings import PERSON_WITHOUT_UNIT
from loaders.rosters.row import Row


def agency_person(row: Row) -> Mention:
    """A person who works at the agency that the row names."""
    agency = row.refer("agency", "Agency")
    person = _person(row, agency)
    spans: tuple[Span, ...] = row["agency_span"] or (Span(None),)
    for span in spans:
        row.tie(
            person, "agency", agency,
            span.start.stored if span.start else None, span.until.stored if span.until else None,
        )  # fmt: skip
    return person


def enterprise_person(row: Row) -> Mention:
    """A person employed by the enterprise that the row names."""
    employer = row.refer("employer", "Enterprise")
    person = _person(row, employer)
    row.tie(person, "employer", employer, row.day("employed_from"))
    return person


def _person(row: Row, unit: Mention | None) -> Mention:
    if unit is None and row["person.id_hash"] is None:
        row.refuse("person.name", PERSON_WITHOUT_UNIT)
    return row.node("Person", row["person.name"], prefix="person.", unit=unit, unit_required=True)


def cadre_named(row: Row, column: str, agency: str, *, optional: bool = False) -> Mention | None:
    """The cadre whom the cell names: by code, else by name and the agency in column `agency`."""
    name = row[column]
    if name is None:
        return None
    return row.refer(
        column, "Cadre", unit=row.refer(agency, "Agency", optional=optional), unit_required=True,
        optional=optional,
    )  # fmt: skip
