"""Vocabularies as GraphQL enums, each value described in Chinese and English."""

from enum import Enum
from functools import cache
from typing import cast

import strawberry

from schema.terms import Term


@cache
def enum_of(vocabulary: type[Term]) -> type[Enum]:
    """The enum of a vocabulary; its values are the names that the graph stores."""
    members = {
        term.name: strawberry.enum_value(term.name, description=f"{term.zh} {term.en}") for term in vocabulary
    }
    made = cast("type[Enum]", Enum(vocabulary.__name__, members))
    return strawberry.enum(made, description=(vocabulary.__doc__ or "").strip())
