"""A tag stays as long as the answer does, and changes with each thing that the answer depends on."""

from dataclasses import fields, replace
from typing import Any

import pytest

from graph_api.graphql.entity_tag import TagParts, entity_tag, matches

PARTS = TagParts(
    revision=7,
    days={"enterprises": "2022-08-02"},
    document="{ a }",
    operation=None,
    variables={"first": 10, "where": {"code": {"eq": "x"}}},
    media_type="application/json",
    language="zh",
    masking=True,
    build="1",
)

OTHERS: dict[str, Any] = {
    "revision": 8,
    "days": {"enterprises": "2022-08-03"},
    "document": "{ b }",
    "operation": "A",
    "variables": {"first": 11, "where": {"code": {"eq": "x"}}},
    "media_type": "application/graphql-response+json",
    "language": "en",
    "masking": False,
    "build": "2",
}


def test_the_order_in_which_things_are_named_does_not_matter() -> None:
    turned = {"where": {"code": {"eq": "x"}}, "first": 10}
    assert entity_tag(PARTS) == entity_tag(replace(PARTS, variables=turned))
    assert entity_tag(PARTS).startswith('W/"7-')


@pytest.mark.parametrize("name", [each.name for each in fields(TagParts)])
def test_each_part_counts(name: str) -> None:
    assert entity_tag(replace(PARTS, **{name: OTHERS[name]})) != entity_tag(PARTS)


@pytest.mark.parametrize(
    ("header", "same"),
    [
        ("", False),
        ("*", True),
        ('W/"a"', True),
        ('"a"', True),
        ('"b", W/"a"', True),
        ('"b"', False),
        ("a", False),
    ],
)
def test_a_header_names_the_tag_or_not(header: str, *, same: bool) -> None:
    assert matches(header, 'W/"a"') is same
