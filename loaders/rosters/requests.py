"""REQUESTS 诉求台账: problems raised by enterprises."""

from loaders.rosters.people import cadre_named
from loaders.rosters.roster import Roster, RosterKind, plain_column, property_columns, relation_column
from loaders.rosters.row import Row
from schema.fields import Kind, Personal


def state(row: Row) -> None:
    """A request, who raised it, its topic, who must solve it, who handled it."""
    enterprise = row.refer("enterprise", "Enterprise")
    request = row.node("ServiceRequest", enterprise, row.day("raised_on"), row["text"])
    row.facts.subject_is(request)
    row.tie(request, "enterprise", enterprise)
    row.tie(request, "topic", row.refer("topic", "Topic"))
    row.tie(request, "assigned_agency", row.refer("assigned_agency", "Agency"), row.day("assigned_on"))
    row.tie(request, "resolver", cadre_named(row, "handler", "handler_agency", optional=True))
    row.tie(request, "resolver", row.refer("handling_platform", "ServicePlatform"))


ROSTER = Roster(
    RosterKind.REQUESTS,
    columns=(
        *property_columns("ServiceRequest"),
        relation_column("ServiceRequest", "enterprise"),
        relation_column("ServiceRequest", "topic"),
        relation_column("ServiceRequest", "assigned_agency"),
        plain_column("handler", Kind.TEXT, "办理人", "经办人", personal=Personal.NAME),
        plain_column("handler_agency", Kind.TEXT, "办理人单位", "经办人单位", fills=True),
        plain_column("handling_platform", Kind.TEXT, "办理平台", fills=True),
    ),
    required=(("enterprise",), ("raised_on",), ("text", "topic")),
    keys=("code", "enterprise", "raised_on"),
    state=state,
)
