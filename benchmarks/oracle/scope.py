"""Which fields of the live schema the oracle can judge."""

from typing import Final

from graphql import GraphQLInterfaceType, GraphQLObjectType, get_named_type, is_required_argument

from benchmarks.oracle.showing import fields_of, relations_of
from schema.catalog import NODE_TYPES

DRAWN: Final = frozenset(
    {"code", "id", "ids", "asOf", "where", "orderBy", "when", "first", "after", "last", "before"}
)
"""The arguments that can be drawn; a field that requires another is left alone."""
_PARTS: Final = {
    "PageInfo": ("hasNextPage", "hasPreviousPage", "startCursor", "endCursor"),
    "Span": ("from", "until"),
    "Industry": ("code", "name"),
}
"""Types that are no nodes, with the fields that are judged."""


def judged_fields(of_type: object) -> list[str]:
    """The fields of a type that can be judged, in the order of the schema."""
    if not isinstance(of_type, GraphQLObjectType | GraphQLInterfaceType):
        return []
    return [
        name
        for name, field in of_type.fields.items()
        if _judged(of_type, name)
        and all(each in DRAWN for each, argument in field.args.items() if is_required_argument(argument))
    ]


def _judged(of_type: GraphQLObjectType | GraphQLInterfaceType, name: str) -> bool:
    type_name = of_type.name
    leads_to = get_named_type(of_type.fields[name].type).name
    if type_name == "Query":
        node_type = leads_to.removesuffix("Connection")
        return name in ("node", "nodes") or node_type in NODE_TYPES
    if name in ("id", "code", "name") and type_name in ("Node", "Entity", *NODE_TYPES):
        return True
    if type_name in NODE_TYPES:
        return (
            name in fields_of(type_name)
            or name.removesuffix("Bound") in fields_of(type_name)
            or name.removesuffix("Ties") in relations_of(type_name)
        )
    if type_name in _PARTS:
        return name in _PARTS[type_name]
    for suffix, fields in (
        ("Connection", ("edges", "nodes", "pageInfo", "totalCount")),
        ("Edge", ("cursor", "node")),
        ("Tie", ("from", "until", "seen", "node")),
    ):
        if type_name.endswith(suffix):
            return name in fields
    return False
