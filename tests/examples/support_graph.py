"""The support graph of the model on a day: who is tied to whom, as the domain defines it."""

from collections.abc import Iterator

import networkx as nx

from examples.district.agencies import AGENCIES
from examples.district.branches import Branch
from examples.district.dispatches import Place
from examples.district.district import District
from examples.district.enterprises import Enterprise
from schema.partial_date import PartialDate

Node = tuple[str, str]


def node_of(target: Place) -> Node:
    """The node of a post's target."""
    if isinstance(target, Enterprise):
        return "enterprise", str(target.number)
    return ("branch" if isinstance(target, Branch) else "brand"), target.name


def support_graph(district: District, at: PartialDate) -> "nx.Graph[Node]":
    """Ties of posts in force, organisations, brands, platforms, areas and open requests."""
    graph: nx.Graph[Node] = nx.Graph()
    graph.add_nodes_from(node_of(each) for each in district.enterprises if each.works_on(at))
    for part in (
        _posts(district, at),
        _organisations(district, at),
        _areas(district, at),
        _services(district),
    ):
        graph.add_edges_from(part)
    return graph


def _posts(district: District, at: PartialDate) -> Iterator[tuple[Node, Node]]:
    for post in district.dispatches:
        if post.in_force_on(at):
            cadre = ("cadre", str(post.cadre.number))
            yield cadre, node_of(post.target)
            yield cadre, ("agency", post.cadre.agency_on(at))
            if post.backing:
                yield ("agency", post.backing), node_of(post.target)


def _organisations(district: District, at: PartialDate) -> Iterator[tuple[Node, Node]]:
    for branch in district.branches:
        if branch.valid_on(at):
            yield from ((("branch", branch.name), node_of(each)) for each in branch.enterprises)
    for union in district.unions:
        if union.valid_on(at):
            yield from ((("union", union.name), node_of(each)) for each in union.enterprises)
    for brand in district.brands:
        yield from ((node_of(brand), node_of(each)) for each in brand.members)


def _areas(district: District, at: PartialDate) -> Iterator[tuple[Node, Node]]:
    for agency in AGENCIES:
        for each in district.enterprises:
            if each.works_on(at) and {each.place_in(2026), each.town, each.park} & set(agency.areas):
                yield ("agency", agency.name), node_of(each)


def _services(district: District) -> Iterator[tuple[Node, Node]]:
    for request in district.requests:
        if request.resolved_on is None and request.agency:
            yield node_of(request.enterprise), ("agency", request.agency)
    named = {each.name_in(2022): each for each in district.enterprises}
    for platform in district.platforms:
        if platform.closed is None:
            yield ("platform", platform.name), ("agency", platform.agency)
            served = (node_of(named[name]) for name in platform.serves if name in named)
            yield from ((("platform", platform.name), each) for each in served)
