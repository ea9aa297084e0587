"""The fields that a selection set asks of objects of one type, merged and with their arguments read."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any, cast

from graphql import (
    DirectiveNode,
    FieldNode,
    FragmentSpreadNode,
    GraphQLIncludeDirective,
    GraphQLInterfaceType,
    GraphQLObjectType,
    GraphQLSkipDirective,
    InlineFragmentNode,
    SelectionSetNode,
)
from graphql.execution.values import get_argument_values

from graph_api.graphql.plans.reading import Asked


@dataclass(slots=True)
class Selected:
    """One field as it is to be answered: under which key, which field, its arguments, what is below."""

    key: str
    name: str
    nodes: list[FieldNode]
    arguments: dict[str, Any]
    asked: Asked
    _below: dict[str, list["Selected"]] = field(default_factory=dict)

    def below(self, type_name: str) -> list["Selected"]:
        """What is asked of the objects of that type under the field."""
        if type_name not in self._below:
            sets = [each.selection_set for each in self.nodes if each.selection_set]
            self._below[type_name] = selected(self.asked, type_name, sets)
        return self._below[type_name]


def selected(asked: Asked, type_name: str, sets: Sequence[SelectionSetNode]) -> list[Selected]:
    """The fields that the selection sets ask of an object of that type, in the order of the answer."""
    found: dict[str, Selected] = {}
    object_type = cast("GraphQLObjectType", asked.schema.type_map[type_name])
    for node in _fields(asked, object_type, sets, set()):
        key = node.alias.value if node.alias else node.name.value
        if key in found:
            found[key].nodes.append(node)
            continue
        name = node.name.value
        arguments = {}
        if name != "__typename" and (definition := object_type.fields[name]).args:
            arguments = get_argument_values(definition, node, asked.variables)
        found[key] = Selected(key, name, [node], arguments, asked)
    return list(found.values())


def zipped(fields: Sequence[Selected], columns: Sequence[Sequence[Any]], count: int) -> list[dict[str, Any]]:
    """So many objects of a column of values a field; empty ones where a document skips every field."""
    if not fields:
        return [{} for _ in range(count)]
    keys = [each.key for each in fields]
    return [dict(zip(keys, row, strict=True)) for row in zip(*columns, strict=True)]


def _fields(
    asked: Asked, object_type: GraphQLObjectType, sets: Iterable[SelectionSetNode], spread: set[str]
) -> Iterator[FieldNode]:
    for each in sets:
        for node in each.selections:
            if node.directives and not _included(node.directives, asked):
                continue
            if isinstance(node, FieldNode):
                yield node
            elif isinstance(node, InlineFragmentNode):
                condition = node.type_condition
                if condition is None or _applies(asked, object_type, condition.name.value):
                    yield from _fields(asked, object_type, [node.selection_set], spread)
            elif isinstance(node, FragmentSpreadNode) and node.name.value not in spread:
                spread.add(node.name.value)
                fragment = asked.fragments[node.name.value]
                if _applies(asked, object_type, fragment.type_condition.name.value):
                    yield from _fields(asked, object_type, [fragment.selection_set], spread)


def _included(directives: Sequence[DirectiveNode], asked: Asked) -> bool:
    for node in directives:
        for directive, wanted in ((GraphQLSkipDirective, False), (GraphQLIncludeDirective, True)):
            if node.name.value == directive.name:
                value = get_argument_values(directive, node, asked.variables)["if"]
                if value is not wanted:
                    return False
    return True


def _applies(asked: Asked, object_type: GraphQLObjectType, condition: str) -> bool:
    if condition == object_type.name:
        return True
    named = asked.schema.type_map[condition]
    return isinstance(named, GraphQLInterfaceType) and named in object_type.interfaces
