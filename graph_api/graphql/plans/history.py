"""Where facts came from and what was observed when: asked of Neo4j by key, a statement a field."""

from collections import defaultdict
from collections.abc import Awaitable, Callable, Iterable, Mapping, Sequence
from typing import Any, LiteralString

import numpy as np

from graph_api.graphql.failures import BadInput
from graph_api.graphql.naming import camel
from graph_api.graphql.plans import objects
from graph_api.graphql.plans.cells import iso
from graph_api.graphql.plans.cold import Run
from graph_api.graphql.plans.reading import Reading
from graph_api.graphql.plans.selection import Selected
from schema.catalog import NODE_TYPES
from schema.fields import Field, Kind
from schema.observation import Bound
from schema.partial_date import PartialDate
from schema.text import Text

PROVENANCE: LiteralString = """
MATCH (n:Entity)-[r:FROM_BATCH]->(b:ImportBatch) WHERE n.id IN $ids
RETURN n.id AS id, b.id AS batch, r.sheet AS sheet, r.row AS row, r.day AS day, r.key AS key,
  r.fields AS fields, r.kept AS kept
ORDER BY coalesce(r.day, 0), r.key
"""
OBSERVED: LiteralString = """
MATCH (s:Entity)<-[:OF]-(o:Observation) WHERE s.id IN $ids AND o[$field] IS NOT NULL
OPTIONAL MATCH (o)-[r:FROM_BATCH]->(b:ImportBatch) WHERE $field IN r.fields
WITH s, o, r, b ORDER BY r.key
WITH s, o, collect([b.id, r.sheet, r.row])[0] AS source
RETURN s.id AS id, o.day AS day, o[$field] AS value, o[$bound] AS bound, source
ORDER BY o.day
"""

Place = tuple[int | None, str | None, int | None]
"""The id of a batch, a sheet and a row; None where that is unknown."""
Batches = Mapping[str, Mapping[int | None, Any]]
"""Batches as they are selected: by the key in the answer, then by id."""
Fetch = Callable[[Run, Sequence[int]], Awaitable[Sequence[Any]]]


def provenance(reading: Reading, _type_name: str, selected: Selected) -> Fetch:
    """For each node its fields with the roster row that the value in force was read from."""

    async def fetch(run: Run, ids: Sequence[int]) -> Sequence[Any]:
        found: dict[int, dict[str, Mapping[str, Any]]] = defaultdict(dict)
        for record in await run(PROVENANCE, ids=list(ids)):
            for name in record["fields"] or ():
                if name not in (record["kept"] or ()):
                    found[record["id"]][name] = record
        numbers = [each["batch"] for fields in found.values() for each in fields.values()]
        batches = _batches(reading, "Provenance", selected, numbers)
        return [
            [
                _source(
                    "Provenance", selected, batches, (each["batch"], each["sheet"], each["row"]), camel(name)
                )
                for name, each in sorted(found[number].items())
            ]
            for number in ids
        ]

    return fetch


def observations(reading: Reading, type_name: str, selected: Selected) -> Fetch:
    """For each node what was observed of one field: from which day until the day before the next."""
    field = _observed_field(type_name, selected.arguments["field"])

    async def fetch(run: Run, ids: Sequence[int]) -> Sequence[Any]:
        found: dict[int, list[Mapping[str, Any]]] = defaultdict(list)
        for record in await run(OBSERVED, ids=list(ids), field=field.name, bound=f"{field.name}_bound"):
            found[record["id"]].append(record)
        numbers = [each["source"][0] for seen in found.values() for each in seen]
        batches = {
            each.key: _batches(reading, "Source", each, numbers)
            for each in selected.below("ObservedValue")
            if each.name == "source"
        }
        return [_stretches(field, selected, batches, found[number]) for number in ids]

    return fetch


COLD_FIELDS: Mapping[str, Callable[[Reading, str, Selected], Fetch]] = {
    "provenance": provenance,
    "observations": observations,
}
"""The fields of every type that columns do not hold, by their GraphQL names."""


def _observed_field(type_name: str, name: str) -> Field:
    found = {camel(each.name): each for each in NODE_TYPES[type_name].observed}
    if name not in found:
        raise BadInput(
            Text(f"“{name[:40]}”不是随时间变化的字段", f"'{name[:40]}' is no field that changes with time"),
            Text("可用的有：" + "、".join(found), "there are " + ", ".join(found)),
            where="field",
        )
    return found[name]


def _stretches(
    field: Field, selected: Selected, batches: Mapping[str, Batches], seen: Sequence[Mapping[str, Any]]
) -> list[dict[str, Any]]:
    """Each Observation as the stretch of days for which it is true."""
    seen = sorted(seen, key=lambda each: (PartialDate(each["day"]).last, each["day"]))
    made = []
    following_days = [*(each["day"] for each in seen[1:]), 0][: len(seen)]
    for each, following in zip(seen, following_days, strict=True):
        facts = {
            "value": _text(field, each["value"]),
            "number": each["value"] if field.kind is Kind.COUNT else None,
            "bound": (each["bound"] or Bound.EXACT.name) if field.kind is Kind.COUNT else None,
            "from": iso(each["day"]),
            "until": iso(following),
        }
        made.append(
            {
                one.key: (
                    _source("Source", one, batches[one.key], tuple(each["source"]))
                    if one.name == "source"
                    else "ObservedValue"
                    if one.name == "__typename"
                    else facts[one.name]
                )
                for one in selected.below("ObservedValue")
            }
        )
    return made


def _text(field: Field, value: Any) -> str:
    if field.kind is Kind.YES_NO:
        return "true" if value else "false"
    return str(value)


def _batches(reading: Reading, type_name: str, selected: Selected, numbers: Iterable[int | None]) -> Batches:
    """The batches that places name, made once however many places there are."""
    ids = np.array(sorted({each for each in numbers if each is not None}), np.int64)
    rows = reading.picture.tables["ImportBatch"].rows(ids)
    there = rows >= 0
    return {
        each.key: dict(
            zip(
                ids[there].tolist(),
                objects.objects(reading, "ImportBatch", rows[there], each.below("ImportBatch")),
                strict=True,
            )
        )
        for each in selected.below(type_name)
        if each.name == "batch"
    }


def _source(
    type_name: str, selected: Selected, batches: Batches, place: Place, field: str | None = None
) -> dict[str, Any]:
    """A place in a roster, as far as it is selected."""
    batch, sheet, row = place
    facts = {"sheet": sheet, "row": row, "field": field, "__typename": type_name}
    return {
        each.key: batches[each.key].get(batch) if each.name == "batch" else facts[each.name]
        for each in selected.below(type_name)
    }
