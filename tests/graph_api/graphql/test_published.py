"""The published schema as a whole: described throughout, complete, and without what must not be shown."""

import re
from pathlib import Path

import pytest
from graphql import (
    GraphQLEnumType,
    GraphQLInputObjectType,
    GraphQLInterfaceType,
    GraphQLNonNull,
    GraphQLObjectType,
    GraphQLScalarType,
    is_specified_scalar_type,
)

from graph_api import PROJECT
from graph_api.graphql.naming import camel, plural_name, root_name
from graph_api.graphql.published import CORE, sdl
from schema.catalog import NODE_TYPES
from schema.fields import Personal

OURS = {
    name: each
    for name, each in CORE.type_map.items()
    if not name.startswith("__")
    and not (isinstance(each, GraphQLScalarType) and is_specified_scalar_type(each))
}
HAN, LATIN = re.compile(r"[\u4e00-\u9fff]"), re.compile(r"[A-Za-z]")


def descriptions() -> dict[str, str | None]:
    """Everything that is described, with its description."""
    found = {name: each.description for name, each in OURS.items()}
    for name, each in OURS.items():
        if isinstance(each, GraphQLObjectType | GraphQLInterfaceType):
            for field_name, field in each.fields.items():
                found[f"{name}.{field_name}"] = field.description
                found |= {
                    f"{name}.{field_name}({argument})": one.description
                    for argument, one in field.args.items()
                }
        if isinstance(each, GraphQLInputObjectType):
            found |= {f"{name}.{field}": one.description for field, one in each.fields.items()}
        if isinstance(each, GraphQLEnumType):
            found |= {f"{name}.{value}": one.description for value, one in each.values.items()}
    return found


def test_everything_is_described_in_chinese_and_english() -> None:
    lacking = {
        name
        for name, text in descriptions().items()
        if not text or not HAN.search(text) or not LATIN.search(text)
    }
    assert lacking == set()


def object_type(name: str) -> GraphQLObjectType:
    found = CORE.type_map[name]
    assert isinstance(found, GraphQLObjectType)
    return found


@pytest.mark.parametrize("name", [name for name, each in NODE_TYPES.items() if each.about.in_graph])
def test_each_node_type_shows_its_published_fields_and_no_other_of_its_fields(name: str) -> None:
    node_type = NODE_TYPES[name]
    shown = object_type(name).fields.keys()
    published = {
        camel(each.name)
        for each in node_type.fields
        if each.published and each.personal is not Personal.WITHHELD
    }
    hidden = {camel(each.name) for each in node_type.fields} - published
    unpublished = {camel(each.field) for each in node_type.relations if not each.published}
    hidden |= unpublished - {camel(each.field) for each in node_type.shortcuts}
    assert published <= shown
    assert hidden & shown == set()


LIST = ["after", "asOf", "before", "first", "last", "orderBy", "where"]


@pytest.mark.parametrize("name", [name for name, each in NODE_TYPES.items() if each.about.in_graph])
def test_each_node_type_is_an_entity_found_by_code_and_listed(name: str) -> None:
    found = object_type(name)
    assert {each.name for each in found.interfaces} == {"Node", "Entity"}
    query = CORE.query_type
    assert query is not None
    one, several = query.fields[root_name(name)], query.fields[plural_name(name)]
    assert (str(one.type), sorted(one.args)) == (name, ["asOf", "code"])
    assert (str(several.type), sorted(several.args)) == (f"{name}Connection", LIST)


def test_a_root_field_can_be_null_so_that_what_is_wrong_with_it_leaves_the_others() -> None:
    query = CORE.query_type
    assert query is not None
    stiff = {name for name, each in query.fields.items() if isinstance(each.type, GraphQLNonNull)}
    assert stiff <= {"nodes", "search"}


def test_personal_fields_are_nullable() -> None:
    stiff = {
        f"{name}.{each.name}"
        for name, node_type in NODE_TYPES.items()
        for each in node_type.fields
        if each.personal
        and camel(each.name) in getattr(CORE.type_map.get(name), "fields", {})
        and isinstance(object_type(name).fields[camel(each.name)].type, GraphQLNonNull)
    }
    assert stiff == set()


def test_nothing_leads_from_a_human_to_a_role_or_between_roles() -> None:
    roles = {"Cadre", "PartyMember", "Activist", "Person"}
    leading = {
        f"{name}.{field}"
        for name in roles
        for field, each in object_type(name).fields.items()
        if getattr(each.type, "name", None) in roles
    }
    assert leading == set()


def test_the_committed_schema_is_the_one_that_is_served() -> None:
    committed = Path(PROJECT, "schema", "generated", "schema.graphql").read_text(encoding="utf-8")
    assert committed == sdl()
