"""Documents are valid by the live schema, and come to ask for all of it that can be judged."""

from typing import Any

from graphql import GraphQLInputObjectType, GraphQLObjectType, parse, validate

from benchmarks.oracle.chance import Chance
from benchmarks.oracle.documents import Walker, literal
from benchmarks.oracle.facts import Graph, Node, Tie
from benchmarks.oracle.pool import Pool
from benchmarks.oracle.scope import judged_fields
from benchmarks.oracle.world import World
from graph_api.graphql.published import CORE


def walker(seed: int) -> Walker:
    world = World.of(seed)
    nodes = {each["id"]: Node(name, each["id"], each) for name, each in world.nodes}
    ties = [Tie(kind, nodes[a], nodes[b], each) for kind, a, b, each in world.ties]
    draw = Chance(seed)
    return Walker(CORE, Pool(Graph.of(1, nodes.values(), ties), draw), draw)


def test_documents_are_valid_and_say_what_can_be_followed() -> None:
    made = walker(1)
    documents = [made.document() for _ in range(150)]
    faults = [(each.text, found) for each in documents if (found := validate(CORE, parse(each.text)))]
    assert faults == []
    assert sum(len(each.sets) > 1 for each in documents) > 30
    assert sum(bool(each.paged) for each in documents) > 60
    for word in ("fragment ", "... on ", "@skip", "@include", "where: ", "orderBy: ", "asOf: ", "when: "):
        assert any(word in each.text for each in documents), word


def test_they_come_to_ask_for_every_field_that_can_be_judged() -> None:
    made = walker(2)
    for _ in range(1500):
        made.document()
    types = [each for each in CORE.type_map.values() if isinstance(each, GraphQLObjectType)]
    judged = {f"{each.name}.{name}" for each in types for name in judged_fields(each)}
    assert len(judged - made.seen.keys()) <= len(judged) // 50
    assert len(judged) > 700


def test_a_literal_is_written_by_its_type() -> None:
    of_type: Any = CORE.type_map["EnterpriseWhere"]
    assert isinstance(of_type, GraphQLInputObjectType)
    where = {"size": {"in": ["SMALL"]}, "name": {"eq": 'a"b'}, "mature": {"isUnknown": True}}
    assert literal(where, of_type) == '{size: {in: [SMALL]}, name: {eq: "a\\"b"}, mature: {isUnknown: true}}'
