"""What a request costs, said before it runs: its fields times the page sizes of the lists around them.

Each field counts 1 for each node that it is shown of. A list counts as many nodes as its page may have
(`first`, `last`, `limit`, the length of `ids`; PAGE where none is given), as LISTED where it takes no page.
The lists directly in a page (`edges`, `nodes`) are as long as the page.

A fragment is looked at once, however often it is spread: as (cost outside the lists of the page that it is
spread in, cost of one item of those lists), so that the same two numbers serve in a page of any size. The
whole is strictly linear in the size of the document.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Final

from graphql import (
    FieldNode,
    FragmentDefinitionNode,
    FragmentSpreadNode,
    GraphQLField,
    GraphQLInterfaceType,
    GraphQLNamedType,
    GraphQLObjectType,
    GraphQLSchema,
    IntValueNode,
    ListValueNode,
    OperationDefinitionNode,
    SchemaMetaFieldDef,
    SelectionSetNode,
    TypeMetaFieldDef,
    ValueNode,
    VariableNode,
    get_named_type,
    get_nullable_type,
    is_list_type,
)
from graphql.utilities.coerce_input_value import coerce_default_value

from graph_api.graphql.failures import refuse_beyond
from graph_api.limits import DEFAULTS, Limits
from schema.text import Text

PAGE: Final = 50
"""Nodes of a page where the caller names no number."""
LISTED: Final = 20
"""Nodes that a list without pages counts as; relations that may exceed it have pages."""
PAGING: Final = ("first", "last", "limit", "ids")
"""The arguments that say how many."""
KEPT: Final = 64
"""How many prices of one operation are kept, for the page sizes that callers gave."""

_META: Final = {"__schema": SchemaMetaFieldDef, "__type": TypeMetaFieldDef}


@dataclass(frozen=True, slots=True)
class Parts:
    """A selection's cost: `fixed`, and `listed` for each item of the page that it stands in."""

    fixed: int
    listed: int

    def on(self, page: int) -> int:
        """The cost in a page of so many items."""
        return self.fixed + page * self.listed


@dataclass(slots=True)
class Pricing:
    """What the operations of one valid document cost; prices are kept by the page sizes that decide them."""

    schema: GraphQLSchema
    fragments: Mapping[str, FragmentDefinitionNode]
    limits: Limits = DEFAULTS
    _kept: dict[tuple[object, ...], int] = field(default_factory=dict, init=False)

    def of(self, operation: OperationDefinitionNode, variables: Mapping[str, Any]) -> int:
        """The cost of an operation with these variables.

        Raises TooCostly where it, or the size of a page, is beyond its limit.
        """
        sizes = self._sizes(operation, variables)
        key = (id(operation), *sizes.items())
        cost = self._kept.get(key)
        if cost is None:
            root = self.schema.get_root_type(operation.operation)
            walk = _Walk(self.schema, self.fragments, sizes, self.limits.page)
            cost = walk.selection(operation.selection_set, root).on(LISTED)
            if len(self._kept) >= KEPT:
                self._kept.clear()
            self._kept[key] = cost
        refuse_beyond(
            self.limits.cost,
            cost,
            Text("请求的代价", "cost"),
            Text("取较小的页，或分成几个查询", "ask for smaller pages, or split it"),
            "query",
        )
        return cost

    @staticmethod
    def _sizes(operation: OperationDefinitionNode, variables: Mapping[str, Any]) -> dict[str, int | None]:
        """How many each variable would ask for as a page size; None where it asks for nothing readable."""
        sizes: dict[str, int | None] = {}
        for each in operation.variable_definitions or ():
            name = each.variable.name.value
            if name in variables:
                sizes[name] = _number(variables[name])
            elif each.default_value is not None:
                sizes[name] = _literal(each.default_value, {})
            else:
                sizes[name] = None
        return sizes


@dataclass(slots=True)
class _Walk:
    """One look at an operation."""

    schema: GraphQLSchema
    fragments: Mapping[str, FragmentDefinitionNode]
    sizes: Mapping[str, int | None]
    most: int
    known: dict[str, Parts] = field(default_factory=dict)

    def selection(self, selection: SelectionSetNode, parent: GraphQLNamedType | None) -> Parts:
        """The cost of a selection on a type."""
        fixed = listed = 0
        for each in selection.selections:
            if isinstance(each, FieldNode):
                parts = self.field(each, parent)
            elif isinstance(each, FragmentSpreadNode):
                parts = self.fragment(each.name.value)
            else:
                condition = getattr(each, "type_condition", None)
                inner = self.schema.get_type(condition.name.value) if condition else parent
                parts = self.selection(each.selection_set, inner)  # type: ignore[attr-defined]  # an inline one
            fixed += parts.fixed
            listed += parts.listed
        return Parts(fixed, listed)

    def fragment(self, name: str) -> Parts:
        """The cost of a fragment, looked at once."""
        parts = self.known.get(name)
        if parts is None:
            made = self.fragments[name]
            condition = self.schema.get_type(made.type_condition.name.value)
            parts = self.known[name] = self.selection(made.selection_set, condition)
        return parts

    def field(self, node: FieldNode, parent: GraphQLNamedType | None) -> Parts:
        """The cost of one field with everything under it."""
        if node.selection_set is None:
            return Parts(1, 0)
        made = _definition(node.name.value, parent)
        if made is None:
            return Parts(1, 0)
        inner = self.selection(node.selection_set, get_named_type(made.type))
        is_list = is_list_type(get_nullable_type(made.type))
        page = self.page(node, made)
        if page is None:
            whole = inner.on(LISTED)
            return Parts(1, whole) if is_list else Parts(1 + whole, 0)
        return Parts(1 + (page * inner.on(LISTED) if is_list else inner.on(page)), 0)

    def page(self, node: FieldNode, made: GraphQLField) -> int | None:
        """How many nodes a field may show, or None where it takes no page."""
        paging = [each for each in PAGING if each in made.args]
        if not paging:
            return None
        given = {each.name.value: each.value for each in node.arguments or () if each.name.value in paging}
        numbers = {name: _literal(value, self.sizes) for name, value in given.items()}
        for name, number in numbers.items():
            refuse_beyond(
                self.most,
                number or 0,
                Text(f"{name} 的个数", f"in {name}"),
                Text(
                    f"至多 {self.most}，其余用下一页", f"ask for {self.most} at most, and for the next page"
                ),
                name,
            )
        asked = [number for number in numbers.values() if number is not None]
        defaults = [coerce_default_value(made.args[name]) for name in paging]
        usual = next((each for each in defaults if isinstance(each, int)), PAGE)
        return max(0, *asked) if asked else usual


def _definition(name: str, parent: GraphQLNamedType | None) -> GraphQLField | None:
    if name in _META:
        return _META[name]
    if isinstance(parent, GraphQLObjectType | GraphQLInterfaceType):
        found: GraphQLField | None = parent.fields.get(name)
        return found
    return None


def _number(value: object) -> int | None:
    if isinstance(value, list):
        return len(value)
    return value if isinstance(value, int) and not isinstance(value, bool) else None


def _literal(value: ValueNode, sizes: Mapping[str, int | None]) -> int | None:
    """How many a value in a document asks for."""
    if isinstance(value, VariableNode):
        return sizes.get(value.name.value)
    if isinstance(value, ListValueNode):
        return len(value.values)
    if isinstance(value, IntValueNode):
        # No page has so many digits, and Python refuses to read thousands of them.
        return int(value.value) if len(value.value) <= 18 else 10**18  # noqa: PLR2004 - both are this one number
    return None
