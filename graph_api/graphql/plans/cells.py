"""Columns' values as an answer shows them: enums by name, days in ISO 8601, unknown as null."""

from collections.abc import Sequence
from functools import lru_cache
from typing import Any

import numpy as np

from graph_api.graphql.masking import masked
from graph_api.projection.columns import BOUNDS, Column, Mask, Rows, known, taken, terms_of
from schema.codes.industries import name_of
from schema.fields import Field, Kind
from schema.partial_date import PartialDate


def shown(field: Field, column: Column, rows: Rows, *, masking: bool) -> list[Any]:
    """The values of a field at some rows. A list that nobody recorded is empty, a personal one null."""
    values = taken(column, rows)
    stored = values.tolist() if isinstance(values, np.ndarray) else values.to_pylist()
    if masking and field.personal:
        having = known(values, field)
        stored = [
            masked(each, field.personal) if one else None for each, one in zip(stored, having, strict=True)
        ]
        return [iso(each) for each in stored] if field.kind is Kind.DATE else stored
    if field.kind is Kind.DATE:
        return [iso(each) for each in stored]
    if field.kind is Kind.TERM and not field.is_list:
        names = (*terms_of(field), None)  # an unknown term is -1
        return [names[each] for each in stored]
    if field.is_list:
        return _lists(field, stored)
    return _numbers(field, stored, values)


def _numbers(field: Field, stored: list[Any], values: Column) -> list[Any]:
    """Numbers and texts; an unknown number is null."""
    if not isinstance(values, np.ndarray):
        return stored
    if field.kind is Kind.YES_NO:
        return [None if each < 0 else each == 1 for each in stored]
    having: Mask = known(values, field)
    return [each if one else None for each, one in zip(stored, having.tolist(), strict=True)]


def _lists(field: Field, stored: Sequence[Any]) -> list[Any]:
    if field.kind is Kind.SPANS:
        return [_spans(each or []) for each in stored]
    return [each or ([] if not field.personal else None) for each in stored]


def _spans(flat: Sequence[int]) -> list[dict[str, str | None]]:
    return [
        {"from": iso(first), "until": iso(last)} for first, last in zip(flat[::2], flat[1::2], strict=True)
    ]


def bounds_shown(values: Column, bounds: Column | None, rows: Rows) -> list[str | None]:
    """How exact observed counts are; null where they are unknown."""
    exact = np.zeros(len(rows), np.int8) if bounds is None else bounds[rows]
    return [
        BOUNDS[bound] if value >= 0 else None
        for value, bound in zip(values[rows].tolist(), exact.tolist(), strict=True)
    ]


@lru_cache(maxsize=50_000)
def iso(stored: int) -> str | None:
    """A stored day in ISO 8601; None where there is none."""
    return str(PartialDate(stored)) if stored else None


def industry(code: str | None, language: str) -> dict[str, str | None] | None:
    """An industry as an object of its code and name; None where it is unknown.

    What no table knows is shown as the roster has it.
    """
    if code is None:
        return None
    name = name_of(code)
    return {"code": code, "name": name.in_language(language) if name else None}
