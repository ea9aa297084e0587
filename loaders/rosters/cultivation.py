"""CULTIVATION 培养台账: people on the membership path, one row a person, a column a step."""

from typing import Any

from loaders.facts import Mention
from loaders.rosters.cultivation_columns import EVENT_COLUMNS, STEPS
from loaders.rosters.people import enterprise_person
from loaders.rosters.roster import Roster, RosterKind, plain_column, property_columns, relation_column
from loaders.rosters.row import Row
from schema.fields import Kind
from schema.party_member import MentorRole
from schema.stage_event import StageEventKind

_MENTORS = {
    "contacts": (StageEventKind.CONTACTS, MentorRole.CONTACT),
    "introducers": (StageEventKind.INTRODUCERS, MentorRole.INTRODUCER),
}
"""The columns of people named: for which step, and as what."""


def state(row: Row) -> None:
    """An activist, the person behind the role, and an event for each recorded step."""
    person = enterprise_person(row)
    branch = row.refer("branch", "PartyBranch")
    activist = row.node("Activist", person)
    row.facts.subject_is(activist)
    row.tie(activist, "person", person)
    row.tie(activist, "branch", branch, row.day("MOVE.date"))
    row.tie(activist, "unions", row.refer("unions", "Union"))
    for kind, facts in STEPS.items():
        stated = {fact: row[column] for fact, column in facts.items() if row[column] is not None}
        if "date" in stated or stated.get("held") is False:
            _event(row, activist, kind, stated)
    for column in _MENTORS:
        _mentors(row, activist, branch, column)


def _event(row: Row, activist: Mention, kind: StageEventKind, stated: dict[str, Any]) -> None:
    span = stated.pop("span", None)
    if span:
        stated["date"], stated["until"] = span[0].start, span[0].until
    date = stated.get("date")
    event = row.node(
        "StageEvent", activist, kind.name, date.stored if date is not None else "-",
        kind=kind.name, column=f"{kind.name}.date", **stated,
    )  # fmt: skip
    row.tie(event, "activist", activist)
    if stated.get("approved_by"):
        row.tie(event, "organ", row.refer(f"{kind.name}.approved_by", "PartyBranch", optional=True))


def _mentors(row: Row, activist: Mention, branch: Mention | None, column: str) -> None:
    """The people named, with the step's own date; a step without one is an event of unknown day."""
    kind, role = _MENTORS[column]
    names = row.texts(column)
    if not names:
        return
    date = row[f"{kind.name}.date"]
    _event(row, activist, kind, {"date": date, "members_named": names})
    for name in names:
        member = row.refer(column, "PartyMember", text=name, unit=branch, unit_required=True, optional=True)
        row.tie(member, "mentored", activist, row.day(f"{kind.name}.date"), role=role.name)


ROSTER = Roster(
    RosterKind.CULTIVATION,
    columns=(
        *property_columns("Person", "person."),
        *property_columns("Activist"),
        relation_column("Person", "employer"),
        plain_column("employed_from", Kind.DATE, "入职时间", "入企时间"),
        relation_column("Activist", "branch"),
        relation_column("Activist", "unions"),
        *EVENT_COLUMNS,
    ),
    required=(("person.name",), ("APPLICATION.date", "ACTIVIST.date", "stated_stage")),
    keys=("person.name", "person.id_hash"),
    state=state,
)
