import pytest

from graph_api.graphql.entity_types import annotation_of, camel, described, spans, to_one
from schema.catalog import NODE_TYPES
from schema.partial_date import PartialDate
from schema.text import Text


def test_names_are_in_camel_case() -> None:
    assert [camel(each) for each in ("name", "full_members", "raised_on")] == [
        "name",
        "fullMembers",
        "raisedOn",
    ]


def test_a_description_is_in_both_languages() -> None:
    assert (
        described(Text("人数", "people"), None, Text("按日。", "by day.")) == "人数；按日。 People; by day."
    )


@pytest.mark.parametrize(
    ("type_name", "field", "annotation"),
    [
        ("Enterprise", "employees", "int | None"),
        ("Enterprise", "established", "PartialDate | None"),
        ("Enterprise", "former_names", "list[str]"),
        ("Enterprise", "phones", "list[str] | None"),  # personal
        ("Enterprise", "ownership", "Ownership | None"),
        ("Enterprise", "mature", "bool | None"),
        ("PartyBranch", "terms", "list[Span]"),
        ("StageEvent", "members_status", "list[PartyStatus]"),
        ("Appraisal", "score", "float | None"),
    ],
)
def test_a_field_has_the_type_of_its_kind(type_name: str, field: str, annotation: str) -> None:
    assert annotation_of(NODE_TYPES[type_name].field(field)) == annotation


def test_to_one_relations_come_from_both_sides_and_by_shortcuts_published_ones_only() -> None:
    found = {
        name: {field: targets for field, (_, targets) in to_one(NODE_TYPES[name]).items()}
        for name in ("Dispatch", "Activist", "Person")
    }
    assert found == {
        "Dispatch": {
            "backing_agency": ("Agency",),
            "cadre": ("Cadre",),
            "selection": ("Selection",),
            "target": ("Enterprise", "PartyBranch", "IndustryBrand"),
        },
        "Activist": {"branch": ("PartyBranch",), "employer": ("Enterprise",)},
        "Person": {},
    }


def test_periods_are_pairs_with_open_ends() -> None:
    first, second = spans([20190101, 20211231, 20220100, 0])
    assert (first.from_, first.until) == (PartialDate(20190101), PartialDate(20211231))
    assert (second.from_, second.until) == (PartialDate(20220100), None)
