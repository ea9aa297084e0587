"""Vocabularies as GraphQL enums, each value described in Chinese and English."""

from enum import Enum
from functools import cache
from typing import cast

import strawberry

from schema.catalog import NODE_TYPES, RELATIONS
from schema.terms import Term

_FIELDS = (
    *(field for node_type in NODE_TYPES.values() for field in node_type.fields),
    *(field for relation in RELATIONS for field in relation.properties),
)


@cache
def enum_of(vocabulary: type[Term], label: str = "") -> type[Enum]:
    """The enum of a vocabulary; its values are the names that the graph stores.

    `label` is its Chinese name; by default that of the first field which takes its values.
    """
    members = {
        term.name: strawberry.enum_value(term.name, description=f"{term.zh} {term.en}") for term in vocabulary
    }
    zh = label or next((each.label.zh for each in _FIELDS if each.vocabulary is vocabulary), "")
    made = cast("type[Enum]", Enum(vocabulary.__name__, members))
    return strawberry.enum(made, description=f"{zh}。 {(vocabulary.__doc__ or '').strip()}")
