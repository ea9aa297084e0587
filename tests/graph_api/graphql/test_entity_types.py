"""The GraphQL types of the nodes: a field a value, and which fields lead where by which arguments."""

import pytest
from graphql import GraphQLObjectType

from graph_api.graphql.entity_types import ENTITY_TYPES, annotation_of
from graph_api.graphql.published import CORE
from schema.catalog import NODE_TYPES

CONNECTION = ["after", "before", "first", "last", "orderBy", "where"]


@pytest.mark.parametrize(
    ("type_name", "field", "annotation"),
    [
        ("Enterprise", "employees", "int | None"),
        ("Enterprise", "established", "PartialDate | None"),
        ("Enterprise", "former_names", "list[str]"),
        ("Enterprise", "phones", "list[str] | None"),  # personal
        ("Enterprise", "ownership", "Ownership | None"),
        ("Enterprise", "mature", "bool | None"),
        ("Enterprise", "industry", "Industry | None"),
        ("PartyBranch", "terms", "list[Span]"),
        ("StageEvent", "members_status", "list[PartyStatus]"),
        ("Appraisal", "score", "float | None"),
    ],
)
def test_a_field_has_the_type_of_its_kind(type_name: str, field: str, annotation: str) -> None:
    assert annotation_of(NODE_TYPES[type_name].field(field)) == annotation


@pytest.mark.parametrize(
    ("type_name", "field", "leads_to", "arguments"),
    [
        ("Enterprise", "division", "Division", []),
        ("Enterprise", "divisionTies", "[EnterpriseDivisionTie!]!", ["when"]),
        ("Enterprise", "branches", "[PartyBranch!]!", ["when"]),
        ("Enterprise", "branchesTies", "[EnterpriseBranchesTie!]!", ["when"]),
        ("Enterprise", "requests", "ServiceRequestConnection!", CONNECTION),
        ("PartyBranch", "enterprises", "EnterpriseConnection!", sorted([*CONNECTION, "when"])),
        ("PartyBranch", "superior", "Entity", []),
        ("Agency", "areas", "[Entity!]!", ["when"]),
        ("Selection", "steps", "[SelectionStep!]!", []),
        ("Activist", "employer", "Enterprise", []),
        ("Enterprise", "employeesBound", "Bound", []),
        ("Enterprise", "provenance", "[Provenance!]!", []),
        ("Enterprise", "observations", "[ObservedValue!]!", ["field"]),
        ("EnterpriseBranchesTie", "node", "PartyBranch!", []),
        ("AgencyAreasTie", "node", "Entity!", []),
        ("AgencyCompetencesTie", "capacity", "Int", []),
        ("ActivistMentorsTie", "role", "MentorRole", []),
    ],
)
def test_a_field_leads_where_the_catalog_says(
    type_name: str, field: str, leads_to: str, arguments: list[str]
) -> None:
    owner = CORE.type_map[type_name]
    assert isinstance(owner, GraphQLObjectType)
    assert (str(owner.fields[field].type), sorted(owner.fields[field].args)) == (leads_to, arguments)


@pytest.mark.parametrize(
    ("type_name", "field"),
    [
        ("Division", "enterprisesTies"),  # a list in pages
        ("Activist", "person"),
        ("Activist", "employerTies"),  # over two relationships
        ("Enterprise", "requestsTies"),
        ("Person", "idHash"),
        ("Topic", "observations"),
        ("Enterprise", "matureBound"),
    ],
)
def test_what_no_caller_may_see_is_no_field(type_name: str, field: str) -> None:
    owner = CORE.type_map[type_name]
    assert isinstance(owner, GraphQLObjectType)
    assert field not in owner.fields


def test_every_type_of_the_graph_is_one_of_the_api() -> None:
    assert ENTITY_TYPES.keys() == {name for name, each in NODE_TYPES.items() if each.about.in_graph}
