"""One roster kind a file, and the explicit list of them."""

from loaders.rosters import (
    activities,
    agencies,
    appraisals,
    attendance,
    branches,
    brands,
    cadres,
    cultivation,
    dispatches,
    divisions,
    enterprises,
    members,
    parks,
    platforms,
    policies,
    programmes,
    rectifications,
    requests,
    selections,
    topics,
    unions,
    venues,
)
from loaders.rosters.roster import Roster, RosterKind

ROSTERS: dict[RosterKind, Roster] = {
    each.ROSTER.kind: each.ROSTER
    for each in (
        divisions,
        parks,
        topics,
        agencies,
        programmes,
        enterprises,
        brands,
        branches,
        unions,
        cadres,
        selections,
        dispatches,
        members,
        cultivation,
        venues,
        platforms,
        requests,
        policies,
        activities,
        attendance,
        appraisals,
        rectifications,
    )
}
"""Every kind, in an order in which each refers only to those before it."""
