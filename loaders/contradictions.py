"""Rows of one file that contradict each other are all rejected (R26)."""

from typing import Any

from loaders.findings import CONTRADICTS_ROW, UNKNOWN_REFERENCE
from loaders.parse import ParsedRow
from loaders.value_merge import better_spelling
from schema.catalog import NODE_TYPES


def reject_contradictions(rows: list[ParsedRow]) -> None:
    """Reject all rows that state different values of one field of one node on one day."""
    stated: dict[tuple[int, int], dict[str, tuple[Any, ParsedRow]]] = {}
    for row in rows:
        if row.rejections:
            continue
        day = row.table.day.stored if row.table.day is not None else 0
        for mention in row.facts.mentions:
            if not mention.may_create or not mention.id:
                continue
            before = stated.setdefault((mention.id, day), {})
            against: dict[int, tuple[ParsedRow, list[str]]] = {}
            for name, value in {**mention.fields, **mention.observed}.items():
                first = before.setdefault(name, (value, row))
                if better_spelling(value, first[0]) != better_spelling(first[0], value) and not isinstance(
                    value, list
                ):
                    against.setdefault(id(first[1]), (first[1], []))[1].append(name)
            labels = {each.name: each.label.zh for each in NODE_TYPES[mention.type].fields}
            for other, names in against.values():
                fields = "、".join(labels.get(name, name) for name in names)
                for one, two in ((row, other), (other, row)):
                    finding = CONTRADICTS_ROW.about(row=two.index + 1, fields=fields)
                    one.rejections.append(one.message(mention.column, finding))


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
            finding = UNKNOWN_REFERENCE.about(named=mention.means, type=label.zh, type_en=label.en)
            row.rejections.append(row.message(mention.column, finding))
