"""Documents by a walk over the live schema: whatever it has, and the oracle can judge, is asked for."""

import json
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any, Final

from graphql import (
    GraphQLEnumType,
    GraphQLField,
    GraphQLInputObjectType,
    GraphQLInputType,
    GraphQLInterfaceType,
    GraphQLList,
    GraphQLObjectType,
    GraphQLSchema,
    get_named_type,
    get_nullable_type,
    is_leaf_type,
    is_list_type,
)

from benchmarks.oracle.arguments import PAGING, Arguments, Draw
from benchmarks.oracle.chance import Chance
from benchmarks.oracle.pool import Pool
from benchmarks.oracle.scope import judged_fields

MOST_FIELDS: Final = 50
LARGEST: Final = 1_000
"""How many nodes the lists of a document may come to, one below the other."""
DEEPEST: Final = 6


@dataclass(frozen=True, slots=True)
class Paged:
    """A list of a document that can be followed page by page: where it stands, the variables of its page."""

    path: tuple[str, ...]
    suffix: str


@dataclass(frozen=True, slots=True)
class Asked:
    """A document, several sets of variables for it, and its lists that can be followed."""

    text: str
    sets: Sequence[dict[str, Any]]
    paged: Sequence[Paged]


@dataclass(slots=True)
class Walker:
    """Makes documents; `seen` counts the fields of the schema that they asked for."""

    schema: GraphQLSchema
    pool: Pool
    draw: Chance
    seen: Counter[str] = field(default_factory=Counter)

    def document(self) -> Asked:
        """One more."""
        return _Writing(self, Arguments(self.pool, self.draw), self.draw).document()


@dataclass(slots=True)
class _Writing:
    walker: Walker
    arguments: Arguments
    draw: Chance
    variables: dict[str, tuple[str, Draw | None]] = field(default_factory=dict)
    fragments: list[str] = field(default_factory=list)
    paged: list[Paged] = field(default_factory=list)
    fields: int = 0
    names: int = 0

    def document(self) -> Asked:
        chosen = [self._root() for _ in range(self.draw.choice((1, 1, 2, 3)))]
        declared = ", ".join(f"${name}: {of_type}" for name, (of_type, _) in self.variables.items())
        head = f"query Asked({declared})" if declared else "query Asked"
        text = head + " { " + " ".join(chosen) + " } " + " ".join(self.fragments)
        sets = [self._set() for _ in range(self.draw.choice((1, 2, 3)) if self.variables else 1)]
        return Asked(text, sets, self.paged)

    def _set(self) -> dict[str, Any]:
        return {name: draw() for name, (_, draw) in self.variables.items() if draw}

    def _root(self) -> str:
        query: Any = self.walker.schema.query_type
        names = judged_fields(query)
        lists = [
            each for each in names if get_named_type(query.fields[each].type).name.endswith("Connection")
        ]
        name = self.draw.choice(lists if lists and self.draw.happens(0.6) else names)
        return self._field(query, name, (), 1, 0)

    def _fresh(self, letter: str) -> str:
        self.names += 1
        return f"{letter}{self.names}"

    def _variable(self, of_type: str, draw: Draw | None) -> str:
        name = self._fresh("v")
        self.variables[name] = (of_type, draw)
        return f"${name}"

    def _field(
        self,
        parent: GraphQLObjectType | GraphQLInterfaceType,
        name: str,
        path: tuple[str, ...] | None,
        size: int,
        depth: int,
    ) -> str:
        """One field with what it selects; `path` is where it stands, None below a list."""
        self.fields += 1
        self.walker.seen[f"{parent.name}.{name}"] += 1
        definition = parent.fields[name]
        named = get_named_type(definition.type)
        alias = self._fresh("a") if path == () or definition.args or self.draw.happens(0.2) else name
        head = name if alias == name else f"{alias}: {name}"
        at = None if path is None else (*path, alias)
        given, size = self._given(definition, at, size)
        if is_leaf_type(named):
            return head + given + self._directive()
        listed = is_list_type(get_nullable_type(definition.type))
        below = self._selection(named, None if listed else at, size, depth + 1)
        return head + given + self._directive() + below

    def _given(self, definition: GraphQLField, at: tuple[str, ...] | None, size: int) -> tuple[str, int]:
        """The arguments of a field, and the number of nodes that it multiplies the document to."""
        words = []
        named = get_named_type(definition.type)
        if definition.args.keys() >= PAGING:
            page, size = self._page(at, size)
            words += page
        elif is_list_type(get_nullable_type(definition.type)) and not is_leaf_type(named):
            size *= 20
        for name, argument in definition.args.items():
            node_type = named.name.removesuffix("Connection")
            draw = self.arguments.of(name, argument.type, node_type)
            if draw is None:
                continue
            if self.draw.happens(0.5):
                words.append(f"{name}: {self._variable(str(argument.type), draw)}")
            else:
                words.append(f"{name}: {literal(draw(), argument.type)}")
        return (f"({', '.join(words)})" if words else ""), size

    def _page(self, at: tuple[str, ...] | None, size: int) -> tuple[list[str], int]:
        """Which page to ask for. A list that stands once in the answer can be followed by its cursors."""
        most = self.draw.choice((1, 2, 3, 5, 10, 50) + ((500,) if size == 1 else ()))
        most = min(most, max(1, LARGEST // size))
        if at is None:
            return [f"{self.draw.choice(('first', 'last'))}: {most}"], size * most
        suffix = self._fresh("p")
        self.paged.append(Paged(at, suffix))
        backwards = self.draw.happens(0.3)
        first, last = (None, lambda: most) if backwards else (lambda: most, None)
        drawn = {
            "first": ("Int", first),
            "after": ("String", None),
            "last": ("Int", last),
            "before": ("String", None),
        }
        for name, (of_type, draw) in drawn.items():
            self.variables[f"{name}{suffix}"] = (of_type, draw)
        return [f"{name}: ${name}{suffix}" for name in drawn], size * most

    def _directive(self) -> str:
        if self.draw.happens(0.92):
            return ""
        name = self.draw.choice(("skip", "include"))
        if self.draw.happens(0.5):
            return f" @{name}(if: {self._variable('Boolean!', lambda: self.draw.happens(0.5))})"
        return f" @{name}(if: {'true' if (name == 'include') is (self.draw.happens(0.7)) else 'false'})"

    def _selection(self, of_type: Any, path: tuple[str, ...] | None, size: int, depth: int) -> str:
        chosen = ["__typename"] if self.draw.happens(0.1) else []
        if isinstance(of_type, GraphQLInterfaceType):
            chosen += self._of_types(of_type)
        chosen += self._chosen(of_type, path, size, depth)
        if of_type.name.endswith("Connection"):
            chosen.append("pageInfo { hasNextPage hasPreviousPage startCursor endCursor }")
        if len(chosen) > 1 and self.draw.happens(0.15):
            place = self.draw.randrange(len(chosen))
            chosen[place:] = [self._wrapped(of_type.name, " ".join(chosen[place:]))]
        return " { " + " ".join(chosen or ["__typename"]) + " }"

    def _wrapped(self, type_name: str, selection: str) -> str:
        """The same selection by way of a fragment."""
        if self.draw.happens(0.5):
            return f"... on {type_name}{self._directive()} {{ {selection} }}"
        name = self._fresh("F")
        self.fragments.append(f"fragment {name} on {type_name} {{ {selection} }}")
        return f"...{name}{self._directive()}"

    def _of_types(self, interface: GraphQLInterfaceType) -> list[str]:
        """Fragments on some of the types behind an interface, under response names of their own."""
        types = [each for each in self.walker.schema.get_possible_types(interface) if judged_fields(each)]
        chosen = []
        for each in self.draw.sample(types, min(len(types), self.draw.choice((1, 3, 8)))):
            fields = [self._aliased(each, name) for name in self._leaves(each, 3)]
            chosen.append(f"... on {each.name} {{ {' '.join(fields)} }}")
        if interface.name == "Node":
            chosen.append("... on Entity { code name }")
        return chosen

    def _leaves(self, of_type: GraphQLObjectType, most: int) -> list[str]:
        names = [
            each for each in judged_fields(of_type) if is_leaf_type(get_named_type(of_type.fields[each].type))
        ]
        return self.draw.sample(names, min(len(names), most))

    def _aliased(self, of_type: GraphQLObjectType, name: str) -> str:
        self.fields += 1
        self.walker.seen[f"{of_type.name}.{name}"] += 1
        return f"{self._fresh('a')}: {name}"

    def _chosen(self, of_type: Any, path: tuple[str, ...] | None, size: int, depth: int) -> list[str]:
        names = [each for each in judged_fields(of_type) if self._fits(of_type.fields[each], size, depth)]
        if not names:
            return []
        most = self.draw.choice((2, 4, 7))
        chosen = self.draw.sample(names, min(len(names), most))
        deep = [each for each in names if not is_leaf_type(get_named_type(of_type.fields[each].type))]
        if deep and not set(deep) & set(chosen):
            chosen.append(self.draw.choice(deep))
        return [self._field(of_type, each, path, size, depth) for each in chosen]

    def _fits(self, definition: GraphQLField, size: int, depth: int) -> bool:
        if is_leaf_type(get_named_type(definition.type)):
            return True
        return depth < DEEPEST and self.fields < MOST_FIELDS and size < LARGEST


def literal(value: Any, of_type: GraphQLInputType) -> str:
    """A value as a document writes it."""
    named: Any = get_nullable_type(of_type)
    if value is None:
        return "null"
    if isinstance(named, GraphQLList):
        return "[" + ", ".join(literal(each, named.of_type) for each in value) + "]"
    if isinstance(named, GraphQLEnumType):
        return str(value)
    if isinstance(named, GraphQLInputObjectType):
        members = (f"{name}: {literal(each, named.fields[name].type)}" for name, each in value.items())
        return "{" + ", ".join(members) + "}"
    return json.dumps(value, ensure_ascii=False)
