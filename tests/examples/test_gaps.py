"""On 2026-11-25 the district has at least one gap of every kind that the domain names."""

from collections import Counter

import networkx as nx
import pytest

from examples.district.agencies import AGENCIES, competent_for
from examples.district.branches import Branch
from examples.district.days import TODAY, later
from examples.district.district import District
from examples.district.enterprises import Enterprise
from examples.district.unions import Union
from tests.examples.support_graph import Node, node_of, support_graph

FEWEST = 3


class Today:
    """What holds today, by enterprise number."""

    def __init__(self, district: District) -> None:
        self.district = district
        self.operating = [each for each in district.enterprises if each.fate == "operating" and each.seen]
        self.branches = [each for each in district.branches if each.valid_on(TODAY)]
        self.unions = [each for each in district.unions if each.valid_on(TODAY)]
        self.in_branch = {each.number for branch in self.branches for each in branch.enterprises}
        self.in_union = {each.number for union in self.unions for each in union.enterprises}
        self.open = [each for each in district.requests if each.resolved_on is None]

    def full_members(self, enterprise: Enterprise) -> int | None:
        stated = [seen.full for _, seen in sorted(enterprise.seen.items()) if seen.full not in ("", "/")]
        return None if not stated else int(stated[-1]) if stated[-1].isdecimal() else 0

    def says_no(self, enterprise: Enterprise, organisation: str) -> bool:
        stated = [getattr(seen, organisation) for _, seen in sorted(enterprise.seen.items())]
        known = [each for each in stated if each]
        return bool(known) and known[-1] in ("否", "×", "未建")

    def contacts(self, enterprise: Enterprise) -> list[int]:
        activities = [
            each.date.stored
            for each in self.district.activities
            if any(one is enterprise for one in each.targets)
        ]
        return activities + [
            each.raised_on.stored for each in self.district.requests if each.enterprise is enterprise
        ]


@pytest.fixture(scope="module")
def today(district: District) -> Today:
    return Today(district)


@pytest.fixture(scope="module")
def graph(district: District) -> "nx.Graph[Node]":
    return support_graph(district, TODAY)


def without_branch(today: Today) -> list[Enterprise]:
    return [
        each
        for each in today.operating
        if each.number not in today.in_branch and today.says_no(each, "has_branch")
    ]


def test_branches_are_required_and_missing(today: Today) -> None:
    assert any((today.full_members(each) or 0) >= FEWEST for each in without_branch(today))


def test_neighbours_could_found_a_joint_branch(today: Today) -> None:
    near = Counter(
        each.place_in(2026) for each in without_branch(today) if today.full_members(each) in (1, 2)
    )
    assert max(near.values()) >= FEWEST


def test_unions_are_required_and_missing(today: Today) -> None:
    assert any(
        each.workers >= 60 and each.number not in today.in_union and today.says_no(each, "has_union")
        for each in today.operating
    )


def test_mature_enterprises_with_a_branch_have_no_union(today: Today) -> None:
    assert any(
        each.mature == "是" and each.number in today.in_branch and each.number not in today.in_union
        for each in today.operating
    )


def test_some_are_blank(today: Today) -> None:
    worked_at = {each.place.enterprise.number for each in today.district.activists}
    assert any(
        today.full_members(each) == 0 and each.number not in worked_at and not today.contacts(each)
        for each in today.operating
    )


def test_posts_are_unfilled_and_expiring(today: Today) -> None:
    posts = [each for each in today.district.dispatches if each.in_force_on(TODAY)]
    filled = {id(each.target) for each in posts if each.post == "第一书记"}
    assert any(
        len(branch.enterprises) == 1 and id(branch) not in filled and id(branch.enterprises[0]) not in filled
        for branch in today.branches
    )
    assert any(each.end is not None and each.end.last <= later(TODAY, days=60).first for each in posts)


def test_terms_are_over_so_that_coverage_is_only_tangible(today: Today) -> None:
    organisations: list[Branch | Union] = [*today.branches, *today.unions]
    overdue = [each for each in organisations if each.terms and each.terms[-1][1] < TODAY]
    assert {type(each) for each in overdue} == {Branch, Union}


def test_contacts_are_stale_needs_and_reviews_overdue(today: Today) -> None:
    last = [max(found) for each in today.operating if (found := today.contacts(each))]
    assert min(last) < later(TODAY, days=-91).stored
    assert any(each.raised_on < later(TODAY, days=-30) for each in today.open)
    waiting = [
        each for each in today.district.activists
        if each.reviews and not {"BRANCH_MEETING.date", "WITHDRAWAL.date", "REMOVAL.date"} & set(each.facts)
    ]  # fmt: skip
    assert any(later(each.reviews[-1], months=6) < TODAY for each in waiting)


def test_policies_are_not_delivered_to_all_entitled(today: Today) -> None:
    delivered = {
        (each.delivered, one.number)
        for each in today.district.activities
        for one in each.targets
        if each.delivered and isinstance(one, Enterprise)
    }
    entitled = {
        (policy.name, each.number)
        for policy in today.district.policies
        for each in policy.entitled
        if policy.since < later(TODAY, days=-60)
    }
    assert 10 < len(entitled - delivered) < len(entitled)


def test_one_person_or_one_tie_holds_enterprises_together(
    graph: "nx.Graph[Node]", district: District
) -> None:
    agencies = {node for node in graph if node[0] == "agency"}
    only = next(each for each in district.dispatches if each.batch == "第四批" and not each.backing)
    cadre, far = ("cadre", str(only.cadre.number)), node_of(only.target)
    assert any(nx.has_path(graph, far, each) for each in agencies)
    cut = graph.copy()
    cut.remove_node(cadre)
    assert not any(nx.has_path(cut, far, each) for each in agencies)
    assert {frozenset(bridge) for bridge in nx.bridges(graph)} & {frozenset((cadre, far))}


def test_clusters_are_isolated_and_support_is_thin(graph: "nx.Graph[Node]") -> None:
    lost = [part for part in nx.connected_components(graph) if all(node[0] != "agency" for node in part)]
    assert any(len(part) > 1 and any(node[0] == "branch" for node in part) for part in lost)
    assert any(number < 2 for node, number in nx.core_number(graph).items() if node[0] == "enterprise")


def test_the_competent_agency_is_too_far(graph: "nx.Graph[Node]", today: Today) -> None:
    distances = [
        nx.shortest_path_length(graph, node_of(each.enterprise), office)
        for each in today.open
        if (office := ("agency", competent_for(each.topic))) in graph
        and nx.has_path(graph, node_of(each.enterprise), office)
    ]
    assert max(distances) > 3


def test_a_cadre_has_too_many_posts(today: Today) -> None:
    posts = Counter(each.cadre.number for each in today.district.dispatches if each.in_force_on(TODAY))
    assert posts.most_common(1)[0][1] > 2


def test_capacity_is_short_and_a_topic_is_unserved(today: Today) -> None:
    capacity = {topic: number for agency in AGENCIES for topic, number in agency.topics}
    asked = Counter(each.topic for each in today.open)
    assert any(topic in capacity and number > (capacity[topic] or number) for topic, number in asked.items())
    assert any(not competent_for(topic) for topic in asked)


def test_activists_are_orphaned(today: Today) -> None:
    assert any(
        not each.place_on(TODAY).branch.valid_on(TODAY)
        and "ACTIVIST.date" in each.facts
        and not {"BRANCH_MEETING.date", "WITHDRAWAL.date", "REMOVAL.date"} & set(each.facts)
        for each in today.district.activists
    )
