"""The schema asked about itself, answered from what it told before.

What a type or a field says of itself never changes, so each such value is found once and kept; an answer is
then only put together. graphql-core alone takes 15 times as long: 150 ms of CPU for what GraphiQL asks at
its start.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from enum import Enum
from typing import Any, Final, cast

from graphql import (
    FieldNode,
    FragmentDefinitionNode,
    FragmentSpreadNode,
    GraphQLField,
    GraphQLIncludeDirective,
    GraphQLObjectType,
    GraphQLResolveInfo,
    GraphQLSkipDirective,
    InlineFragmentNode,
    SelectionSetNode,
    get_named_type,
    get_nullable_type,
    is_list_type,
)
from graphql.execution.values import get_argument_values, get_directive_values
from graphql.type.introspection import SchemaMetaFieldDef, TypeMetaFieldDef

Info = GraphQLResolveInfo[Any]

ROOTS: Final = {"__schema": SchemaMetaFieldDef, "__type": TypeMetaFieldDef}
"""The fields that ask about the schema, by name."""


@dataclass(slots=True)
class Told:
    """What the things of one schema have said of themselves: by field and arguments, then by thing."""

    _values: dict[tuple[str, str, tuple[tuple[str, Any], ...]], dict[int, Any]] = field(default_factory=dict)

    def of(self, kind: str, name: str, arguments: dict[str, Any]) -> dict[int, Any]:
        """The values of one field by the identity of the thing that was asked."""
        return self._values.setdefault((kind, name, tuple(sorted(arguments.items()))), {})


_TOLD: Final[dict[int, Told]] = {}


@dataclass(frozen=True, slots=True)
class Shown:
    """One field of an answer: its name there, what it asks of a thing, what it shows of what that says."""

    name: str
    made: GraphQLField | None
    arguments: dict[str, Any]
    values: dict[int, Any]
    inner: "tuple[Shown, ...] | None"


def introspected(info: Info, found: Any) -> dict[str, Any] | None:
    """What a document selects of `found`, the value of the root field that `info` is about; complete."""
    if found is None:
        return None
    told = _TOLD.setdefault(id(info.schema), Told())
    kind = cast(GraphQLObjectType, get_named_type(ROOTS[info.field_name].type))
    sets = [each.selection_set for each in info.field_nodes if each.selection_set]
    return _put_together(info, found, _plan(info, kind, sets, told))


def _put_together(info: Info, thing: Any, shown: tuple[Shown, ...]) -> dict[str, Any]:
    answer: dict[str, Any] = {}
    for each in shown:
        if each.made is None:
            answer[each.name] = each.arguments["name"]
            continue
        value = each.values.get(id(thing), _TOLD)
        if value is _TOLD:
            value = each.values[id(thing)] = _said(info, each.made, thing, each.arguments)
        if each.inner is None or value is None:
            answer[each.name] = value
        elif isinstance(value, list):
            answer[each.name] = [_put_together(info, item, each.inner) for item in value]
        else:
            answer[each.name] = _put_together(info, value, each.inner)
    return answer


def _said(info: Info, made: GraphQLField, thing: Any, arguments: dict[str, Any]) -> Any:
    """What a thing says; lists are made ones, so that their items keep their identity."""
    if made.resolve is None:
        raise TypeError("a field of the introspection has no resolver")
    value = made.resolve(thing, info, **arguments)
    if value is not None and is_list_type(get_nullable_type(made.type)):
        return [each.name if isinstance(each, Enum) else each for each in value]
    return value.name if isinstance(value, Enum) else value


def _plan(info: Info, kind: GraphQLObjectType, sets: list[SelectionSetNode], told: Told) -> tuple[Shown, ...]:
    """The fields that a selection shows, merged by their names."""
    merged: dict[str, list[FieldNode]] = {}
    for selection in sets:
        for node in _fields(info, kind, selection, set()):
            merged.setdefault(node.alias.value if node.alias else node.name.value, []).append(node)
    shown = []
    for name, nodes in merged.items():
        made = kind.fields.get(nodes[0].name.value)
        if made is None:
            shown.append(Shown(name, None, {"name": kind.name}, {}, None))
            continue
        arguments = get_argument_values(made, nodes[0], info.variable_values)
        inner = [each.selection_set for each in nodes if each.selection_set]
        below = get_named_type(made.type)
        plan = _plan(info, below, inner, told) if isinstance(below, GraphQLObjectType) else None
        shown.append(Shown(name, made, arguments, told.of(kind.name, nodes[0].name.value, arguments), plan))
    return tuple(shown)


def _fields(
    info: Info, kind: GraphQLObjectType, selection: SelectionSetNode, seen: set[str]
) -> Iterator[FieldNode]:
    for each in selection.selections:
        skip = get_directive_values(GraphQLSkipDirective, each, info.variable_values)
        include = get_directive_values(GraphQLIncludeDirective, each, info.variable_values)
        if (skip and skip["if"]) or (include and not include["if"]):
            continue
        if isinstance(each, FieldNode):
            yield each
            continue
        if isinstance(each, FragmentSpreadNode):
            if each.name.value in seen:
                continue
            seen.add(each.name.value)
            part: FragmentDefinitionNode | InlineFragmentNode = info.fragments[each.name.value]
        else:
            part = cast(InlineFragmentNode, each)
        if part.type_condition is None or part.type_condition.name.value == kind.name:
            yield from _fields(info, kind, part.selection_set, seen)
