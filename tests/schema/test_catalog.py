"""The model of the domain is whole, and everything in it can be told to a person."""

import re
from pathlib import Path

import pytest

import schema
from schema.catalog import NODE_TYPES, RELATIONS, NodeType
from schema.fields import Kind

TYPES = {
    "Division", "IndustrialPark", "Agency", "Person", "Cadre", "PartyMember", "Activist", "Enterprise",
    "PartyBranch", "Union", "IndustryBrand", "Selection", "SelectionStep", "Dispatch", "Topic",
    "ServicePlatform", "Venue", "ServiceRequest", "Activity", "Rectification", "StageEvent", "Appraisal",
    "Policy", "Programme", "Target", "GapAcknowledgement", "Observation", "ImportBatch", "Change",
}  # fmt: skip
TIES = [
    "Division–PART_OF→Division",
    "Enterprise–LOCATED_IN→Division",
    "Agency–LOCATED_IN→Division",
    "PartyBranch–LOCATED_IN→Division",
    "Union–LOCATED_IN→Division",
    "Enterprise–SITED_IN→IndustrialPark",
    "Cadre–IS→Person",
    "PartyMember–IS→Person",
    "Activist–IS→Person",
    "Person–WORKS_AT→Agency",
    "Person–EMPLOYED_BY→Enterprise",
    "Selection–OF→Cadre",
    "Selection–FOR→Enterprise",
    "Selection–FOR→PartyBranch",
    "Selection–FOR→IndustryBrand",
    "Selection–LED_TO→Dispatch",
    "Cadre–SERVES→Dispatch",
    "Dispatch–POSTED_TO→Enterprise",
    "Dispatch–POSTED_TO→PartyBranch",
    "Dispatch–POSTED_TO→IndustryBrand",
    "Agency–BACKS→Dispatch",
    "Agency–RESPONSIBLE_FOR→Division",
    "Agency–RESPONSIBLE_FOR→IndustrialPark",
    "Agency–COMPETENT_FOR→Topic",
    "PartyBranch–COVERS→Enterprise",
    "PartyBranch–SUBORDINATE_TO→PartyBranch",
    "PartyBranch–SUBORDINATE_TO→Agency",
    "PartyBranch–SECRETARY→Person",
    "Union–COVERS→Enterprise",
    "Union–FOUNDED_VIA→PartyBranch",
    "Union–CHAIRED_BY→Person",
    "Enterprise–BELONGS_TO→IndustryBrand",
    "Activist–UNION_MEMBER_OF→Union",
    "Activist–CULTIVATED_BY→PartyBranch",
    "PartyMember–BELONGS_TO→PartyBranch",
    "PartyMember–MENTORS→Activist",
    "StageEvent–OF→Activist",
    "ServiceRequest–RAISED_BY→Enterprise",
    "ServiceRequest–ASSIGNED_TO→Agency",
    "ServiceRequest–HANDLED_BY→Cadre",
    "ServiceRequest–HANDLED_BY→ServicePlatform",
    "ServiceRequest–ABOUT→Topic",
    "Activity–FOR→Enterprise",
    "Activity–FOR→PartyBranch",
    "Activity–FOR→Union",
    "Activity–ORGANISED_BY→Agency",
    "Activity–DELIVERED→Policy",
    "Person–ATTENDED→Activity",
    "Cadre–LED→Activity",
    "Policy–FOR→Enterprise",
    "Policy–PART_OF→Programme",
    "Activity–PART_OF→Programme",
    "Union–PART_OF→Programme",
    "Venue–PART_OF→Programme",
    "Dispatch–PART_OF→Programme",
    "Rectification–OF→Enterprise",
    "Rectification–OF→PartyBranch",
    "Rectification–OF→Union",
    "ServicePlatform–RUN_BY→Agency",
    "ServicePlatform–SERVES→Division",
    "ServicePlatform–SERVES→IndustrialPark",
    "ServicePlatform–SERVES→Enterprise",
    "ServicePlatform–HOUSED_IN→Venue",
    "Venue–AT→Enterprise",
    "Venue–AT→IndustrialPark",
    "Appraisal–OF→Enterprise",
    "Appraisal–OF→PartyBranch",
    "Appraisal–OF→Union",
    "Appraisal–OF→Agency",
    "Appraisal–OF→Person",
]


def test_the_schema_package_is_ours() -> None:
    assert Path(schema.__file__).parent.parent == Path(__file__).parents[2]


def test_every_type_of_the_domain_is_there() -> None:
    assert set(NODE_TYPES) == TYPES


def test_every_relationship_of_the_domain_is_there() -> None:
    declared = {f"{each.source}–{each.kind}→{target}" for each in RELATIONS for target in each.targets}
    assert set(TIES) <= declared


def test_every_target_is_a_type_and_every_name_on_it_is_free() -> None:
    taken: set[tuple[str, str]] = set()
    for relation in RELATIONS:
        for target in relation.targets:
            node_type = NODE_TYPES[target]
            names = {field.name for field in node_type.fields} | {each.field for each in node_type.relations}
            assert relation.inverse not in names
            assert (target, relation.inverse) not in taken
            taken.add((target, relation.inverse))


@pytest.mark.parametrize("node_type", NODE_TYPES.values(), ids=lambda each: each.name)
def test_every_type_field_and_relation_has_its_words_in_both_languages(node_type: NodeType) -> None:
    texts = [node_type.about.label, node_type.about.note, node_type.about.matched_by]
    texts += [field.label for field in node_type.fields] + [each.label for each in node_type.relations]
    for text in texts:
        assert re.search("[\u4e00-\u9fff]", text.zh) or text.zh.isascii()
        assert text.en.isascii()
        assert text.zh
        assert text.en


@pytest.mark.parametrize("node_type", NODE_TYPES.values(), ids=lambda each: each.name)
def test_a_type_lives_in_the_file_of_its_name(node_type: NodeType) -> None:
    snake = re.sub(r"(?<!^)(?=[A-Z])", "_", node_type.name).lower()
    assert node_type.declared_in.__module__ == f"schema.{snake}"


@pytest.mark.parametrize("node_type", NODE_TYPES.values(), ids=lambda each: each.name)
def test_a_composed_name_names_fields_and_relations_that_exist(node_type: NodeType) -> None:
    reachable = {each.field for each in node_type.relations}
    reachable |= {each.inverse for each in RELATIONS if node_type.name in each.targets}
    for part in node_type.about.name_parts:
        head, _, rest = part.partition(".")
        assert head in reachable if rest else head in {field.name for field in node_type.fields}


def test_a_vocabulary_goes_with_every_term_and_with_nothing_else() -> None:
    for node_type in NODE_TYPES.values():
        for field in node_type.fields:
            assert (field.vocabulary is not None) == (field.kind is Kind.TERM)


def test_generated_codes_of_two_types_never_look_alike() -> None:
    prefixes = [node_type.about.prefix for node_type in NODE_TYPES.values()]
    assert len(prefixes) == len(set(prefixes))
