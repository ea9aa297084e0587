"""What the catalog's names are called in GraphQL, and what of each type it shows."""

import re
from functools import cache

from graph_api.projection.links import Link, links_of
from schema.catalog import NODE_TYPES
from schema.fields import Field, Kind, Personal

TIES = "Ties"
"""What is added to a relation's name where its ties are meant, with their days."""


def camel(name: str) -> str:
    """`full_members` → `fullMembers`."""
    first, *others = name.split("_")
    return first + "".join(each.capitalize() for each in others)


@cache
def snake(type_name: str) -> str:
    """`PartyBranch` → `party_branch`."""
    return re.sub(r"(?<!^)(?=[A-Z])", "_", type_name).lower()


@cache
def type_named(name: str) -> str:
    """`partyBranch` → `PartyBranch`."""
    return next(each for each in NODE_TYPES if camel(snake(each)) == name)


def is_published(field: Field) -> bool:
    """Whether the API shows the field at all."""
    return field.published and field.personal is not Personal.WITHHELD


@cache
def fields_shown(type_name: str) -> dict[str, Field]:
    """The fields that the API shows of a type, by their GraphQL names, `code` and `name` included."""
    return {camel(each.name): each for each in NODE_TYPES[type_name].fields if is_published(each)}


@cache
def fields_filtered(type_name: str) -> dict[str, Field]:
    """Those that callers may filter by: no personal ones, and no periods."""
    return {
        name: each
        for name, each in fields_shown(type_name).items()
        if not each.personal and each.kind is not Kind.SPANS
    }


@cache
def fields_ordered(type_name: str) -> dict[str, Field]:
    """Those that callers may order by, by the enum value: single values that are not personal."""
    return {each.name.upper(): each for each in fields_filtered(type_name).values() if not each.is_list}


@cache
def links_shown(type_name: str) -> dict[str, Link]:
    """The relations that the API shows of a type, by their GraphQL names.

    Not its Observations: a field of their own shows those as the values that they are.
    """
    return {
        camel(name): each
        for name, each in links_of(type_name).items()
        if each.published
        and name != "observations"
        and all(NODE_TYPES[target].about.in_graph for target in each.targets)
    }


def root_name(type_name: str) -> str:
    """The root field that finds a type by code: `PartyBranch` → `partyBranch`."""
    return "batch" if type_name == "ImportBatch" else camel(snake(type_name))


def plural_name(type_name: str) -> str:
    """The root field that lists a type: `PartyBranch` → `partyBranches`."""
    return camel(NODE_TYPES[type_name].about.plural)


def pages(link: Link) -> bool:
    """Whether callers page through what the relation leads to."""
    return link.many and len(link.targets) == 1


def tie_type(link: Link) -> str:
    """The type of a relation's ties, seen from the link's owner: `EnterpriseBranchesTie`."""
    return f"{link.owner}{''.join(part.capitalize() for part in link.field.split('_'))}Tie"
