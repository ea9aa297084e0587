"""Rows of one file that contradict each other are all rejected (R26)."""

from collections import defaultdict
from collections.abc import Iterator
from typing import Any

from loaders.facts import Mention
from loaders.findings import CONTRADICTS_ROW, UNKNOWN_REFERENCE
from loaders.matching import as_written
from loaders.parse import ParsedRow
from loaders.plan_ties import PlannedTies
from loaders.value_merge import better_spelling
from schema.catalog import NODE_TYPES


def reject_contradictions(rows: list[ParsedRow]) -> None:
    """Reject all rows that state different values of one field of one node on one day.

    The target of a to-one tie without dates is such a value too.
    """
    stated: dict[tuple[int, int, str], list[tuple[Any, ParsedRow, Mention]]] = defaultdict(list)
    for row in rows:
        if not row.rejections:
            for node_id, name, value, mention in _values(row):
                stated[node_id, row.day or 0, name].append((value, row, mention))
    for (_, _, name), values in stated.items():
        first = values[0]
        other = next((each for each in values if not _agree(first[0], each[0])), None)
        if other is None:
            continue
        for value, row, mention in values:
            against = other if _agree(value, first[0]) else first
            finding = CONTRADICTS_ROW.about(row=against[1].index + 1, fields=_label(mention.type, name))
            row.rejections.append(row.message(mention.prefix + name, finding))


def _values(row: ParsedRow) -> Iterator[tuple[int, str, Any, Mention]]:
    """Every single value that a row states: of which node, which field, and the mention it stands in."""
    for mention in row.facts.mentions:
        if mention.may_create and mention.id:
            for name, value in {**mention.fields, **mention.observed}.items():
                if not isinstance(value, list):
                    yield mention.id, name, value, mention
    for tie in row.facts.ties:
        if tie.source.id and tie.target.id and tie.from_ is None and tie.until is None:
            relation = PlannedTies.relation(tie)
            if relation.one:
                yield tie.source.id, relation.field, tie.target.id, tie.source


def _agree(one: Any, other: Any) -> bool:
    return bool(better_spelling(one, other) == better_spelling(other, one))


def _label(type_name: str, name: str) -> str:
    node_type = NODE_TYPES[type_name]
    labels = {each.name: each.label.zh for each in node_type.fields}
    labels |= {each.field: each.label.zh for each in node_type.relations}
    return labels.get(name, name)


def reject_orphans(rows: list[ParsedRow]) -> None:
    """Reject rows that refer to what only rejected rows would have created, until none is left."""
    while True:
        created = {
            mention.id
            for row in rows
            if not row.rejections
            for mention in row.facts.mentions
            if mention.may_create
        }
        planned = {
            mention.id
            for row in rows
            if row.rejections
            for mention in row.facts.mentions
            if mention.may_create and mention.id
        }
        lost = planned - created
        orphans = [
            (row, mention)
            for row in rows
            if not row.rejections
            for mention in row.facts.mentions
            if not mention.may_create and mention.is_new and mention.id in lost
        ]
        if not orphans:
            return
        for row, mention in orphans:
            label = NODE_TYPES[mention.type].about.label
            finding = UNKNOWN_REFERENCE.about(named=as_written(mention), type=label.zh, type_en=label.en)
            row.rejections.append(row.message(mention.column, finding))
