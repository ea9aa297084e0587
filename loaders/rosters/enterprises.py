"""ENTERPRISES 企业名册: enterprises as of a day, with the organisations that the office noted beside them."""

from loaders.rosters.roster import Roster, RosterKind, plain_column, property_columns, relation_column
from loaders.rosters.row import Row
from schema.fields import Kind, Personal


def state(row: Row) -> None:
    """An enterprise, its place, and its branch and union where the row names them."""
    place = row.refer("division", "Division")
    enterprise = row.node("Enterprise", row["name"], unit=place)
    row.facts.subject_is(enterprise)
    for organisation in ("branch", "union"):
        if row.says_none(f"{organisation}.name"):  # 党组织名称 = 无, where 是否建立党组织 is blank
            enterprise.observed.setdefault(f"has_{organisation}", False)
    row.tie(enterprise, "division", place)
    row.tie(enterprise, "park", row.refer("park", "IndustrialPark"))
    for brand in row.refer_all("brands", "IndustryBrand"):
        row.tie(enterprise, "brands", brand)
    if row["branch.name"] is not None:
        branch = row.node("PartyBranch", row["branch.name"], prefix="branch.", unit=enterprise)
        row.tie(branch, "enterprises", enterprise)
        if row["secretary"] is not None:
            person = row.node(
                "Person", row["secretary"], name=row["secretary"], column="secretary", unit=branch,
                unit_required=True,
            )  # fmt: skip
            row.tie(branch, "secretary", person)
    if row["union.name"] is not None:
        union = row.node("Union", row["union.name"], prefix="union.", unit=enterprise)
        row.tie(union, "enterprises", enterprise)


ROSTER = Roster(
    RosterKind.ENTERPRISES,
    columns=(
        *property_columns("Enterprise"),
        relation_column("Enterprise", "division"),
        relation_column("Enterprise", "park"),
        relation_column("Enterprise", "brands", kind=Kind.NAMES),
        *property_columns("PartyBranch", "branch.", only=("name", "kind")),
        plain_column("secretary", Kind.TEXT, "书记", "党组织书记", personal=Personal.NAME),
        *property_columns("Union", "union.", only=("name",)),
    ),
    required=(
        ("name",),
        ("uscc", "division", "park"),
        (
            "uscc",
            "employees",
            "full_members",
            "operating_status",
            "industry",
            "has_branch",
            "has_union",
            "size",
            "ownership",
            "established",
        ),
    ),
    keys=("uscc", "name"),
    state=state,
)
