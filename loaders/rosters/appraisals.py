"""APPRAISALS 考核: checklist 六有, 百分制 score, or survey, one row a subject."""

import re
from decimal import Decimal

from loaders.facts import Mention
from loaders.findings import CELL_REQUIRED, SCHEME_NOT_100
from loaders.rosters.roster import Roster, RosterKind, plain_column, property_columns
from loaders.rosters.row import Row
from schema.appraisal import AppraisalScheme
from schema.fields import Kind, Personal

_WEIGHT = re.compile(r"(.+?)[（(](\d+(?:\.\d+)?)分[)）]")
_SURVEY = ("认可度", "凝聚力", "满意度")


def state(row: Row) -> None:
    """An appraisal with its items in the order of the columns."""
    subject = _subject(row)
    items, weights, results = _items(row)
    family = row["family"] or _family(row)
    if weights and (total := sum(map(Decimal, weights))) != 100:  # noqa: PLR2004 - 百分制
        row.refuse("score", SCHEME_NOT_100.about(total=total))
    period = row["period"] or (str(row["date"])[:4] if row["date"] is not None else None)
    if period is None:
        row.refuse("period", CELL_REQUIRED.about(columns="考核年度"))
    scheme = row["scheme"] or (family.zh if family else None)
    appraisal = row.node(
        "Appraisal", subject, scheme, str(period).removesuffix("年").removesuffix("年度"),
        scheme=scheme, family=family, period=str(period).removesuffix("年度").removesuffix("年"),
        items=items or None, weights=weights or None, results=results or None,
    )  # fmt: skip
    row.facts.subject_is(appraisal)
    row.tie(appraisal, "subject", subject)


def _subject(row: Row) -> Mention | None:
    if row["person"] is not None:
        return row.refer("person", "Person", unit=row.refer("person_unit", "Agency"), unit_required=True)
    return row.refer("subject", "PartyBranch", "Union", "Enterprise", "Agency")


def _family(row: Row) -> AppraisalScheme | None:
    if row["has"]:
        return AppraisalScheme.CHECKLIST
    if row["respondents"] is not None or row["asked"]:
        return AppraisalScheme.SURVEY
    return AppraisalScheme.SCORE if row["weighed"] or row["score"] is not None else None


def _items(row: Row) -> tuple[tuple[str, ...], tuple[str, ...], tuple[str, ...]]:
    items: list[str] = []
    weights: list[str] = []
    results: list[str] = []
    for column in ("has", "weighed", "asked"):
        for header, value in row[column] or ():
            parts = _WEIGHT.fullmatch(header)
            items.append(parts[1] if parts else header)
            if parts:
                weights.append(parts[2])
            results.append("" if value is None else str(value))
    return tuple(items), tuple(weights), tuple(results)


ROSTER = Roster(
    RosterKind.APPRAISALS,
    columns=(
        *property_columns("Appraisal", without=("items", "weights", "results")),
        plain_column(
            "subject", Kind.TEXT, "考核对象", "单位名称", "党组织名称", "工会名称", "企业名称", fills=False
        ),
        plain_column("person", Kind.TEXT, "姓名", personal=Personal.NAME),
        plain_column("person_unit", Kind.TEXT, "工作单位", "派出单位", fills=True),
        plain_column("has", Kind.TEXT, pattern=r"有.{2,12}"),
        plain_column("weighed", Kind.TEXT, pattern=r".+[（(]\d+(?:\.\d+)?分[)）]"),
        plain_column("asked", Kind.TEXT, pattern="|".join(_SURVEY)),
    ),
    required=(("subject", "person"), ("has", "weighed", "asked", "score"), ("period", "date")),
    keys=("subject", "person", "period"),
    state=state,
)
