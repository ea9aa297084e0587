"""Vocabularies as GraphQL enums, each value described in Chinese and English."""

from collections.abc import Mapping
from enum import Enum
from functools import cache
from typing import cast

import strawberry

from schema.catalog import NODE_TYPES, RELATIONS
from schema.terms import Term

_FIELDS = (
    *((node_type.name, field) for node_type in NODE_TYPES.values() for field in node_type.fields),
    *((relation.source, field) for relation in RELATIONS for field in relation.properties),
)
"""Every field with the type that declares it."""


@cache
def enum_of(vocabulary: type[Term], label: str = "") -> type[Enum]:
    """The enum of a vocabulary; its values are the names that the graph stores.

    `label` is its Chinese name; by default that of the field which takes its values, of several the one
    that stands in the vocabulary's own file.
    """
    members = {
        term.name: strawberry.enum_value(term.name, description=f"{term.zh} {term.en}") for term in vocabulary
    }
    labels = {name: field.label.zh for name, field in reversed(_FIELDS) if field.vocabulary is vocabulary}
    home = next(
        (name for name in labels if NODE_TYPES[name].declared_in.__module__ == vocabulary.__module__), ""
    )
    zh = label or labels.get(home) or next(reversed(labels.values()), "")
    made = cast("type[Enum]", Enum(vocabulary.__name__, members))
    return strawberry.enum(made, description=f"{zh}。 {(vocabulary.__doc__ or '').strip()}")


def plain_enum(name: str, values: Mapping[str, str], description: str) -> type[Enum]:
    """An enum of these values, each with its description in both languages."""
    members = {each: strawberry.enum_value(each, description=text) for each, text in values.items()}
    return strawberry.enum(cast("type[Enum]", Enum(name, members)), description=description)
