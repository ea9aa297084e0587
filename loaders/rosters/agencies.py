"""AGENCIES 机关单位: competences with capacity, areas, joint-conference membership."""

import re
from typing import Final

from loaders.rosters.roster import Roster, RosterKind, plain_column, property_columns, relation_column
from loaders.rosters.row import Row
from schema.fields import Kind

_SEVERAL: Final = re.compile(r"[、,，;；\n]+")


def state(row: Row) -> None:
    """An agency, the topics it is competent for, the places it answers for."""
    agency = row.node("Agency", row["name"])
    row.tie(agency, "division", row.refer("division", "Division"))
    for area in row.refer_all("areas", "Division", "IndustrialPark"):
        row.tie(agency, "areas", area)
    capacities = _capacities(row)
    for text in row.texts("competences"):
        topic = row.refer("competences", "Topic", text=text)
        row.tie(agency, "competences", topic, capacity=capacities.get(text, capacities.get("")))


def _capacities(row: Row) -> dict[str, int]:
    """受理能力: one number for every topic, or a number after each topic's name (税务5、市监3)."""
    found: dict[str, int] = {}
    for text in _SEVERAL.split(row["capacity"] or ""):
        parts = re.fullmatch(r"(.*?)[:： ]*(\d+)(?:件|项)?", text.strip())
        if parts is not None:
            found[parts[1]] = int(parts[2])
    return found


ROSTER = Roster(
    RosterKind.AGENCIES,
    columns=(
        *property_columns("Agency"),
        relation_column("Agency", "division"),
        relation_column("Agency", "areas", kind=Kind.NAMES),
        relation_column("Agency", "competences", kind=Kind.NAMES),
        plain_column("capacity", Kind.TEXT, "受理能力"),
    ),
    required=(("name",), ("kind", "competences", "areas", "joint_conference")),
    keys=("code", "name"),
    state=state,
)
