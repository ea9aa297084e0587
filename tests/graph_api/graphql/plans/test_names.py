"""Names: a node's own, its person's, or composed of facts, masked where they must be."""

import pytest

from graph_api.graphql.naming import fields_shown
from schema.catalog import NODE_TYPES
from tests.api_server import Api
from tests.graph_api.graphql.town import DAY


@pytest.mark.parametrize(
    ("root", "code", "name"),
    [
        ("enterprise", "ENT-1", "甲厂"),
        ("topic", "PRODUCTION", "生产"),
        ("person", "PER-1", "张*"),
        ("partyMember", "MEM-1", "张*"),
        ("activist", "ACT-1", "李*"),
        ("dispatch", "DSP-1", "第一主席 · 甲厂 · 2022-01"),
        ("dispatch", "DSP-3", "第一书记 · 水洗红 · 2022-01"),
        ("serviceRequest", "REQ-1", "生产 · 甲厂 · 2022-01-05"),
        ("serviceRequest", "REQ-6", "乙厂 · 2022-02-02"),  # without a topic
        ("observation", "OBS-1", "甲厂 · 2022-01-01"),
        ("batch", "BAT-1", "一月.xlsx · 2022-01-02T00:00:00Z"),
    ],
)
def test_a_name_is_its_own_its_person_s_or_composed(town: Api, root: str, code: str, name: str) -> None:
    found = town.data(
        f'{{ it: {root}(code: "{code}", asOf: "{DAY}") {{ name ... on Entity {{ called: name }} }} }}'
    )
    assert found["it"] == {"name": name, "called": name}


def test_a_list_has_the_names_of_all_its_nodes(town: Api) -> None:
    query = f'{{ serviceRequests(asOf: "{DAY}") {{ nodes {{ name }} }} people {{ nodes {{ name }} }} }}'
    found = town.data(query)
    assert [each["name"] for each in found["serviceRequests"]["nodes"]] == [
        "生产 · 甲厂 · 2022-01-05",
        "生产 · 甲厂 · 2022-03-01",
        "生产 · 甲厂 · 2022-03-01",
        "生产 · 甲厂 · 2022-03",
        "生产 · 甲厂 · 2023-01-01",
        "乙厂 · 2022-02-02",
    ]
    assert [each["name"] for each in found["people"]["nodes"]] == ["张*", "李*"]


def test_no_composed_name_takes_a_personal_field_bare() -> None:
    bare = {
        (name, part)
        for name, each in NODE_TYPES.items()
        for part in each.about.name_parts
        if part in fields_shown(name) and part != "name" and fields_shown(name)[part].personal
    }
    assert bare == set()
    assert {name for name, each in NODE_TYPES.items() if each.about.name_parts == ("person.name",)} == {
        "Cadre",
        "PartyMember",
        "Activist",
    }
