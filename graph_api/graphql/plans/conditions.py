"""`where`: which rows of a type a caller selects, over the whole table at once."""

from collections.abc import Mapping
from functools import reduce
from operator import and_, or_
from typing import Any

import numpy as np
import pyarrow.compute as pc  # type: ignore[import-untyped] # pyarrow ships no types

from graph_api.graphql.failures import BadInput
from graph_api.graphql.identity import GlobalId
from graph_api.graphql.naming import TIES, fields_filtered, links_shown, type_named
from graph_api.graphql.plans.comparisons import Values, compared
from graph_api.graphql.plans.reading import Reading
from graph_api.graphql.plans.truth import Truth
from graph_api.projection.columns import Mask
from graph_api.projection.day_view import When
from graph_api.projection.links import Link
from graph_api.projection.neighbours import Reached
from schema.fields import Field, Kind
from schema.text import Text

Where = Mapping[str, Any]
_DAY = Field("", Kind.DATE, Text("日期", "day"))
_COUNT = Field("", Kind.COUNT, Text("个数", "number"))


def condition(reading: Reading, type_name: str, where: Where) -> Truth:
    """Where the condition holds of the rows of a type; its members are and-ed. Raises BadInput."""
    count = len(reading.picture.tables[type_name])
    parts = [_member(reading, type_name, name, value) for name, value in where.items()]
    return reduce(and_, parts, Truth.certain(np.ones(count, np.bool_)))


def _member(reading: Reading, type_name: str, name: str, value: Any) -> Truth:
    count = len(reading.picture.tables[type_name])
    _stated(name, value)
    if name in ("and", "or"):
        neutral = Truth.certain(np.full(count, name == "and"))
        each = (condition(reading, type_name, part) for part in value)
        return reduce(and_ if name == "and" else or_, each, neutral)
    if name == "not":
        return ~condition(reading, type_name, value)
    if name == "within":
        return Truth.certain(_within(reading, value))
    field = fields_filtered(type_name).get(name)
    if field is not None:
        return _of_field(reading, type_name, field, value)
    link = links_shown(type_name)[name.removesuffix(TIES)]
    if link.one and not name.endswith(TIES):
        return Truth.certain(_to_one(reading, link, value))
    return Truth.certain(_to_many(reading, link, value, tied=name.endswith(TIES)))


def _stated(name: str, value: Any) -> Any:
    """The value of a member of `where`. Raises BadInput for a null, which states nothing."""
    if value is None:
        raise BadInput(
            Text(f"where 中的 {name} 不能是 null", f"{name} in where cannot be null"),
            Text("删去它，或写出条件", "leave it out, or state a condition"),
            where=name,
        )
    return value


def _of_field(reading: Reading, type_name: str, field: Field, value: Where) -> Truth:
    if field.observed:
        return compared(Values.of(field, *reading.view.observed(type_name, field.name)), value)
    values = Values.of(field, reading.picture.column(type_name, field.name))
    if field.table == "industries":
        return compared(values, _stated("code", value.get("code", {})))
    return compared(values, value)


def _to_one(reading: Reading, link: Link, value: Where) -> Mask:
    """Whether the relation leads to a node of which the condition is true. Two-valued."""
    count = len(reading.picture.tables[link.owner])
    holds = np.zeros(count, np.bool_)
    wanted = _by_type(link, value)
    for name, far in reading.view.one(link, np.arange(count)):
        if name in wanted:
            true = condition(reading, name, wanted[name]).true
            there = far >= 0
            holds[there] |= true[far[there]]
    return holds


def _to_many(reading: Reading, link: Link, value: Where, *, tied: bool) -> Mask:
    """`some`, `all`, `none` and `count` over the ties in force, or of `when`. Two-valued."""
    rows = np.arange(len(reading.picture.tables[link.owner]))
    when = When[getattr(value.get("when"), "value", value.get("when")) or "IN_FORCE"]
    reached = reading.view.reached(link, rows, when)
    if tied and "tie" in value:
        tie = _stated("tie", value["tie"])
        reached = [(name, _of_ties(reading, link, name, each, tie)) for name, each in reached]
    among = sum((np.diff(each.offsets) for _, each in reached), start=np.zeros(len(rows), np.int64))
    holds = np.ones(len(rows), np.bool_)
    for name in ("some", "all", "none"):
        if name in value:
            true = _counted(reading, link, reached, _stated(name, value[name]))
            holds &= {"some": true > 0, "all": true == among, "none": true == 0}[name]
    if "count" in value:
        holds &= compared(Values.of(_COUNT, among), _stated("count", value["count"])).true
    return holds


def _counted(
    reading: Reading, link: Link, reached: list[tuple[str, Reached]], where: Where
) -> np.ndarray[Any, Any]:
    """How many of what each row leads to fulfil the condition."""
    wanted = _by_type(link, where)
    found: Any = 0
    for name, each in reached:
        if name in wanted:
            true = condition(reading, name, wanted[name]).true[each.rows]
            found = found + np.diff(np.concatenate(([0], np.cumsum(true)))[each.offsets])
        else:
            found = found + np.zeros(len(each.offsets) - 1, np.int64)
    made: np.ndarray[Any, Any] = found
    return made


def _by_type(link: Link, where: Where) -> Mapping[str, Where]:
    """The condition for each type that the relation may lead to; of several, those that it names."""
    if len(link.targets) == 1:
        return {link.targets[0]: where}
    return {type_named(name): _stated(name, each) for name, each in where.items()} or {
        each: {} for each in link.targets
    }


def _of_ties(reading: Reading, link: Link, target: str, reached: Reached, tie: Where) -> Reached:
    """Only what is reached by ties whose recorded days fulfil the conditions."""
    leg = link.legs[0]
    bond = reading.picture.bonds(leg.relation)[target if leg.onward else link.owner]
    kept = np.ones(len(bond.ties), np.bool_)
    for name, recorded in (("from", bond.ties.from_), ("until", bond.ties.until), ("seen", bond.ties.seen)):
        if name in tie:
            kept &= compared(Values.of(_DAY, recorded), _stated(name, tie[name])).true
    return reached.where(kept[reached.ties])


def _within(reading: Reading, code: str) -> Mask:
    """The divisions of that code and below it.

    Raises BadInput where there is no such division, and for an id that was read for another day.
    """
    table = reading.picture.tables["Division"]
    wanted = GlobalId.recognise(code)
    if wanted is not None and wanted.type_name == "Division":
        wanted.on(reading.day)
        row = int(table.rows(np.array([wanted.number]))[0])
    else:
        row = reading.picture.by_code("Division", code)
    if row < 0:
        raise BadInput(
            Text(f"没有行政区划“{code[:40]}”", f"there is no division '{code[:40]}'"),
            Text("用区划代码，如 450903107", "use a division's code, such as 450903107"),
            where="within",
        )
    above = table.columns["code"][row].as_py()
    found: Mask = pc.starts_with(table.columns["code"], above).to_numpy(zero_copy_only=False)
    return found
