"""ATTENDANCE 签到表: who attended one activity, which stands in the lines above the names."""

import re

from loaders.findings import CELL_REQUIRED, PERSON_WITHOUT_UNIT
from loaders.rosters.roster import Roster, RosterKind, plain_column, property_columns
from loaders.rosters.row import Row
from schema.fields import Kind

_NAMED = re.compile(r"(?:活动编号|编号|活动名称|活动主题)[:：]\s*([^\s　]+)")


def state(row: Row) -> None:
    """A person of a unit attended the activity."""
    named = row["activity"] or next(
        (found[1] for line in row.title if (found := _NAMED.search(line)) is not None), None
    )
    if named is None:
        row.refuse("activity", CELL_REQUIRED.about(columns="活动编号"))
        return
    activity = row.refer("activity", "Activity", text=named)
    unit = row.refer("unit", "Agency", "Enterprise")
    if unit is None and row["person.id_hash"] is None:
        row.refuse("unit", PERSON_WITHOUT_UNIT)
    person = row.node("Person", row["person.name"], prefix="person.", unit=unit, unit_required=True)
    row.facts.subject_is(person)
    row.tie(person, "attended", activity)
    row.tie(person, "employer|agency", unit)


ROSTER = Roster(
    RosterKind.ATTENDANCE,
    columns=(
        plain_column("activity", Kind.TEXT, "活动编号", "活动名称", fills=True),
        *property_columns("Person", "person.", only=("name", "phones", "id_hash")),
        plain_column("unit", Kind.TEXT, "单位", "工作单位", "所在单位", fills=True),
        plain_column("signature", Kind.TEXT, "签名", "签到"),
    ),
    required=(("person.name",), ("unit",), ("signature", "activity")),
    keys=("person.name", "person.id_hash"),
    state=state,
)
