"""A connection shows what is selected of it: under every alias, with every type name, in fragments."""

import pytest

from tests.api_server import Api
from tests.graph_api.graphql.town import DAY


def test_everything_of_a_page_may_be_selected_several_times(town: Api) -> None:
    query = f"""query Q($more: Boolean = false) {{
      a: enterprises(first: 1, asOf: "{DAY}") {{ ...Whole }}
      b: enterprises(first: 1, asOf: "{DAY}") {{
        how_many: totalCount ... on EnterpriseConnection {{ __typename }} }}
    }}
    fragment Whole on EnterpriseConnection {{
      __typename
      totalCount @include(if: $more)
      nodes {{ __typename code }}
      again: nodes {{ code }}
      edges {{ __typename mark: cursor node {{ name }} }}
      edges {{ node {{ code ...Place }} }}
      pageInfo {{ __typename hasNextPage }}
      ends: pageInfo {{ startCursor endCursor }}
    }}
    fragment Place on Entity {{ ... on Enterprise {{ division {{ __typename }} }} }}"""
    found = town.data(query)
    mark = found["a"]["edges"][0]["mark"]
    assert found == {
        "a": {
            "__typename": "EnterpriseConnection",
            "nodes": [{"__typename": "Enterprise", "code": "ENT-1"}],
            "again": [{"code": "ENT-1"}],
            "edges": [
                {
                    "__typename": "EnterpriseEdge",
                    "mark": mark,
                    "node": {"name": "甲厂", "code": "ENT-1", "division": {"__typename": "Division"}},
                }
            ],
            "pageInfo": {"__typename": "PageInfo", "hasNextPage": True},
            "ends": {"startCursor": mark, "endCursor": mark},
        },
        "b": {"how_many": 5, "__typename": "EnterpriseConnection"},
    }
    assert town.data(query, {"more": True})["a"]["totalCount"] == 5


@pytest.mark.parametrize(
    ("field", "answer"),
    [
        ("nodes { code }", {"nodes": []}),
        ("edges { cursor }", {"edges": []}),
        ("totalCount", {"totalCount": 0}),
        (
            "pageInfo { startCursor endCursor hasNextPage hasPreviousPage }",
            {
                "pageInfo": {
                    "startCursor": None,
                    "endCursor": None,
                    "hasNextPage": False,
                    "hasPreviousPage": False,
                }
            },
        ),
    ],
)
def test_an_empty_list_is_whole_too(town: Api, field: str, answer: object) -> None:
    assert (
        town.data(f'{{ enterprises(where: {{name: {{eq: "没有"}}}}) {{ {field} }} }}')["enterprises"]
        == answer
    )


def test_a_type_without_a_node_is_an_empty_list(town: Api) -> None:
    assert town.data("{ venues { totalCount nodes { code site { code } } } }") == {
        "venues": {"totalCount": 0, "nodes": []}
    }
