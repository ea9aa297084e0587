"""Every relation of the catalog is a field of both its ends, and says where it leads."""

import pytest

from graph_api.projection.links import Leg, links_of
from schema.catalog import NODE_TYPES, RELATIONS
from schema.fields import Relation


@pytest.mark.parametrize("relation", RELATIONS, ids=lambda each: f"{each.source}.{each.field}")
def test_a_relation_leads_onward_from_its_source_and_back_from_each_target(relation: Relation) -> None:
    link = links_of(relation.source)[relation.field]
    assert (link.legs, link.targets) == ((Leg(relation, onward=True),), relation.targets)
    assert (link.one, link.published, link.owner) == (relation.one, relation.published, relation.source)
    for target in relation.targets:
        back = links_of(target)[relation.inverse]
        assert relation.source in back.targets
        assert back.legs[0].back.relation.kind == relation.kind
        assert back.label.zh
        assert back.label.en


def test_a_shortcut_leads_over_the_node_that_is_not_shown_and_back() -> None:
    link = links_of("Cadre")["agency"]
    assert [(leg.relation.field, leg.onward) for leg in link.legs] == [("person", True), ("agency", True)]
    back = links_of("Agency")[
        next(each.inverse for each in NODE_TYPES["Cadre"].shortcuts if each.field == "agency")
    ]
    assert [(leg.relation.field, leg.onward) for leg in back.legs] == [("agency", False), ("person", False)]
    assert (link.one, back.many, link.tied, back.tied) == (True, True, False, False)


def test_what_happens_has_no_when_and_what_lasts_has() -> None:
    assert links_of("Enterprise")["branches"].dated
    assert links_of("Enterprise")["branches"].tied
    assert not links_of("Enterprise")["division"].dated
    assert not links_of("ServiceRequest")["enterprise"].tied
    assert not links_of("Activity")["targets"].dated
