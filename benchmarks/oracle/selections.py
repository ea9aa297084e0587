"""What a document selects, once fragments, directives and variables are resolved by GraphQL's own rules."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import Enum
from typing import Any

from graphql import (
    BooleanValueNode,
    DocumentNode,
    EnumValueNode,
    FieldNode,
    FloatValueNode,
    FragmentDefinitionNode,
    FragmentSpreadNode,
    GraphQLField,
    GraphQLInterfaceType,
    GraphQLObjectType,
    GraphQLSchema,
    InlineFragmentNode,
    IntValueNode,
    ListValueNode,
    ObjectValueNode,
    OperationDefinitionNode,
    SelectionNode,
    SelectionSetNode,
    StringValueNode,
    Undefined,
    ValueNode,
    VariableNode,
)

Values = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Selected:
    """One field of an answer: its name there, its name in the schema, and everywhere it is selected."""

    response: str
    nodes: Sequence[FieldNode]

    @property
    def name(self) -> str:
        """Its name in the schema."""
        return self.nodes[0].name.value

    @property
    def sets(self) -> list[SelectionSetNode]:
        """The selections below it, which are merged."""
        return [each.selection_set for each in self.nodes if each.selection_set]


@dataclass(frozen=True, slots=True)
class Selections:
    """A document with the values of its variables, for one schema."""

    schema: GraphQLSchema
    fragments: Mapping[str, FragmentDefinitionNode]
    operation: OperationDefinitionNode
    variables: Values

    @classmethod
    def of(cls, schema: GraphQLSchema, document: DocumentNode, variables: Values) -> "Selections":
        """The only operation of the document, with defaults for the variables that are not given."""
        fragments = {
            each.name.value: each for each in document.definitions if isinstance(each, FragmentDefinitionNode)
        }
        operation = next(each for each in document.definitions if isinstance(each, OperationDefinitionNode))
        given = dict(variables)
        for each in operation.variable_definitions or ():
            if each.default_value is not None:
                given.setdefault(each.variable.name.value, plain(each.default_value, {}))
        return cls(schema, fragments, operation, given)

    def fields(self, type_name: str, sets: Sequence[SelectionSetNode]) -> list[Selected]:
        """The fields of one object, in the order of the answer."""
        found: dict[str, list[FieldNode]] = {}
        for each in sets:
            for node in self._walk(type_name, each):
                found.setdefault(node.alias.value if node.alias else node.name.value, []).append(node)
        return [Selected(response, nodes) for response, nodes in found.items()]

    def _walk(self, type_name: str, chosen: SelectionSetNode) -> Iterator[FieldNode]:
        for node in chosen.selections:
            if not self._included(node):
                continue
            if isinstance(node, FieldNode):
                yield node
            elif isinstance(node, InlineFragmentNode):
                if node.type_condition is None or self._applies(node.type_condition.name.value, type_name):
                    yield from self._walk(type_name, node.selection_set)
            elif isinstance(node, FragmentSpreadNode):
                fragment = self.fragments[node.name.value]
                if self._applies(fragment.type_condition.name.value, type_name):
                    yield from self._walk(type_name, fragment.selection_set)

    def _applies(self, condition: str, type_name: str) -> bool:
        if condition == type_name:
            return True
        of = self.schema.type_map[type_name]
        return isinstance(of, GraphQLObjectType | GraphQLInterfaceType) and condition in [
            each.name for each in of.interfaces
        ]

    def _included(self, node: SelectionNode) -> bool:
        for directive in node.directives or ():
            for each in directive.arguments or ():
                if (directive.name.value == "skip") is bool(plain(each.value, self.variables)):
                    return False
        return True

    def arguments(self, selected: Selected, field: GraphQLField) -> dict[str, Any]:
        """The arguments of a field, the schema's defaults included; a variable not given is left out."""
        defaults = {name: each.default_value for name, each in field.args.items()}
        found = {
            name: each.name if isinstance(each, Enum) else each
            for name, each in defaults.items()
            if each is not Undefined
        }
        for each in selected.nodes[0].arguments or ():
            value = plain(each.value, self.variables)
            if value is not Undefined:
                found[each.name.value] = value
        return found


def plain(node: ValueNode, variables: Values) -> Any:
    """A literal as Python has it; enum values are their names."""
    value: Any = None
    if isinstance(node, VariableNode):
        value = variables.get(node.name.value, Undefined)
    elif isinstance(node, IntValueNode):
        value = int(node.value)
    elif isinstance(node, FloatValueNode):
        value = float(node.value)
    elif isinstance(node, StringValueNode | EnumValueNode | BooleanValueNode):
        value = node.value
    elif isinstance(node, ListValueNode):
        value = [plain(each, variables) for each in node.values]
    elif isinstance(node, ObjectValueNode):
        values = {each.name.value: plain(each.value, variables) for each in node.fields}
        value = {name: each for name, each in values.items() if each is not Undefined}
    return value
