"""What lists take: a filter a kind of value, a condition and an order a type."""

import pytest
from graphql import GraphQLEnumType, GraphQLInputObjectType

from graph_api.graphql.filter_types import connection_arguments, filter_of, when_argument
from graph_api.graphql.making import SPACE
from graph_api.graphql.published import CORE
from schema.catalog import NODE_TYPES

COMPARING = {"eq", "ne", "in", "lt", "lte", "gt", "gte", "isUnknown"}


def members(name: str) -> dict[str, str]:
    """The members of an input type with their types."""
    found = CORE.type_map[name]
    assert isinstance(found, GraphQLInputObjectType)
    return {field: str(each.type) for field, each in found.fields.items()}


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("TextFilter", COMPARING | {"contains", "startsWith"}),
        ("IntFilter", COMPARING),
        ("FloatFilter", COMPARING),
        ("PartialDateFilter", COMPARING),
        ("BooleanFilter", {"eq", "ne", "isUnknown"}),
        ("TextListFilter", {"has", "contains", "isUnknown"}),
        ("OwnershipFilter", {"eq", "ne", "in", "isUnknown"}),
        ("IndustryFilter", {"code"}),
        ("TieFilter", {"from", "until", "seen"}),
        ("PartyBranchDatedMany", {"some", "all", "none", "count", "when"}),
        ("PartyBranchTiesMany", {"some", "all", "none", "count", "when", "tie"}),
        ("ServiceRequestMany", {"some", "all", "none", "count"}),
    ],
)
def test_a_filter_compares_as_its_kind_can_be(name: str, expected: set[str]) -> None:
    assert members(name).keys() == expected


@pytest.mark.parametrize(
    ("type_name", "field", "name"),
    [
        ("Enterprise", "name", "TextFilter"),
        ("Enterprise", "industry", "IndustryFilter"),
        ("Enterprise", "ownership", "OwnershipFilter"),
        ("Enterprise", "short_names", "TextListFilter"),
        ("Enterprise", "employees", "IntFilter"),
        ("Enterprise", "mature", "BooleanFilter"),
        ("Enterprise", "established", "PartialDateFilter"),
        ("Appraisal", "score", "FloatFilter"),
        ("StageEvent", "members_status", "TextListFilter"),
    ],
)
def test_each_field_has_the_filter_of_its_kind(type_name: str, field: str, name: str) -> None:
    assert filter_of(NODE_TYPES[type_name].field(field)) == name


def test_conditions_reach_relations_in_their_own_ways() -> None:
    where = members("EnterpriseWhere")
    assert where["and"] == where["or"] == "[EnterpriseWhere!]"
    assert where["not"] == "EnterpriseWhere"
    assert where["division"] == "DivisionWhere"
    assert where["branches"] == "PartyBranchDatedMany"
    assert where["branchesTies"] == "PartyBranchTiesMany"
    assert where["requests"] == "ServiceRequestMany"
    assert not {"phones", "legalRepresentative", "within"} & where.keys()
    assert members("DivisionWhere")["within"] == "String"
    assert members("DispatchWhere")["target"] == "EnterpriseOrPartyBranchOrIndustryBrandWhere"
    assert members("EnterpriseOrPartyBranchOrIndustryBrandWhere") == {
        "enterprise": "EnterpriseWhere",
        "partyBranch": "PartyBranchWhere",
        "industryBrand": "IndustryBrandWhere",
    }


def test_an_order_names_a_field_and_by_default_ascends() -> None:
    assert members("EnterpriseOrder") == {"field": "EnterpriseOrderField!", "direction": "Direction!"}
    order = CORE.type_map["EnterpriseOrder"]
    assert isinstance(order, GraphQLInputObjectType)
    assert order.fields["direction"].default_value is SPACE["Direction"]["ASC"]
    field = CORE.type_map["EnterpriseOrderField"]
    assert isinstance(field, GraphQLEnumType)
    assert {"EMPLOYEES", "CODE", "INDUSTRY"} <= field.values.keys()
    assert not {"PHONES", "SHORT_NAMES"} & field.values.keys()


def test_lists_and_dated_relations_take_these_arguments() -> None:
    assert list(connection_arguments("Union")) == ["where", "orderBy", "first", "after", "last", "before"]
    assert when_argument()["when"].default is SPACE["When"]["IN_FORCE"]
