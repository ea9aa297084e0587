"""What the catalog's names are called in GraphQL, and what of each type is shown, filtered and ordered by."""

import pytest

from graph_api.graphql.naming import (
    camel,
    fields_filtered,
    fields_ordered,
    fields_shown,
    links_shown,
    pages,
    plural_name,
    root_name,
    snake,
    tie_type,
    type_named,
)
from schema.catalog import NODE_TYPES
from schema.fields import Kind

SHOWN = [name for name, each in NODE_TYPES.items() if each.about.in_graph]


def test_names_are_in_camel_case() -> None:
    assert [camel(each) for each in ("name", "full_members", "raised_on")] == [
        "name",
        "fullMembers",
        "raisedOn",
    ]


def test_a_type_is_found_by_its_name_with_a_small_letter() -> None:
    assert snake("PartyBranch") == "party_branch"
    assert {name: type_named(camel(snake(name))) for name in NODE_TYPES} == {
        name: name for name in NODE_TYPES
    }


def test_root_fields_bear_the_names_of_their_types() -> None:
    types = ("Enterprise", "PartyBranch", "ServiceRequest", "ImportBatch")
    assert [root_name(each) for each in types] == ["enterprise", "partyBranch", "serviceRequest", "batch"]
    types = ("Enterprise", "PartyBranch", "Person", "Activity")
    assert [plural_name(each) for each in types] == ["enterprises", "partyBranches", "people", "activities"]


@pytest.mark.parametrize("name", SHOWN)
def test_what_is_personal_is_neither_filtered_nor_ordered_by(name: str) -> None:
    personal = {field for field, each in fields_shown(name).items() if each.personal}
    assert not personal & fields_filtered(name).keys()
    assert not {each.upper() for each in personal} & fields_ordered(name).keys()


@pytest.mark.parametrize("name", SHOWN)
def test_every_other_value_is_filtered_by_and_every_single_one_ordered_by(name: str) -> None:
    shown = {field: each for field, each in fields_shown(name).items() if not each.personal}
    assert fields_filtered(name).keys() == {
        field for field, each in shown.items() if each.kind is not Kind.SPANS
    }
    assert fields_ordered(name).keys() == {each.name.upper() for each in shown.values() if not each.is_list}
    assert "CODE" in fields_ordered(name)


def test_relations_come_from_both_sides_and_by_shortcuts_published_ones_only() -> None:
    found = {
        name: {field: link.targets for field, link in links_shown(name).items() if link.one}
        for name in ("Dispatch", "Activist", "Person")
    }
    assert found == {
        "Dispatch": {
            "backingAgency": ("Agency",),
            "cadre": ("Cadre",),
            "selection": ("Selection",),
            "target": ("Enterprise", "PartyBranch", "IndustryBrand"),
        },
        "Activist": {"branch": ("PartyBranch",), "employer": ("Enterprise",)},
        "Person": {},
    }
    assert "observations" not in links_shown("Enterprise")


def test_callers_page_through_what_may_exceed_twenty() -> None:
    links = links_shown("Enterprise")
    assert {name for name, each in links.items() if pages(each)} == {
        "selections", "platforms", "requests", "activities", "rectifications", "appraisals", "policies",
        "activists",
    }  # fmt: skip
    assert not pages(links_shown("Agency")["areas"])  # of two types


def test_a_tie_is_named_after_whose_it_is_and_what_it_is() -> None:
    assert tie_type(links_shown("Enterprise")["branches"]) == "EnterpriseBranchesTie"
    assert tie_type(links_shown("Union")["foundedVia"]) == "UnionFoundedViaTie"
