"""Honest documents to be spoiled: they walk the schema, whatever it holds, and ask for nodes that exist."""

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from random import Random
from typing import Any, Final

from graphql import (
    GraphQLEnumType,
    GraphQLField,
    GraphQLInputObjectType,
    GraphQLInputType,
    GraphQLInterfaceType,
    GraphQLNamedType,
    GraphQLObjectType,
    GraphQLSchema,
    GraphQLUnionType,
    get_named_type,
    is_required_argument,
)
from graphql.type import GraphQLList, GraphQLNonNull

FIELDS: Final = 5
"""Fields of one selection at most."""
DEPTH: Final = 4
"""Selections one inside another at most."""
DAYS: Final = ("2022-08-02", "2019-12-31", "2024-02-29", "2026-11-25")
PAGE: Final = 10
OPTIONAL_GIVEN: Final = 0.4
"""The share of optional arguments that are given."""


@dataclass(frozen=True, slots=True)
class Known:
    """What a caller may have learned from answers."""

    ids: Sequence[str] = ()
    codes: Sequence[str] = ()
    cursors: Sequence[str] = ()


@dataclass(frozen=True, slots=True)
class Honest:
    """Makes documents of one schema. Every draw comes from the given source, so that a seed repeats a run."""

    schema: GraphQLSchema
    known: Known
    draw: Random

    def document(self) -> tuple[str, dict[str, Any]]:
        """A document and its variables; some of its arguments are variables."""
        query = self.schema.query_type
        if query is None:
            raise ValueError("the schema has no queries")
        writing = _Writing(self.known, self.draw, {}, {})
        names = self.draw.sample(sorted(query.fields), k=self.draw.randint(1, 2))
        roots = [
            f"r{number}: {writing.field(name, query.fields[name], DEPTH)}"
            for number, name in enumerate(names)
        ]
        declared = ", ".join(f"${name}: {kind}" for name, kind in writing.declared.items())
        return f"query Q{f'({declared})' if declared else ''} {{ {' '.join(roots)} }}", writing.variables

    def names(self) -> list[str]:
        """Every name that the schema has."""
        found = set(self.schema.type_map)
        for kind in self.schema.type_map.values():
            if isinstance(kind, GraphQLObjectType | GraphQLInterfaceType | GraphQLInputObjectType):
                found |= set(kind.fields)
            if isinstance(kind, GraphQLEnumType):
                found |= set(kind.values)
        return sorted(found)

    def paged(self) -> Iterator[str]:
        """The root fields that are lists in pages and need nothing to be asked."""
        query = self.schema.query_type
        for name, made in query.fields.items() if query else ():
            kind = get_named_type(made.type)
            required = [each for each in made.args.values() if is_required_argument(each)]
            if isinstance(kind, GraphQLObjectType) and "pageInfo" in kind.fields and not required:
                yield name


@dataclass(frozen=True, slots=True)
class _Writing:
    """One document being written, with the variables that it declares so far."""

    known: Known
    draw: Random
    declared: dict[str, str]
    variables: dict[str, Any]

    def field(self, name: str, made: GraphQLField, depth: int) -> str:
        given = []
        for argument, kind in made.args.items():
            if not is_required_argument(kind) and self.draw.random() > OPTIONAL_GIVEN:
                continue
            value = self.value(argument, kind.type, 2)
            if self.draw.choice((True, False)):
                variable = f"v{len(self.declared)}"
                self.declared[variable] = str(kind.type)
                self.variables[variable] = value
                given.append(f"{argument}: ${variable}")
            else:
                given.append(f"{argument}: {literal(kind.type, value)}")
        arguments = f"({', '.join(given)})" if given else ""
        return f"{name}{arguments}{self.selection(get_named_type(made.type), depth)}"

    def selection(self, kind: GraphQLNamedType, depth: int) -> str:
        if isinstance(kind, GraphQLUnionType):
            return " { __typename }"
        if not isinstance(kind, GraphQLObjectType | GraphQLInterfaceType):
            return ""
        offered = [each for each, made in kind.fields.items() if depth > 1 or _is_leaf(made)]
        chosen = self.draw.sample(offered, k=min(len(offered), self.draw.randint(1, FIELDS)))
        inner = [self.field(each, kind.fields[each], depth - 1) for each in chosen]
        return " { " + " ".join(inner or ["__typename"]) + " }"

    def value(self, name: str, kind: GraphQLInputType, depth: int) -> Any:
        """A value that an argument may have."""
        kind = _plain(kind)
        if isinstance(kind, GraphQLList):
            return [self.value(name, kind.of_type, depth) for _ in range(self.draw.randint(0, 2))]
        if isinstance(kind, GraphQLEnumType):
            return self.draw.choice(sorted(kind.values))
        if isinstance(kind, GraphQLInputObjectType):
            offered = sorted(kind.fields) if depth else []
            chosen = self.draw.sample(offered, k=min(len(offered), 2))
            return {each: self.value(each, kind.fields[each].type, depth - 1) for each in chosen}
        if name in ("after", "before"):
            return self.draw.choice([*self.known.cursors, "x"])
        return self.scalar(str(kind))

    def scalar(self, kind: str) -> Any:
        match kind:
            case "Int":
                return self.draw.randint(0, PAGE)
            case "Float":
                return self.draw.random() * PAGE
            case "Boolean":
                return self.draw.choice((True, False))
            case "Date" | "PartialDate":
                return self.draw.choice(DAYS)
            case "ID":
                return self.draw.choice([*self.known.ids, "x"])
        return self.draw.choice([*self.known.codes, "甲", ""])


def _is_leaf(made: GraphQLField) -> bool:
    kind = get_named_type(made.type)
    return not isinstance(kind, GraphQLObjectType | GraphQLInterfaceType | GraphQLUnionType)


def _plain(kind: GraphQLInputType) -> GraphQLInputType:
    return kind.of_type if isinstance(kind, GraphQLNonNull) else kind


def literal(kind: GraphQLInputType, value: Any) -> str:
    """A value as a document writes it."""
    kind = _plain(kind)
    if isinstance(kind, GraphQLList):
        return "[" + ", ".join(literal(kind.of_type, each) for each in value) + "]"
    if isinstance(kind, GraphQLInputObjectType):
        members = (f"{name}: {literal(kind.fields[name].type, each)}" for name, each in value.items())
        return "{" + ", ".join(members) + "}"
    return str(value) if isinstance(kind, GraphQLEnumType) else json.dumps(value)
