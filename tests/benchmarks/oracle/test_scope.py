"""What is judged, and what is left alone."""

from benchmarks.oracle.scope import judged_fields
from graph_api.graphql.published import CORE


def test_nodes_lists_and_their_parts_are_judged() -> None:
    judged = {
        name: set(judged_fields(CORE.type_map[name])) for name in ("Enterprise", "EnterpriseEdge", "PageInfo")
    }
    assert {"id", "name", "employees", "employeesBound", "branches", "branchesTies", "industry"} < judged[
        "Enterprise"
    ]
    assert judged["EnterpriseEdge"] == {"cursor", "node"}
    assert judged["PageInfo"] == {"hasNextPage", "hasPreviousPage", "startCursor", "endCursor"}


def test_what_asks_for_more_than_can_be_drawn_is_left_alone() -> None:
    query = judged_fields(CORE.type_map["Query"])
    assert {"node", "nodes", "enterprise", "enterprises"} < set(query)
    assert "caseReport" not in query
    assert "observations" not in judged_fields(CORE.type_map["Enterprise"])
    assert judged_fields(CORE.type_map["Post"]) == []
