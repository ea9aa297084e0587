"""BRANDS 行业党建品牌: the agency that leads it and the enterprises in it."""

from loaders.rosters.roster import Roster, RosterKind, plain_column, property_columns, relation_column
from loaders.rosters.row import Row
from schema.fields import Kind


def state(row: Row) -> None:
    """A brand, its lead agency, its enterprises."""
    brand = row.node("IndustryBrand", row["name"])
    row.tie(brand, "lead_agency", row.refer("lead_agency", "Agency"))
    for enterprise in row.refer_all("members", "Enterprise"):
        row.tie(enterprise, "brands", brand)


ROSTER = Roster(
    RosterKind.BRANDS,
    columns=(
        *property_columns("IndustryBrand"),
        relation_column("IndustryBrand", "lead_agency"),
        plain_column("members", Kind.NAMES, "成员企业", "品牌成员企业"),
    ),
    required=(("name",), ("lead_agency", "members", "code")),
    keys=("code", "name"),
    state=state,
)
