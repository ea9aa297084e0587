"""Whatever a caller can name in the schema is described, in Chinese and in English."""

import re
from collections.abc import Iterator

import pytest
from graphql import (
    GraphQLEnumType,
    GraphQLInputObjectType,
    GraphQLInterfaceType,
    GraphQLNamedType,
    GraphQLObjectType,
    GraphQLSchema,
    build_schema,
    is_introspection_type,
    is_specified_directive,
    is_specified_scalar_type,
)

from graph_api.graphql.published import CORE

CHINESE = re.compile(r"[一-鿿]")
ENGLISH = re.compile(r"(?<![`\w])[A-Za-z]{2,}")
"""A word outside of names quoted with backticks."""

SHORTEST_REASON = 10


def described(schema: GraphQLSchema) -> Iterator[tuple[str, str | None]]:
    """Everything that the schema declares, by its coordinate, with its description."""
    for name, kind in schema.type_map.items():
        if is_introspection_type(kind) or is_specified_scalar_type(kind):
            continue
        yield name, kind.description
        yield from members(kind)
    for directive in schema.directives:
        if not is_specified_directive(directive):
            yield f"@{directive.name}", directive.description
            yield from (
                (f"@{directive.name}({arg}:)", each.description) for arg, each in directive.args.items()
            )


def members(kind: GraphQLNamedType) -> Iterator[tuple[str, str | None]]:
    """The fields, arguments and values of a type."""
    if isinstance(kind, GraphQLObjectType | GraphQLInterfaceType):
        for name, field in kind.fields.items():
            yield f"{kind.name}.{name}", field.description
            yield from ((f"{kind.name}.{name}({arg}:)", each.description) for arg, each in field.args.items())
    elif isinstance(kind, GraphQLInputObjectType):
        yield from ((f"{kind.name}.{name}", each.description) for name, each in kind.fields.items())
    elif isinstance(kind, GraphQLEnumType):
        yield from ((f"{kind.name}.{name}", each.description) for name, each in kind.values.items())


def reasons(schema: GraphQLSchema) -> Iterator[tuple[str, str]]:
    """Everything deprecated, with the reason that is given."""
    for kind in schema.type_map.values():
        if isinstance(kind, GraphQLObjectType | GraphQLInterfaceType):
            parts = [(name, field) for name, field in kind.fields.items()]
            held = [*parts, *((f"{n}({a}:)", arg) for n, field in parts for a, arg in field.args.items())]
        elif isinstance(kind, GraphQLInputObjectType):
            held = list(kind.fields.items())
        elif isinstance(kind, GraphQLEnumType):
            held = list(kind.values.items())
        else:
            continue
        for name, each in held:
            if each.deprecation_reason is not None:
                yield f"{kind.name}.{name}", each.deprecation_reason


def lacking(schema: GraphQLSchema, words: re.Pattern[str]) -> list[str]:
    """What has no description with such words, by coordinate."""
    return [where for where, text in described(schema) if not words.search(text or "")]


@pytest.mark.parametrize("words", [CHINESE, ENGLISH], ids=["Chinese", "English"])
def test_everything_is_described_in_both_languages(words: re.Pattern[str]) -> None:
    assert lacking(CORE, words) == []


def test_what_is_deprecated_says_what_to_use_instead() -> None:
    bare = [
        where for where, reason in reasons(CORE) if not (CHINESE.search(reason) and ENGLISH.search(reason))
    ]
    assert bare == []


def test_nothing_escapes_that_test() -> None:
    schema = build_schema(
        """
        directive @d(a: Int) on FIELD
        type Query { f(a: Int @deprecated): E @deprecated i(w: W): Int }
        enum E { V @deprecated(reason: "旧") }
        input W { p: Int @deprecated }
        "标量 `Name` only"
        scalar S
        interface N { id: ID }
        union U = Query
        """
    )
    everything = {"@d", "@d(a:)", "Query", "Query.f", "Query.f(a:)", "Query.i", "Query.i(w:)", "E", "E.V"}
    everything |= {"W", "W.p", "S", "N", "N.id", "U"}
    assert set(lacking(schema, CHINESE)) == everything - {"S"}
    assert set(lacking(schema, re.compile("Name"))) == everything - {"S"}
    assert {where for where, _ in reasons(schema)} == {"Query.f", "Query.f(a:)", "E.V", "W.p"}
