"""`orderBy` over a real list: unknown values last either way, equal ones by code, several keys."""

import pytest
from graphql import GraphQLEnumType

from graph_api.graphql.naming import fields_shown
from graph_api.graphql.published import CORE
from schema.catalog import NODE_TYPES
from tests.api_server import Api
from tests.graph_api.graphql.town import DAY


def ordered(api: Api, order: str, field: str = "enterprises") -> list[int]:
    """The numbers in the codes of a list, in its order."""
    query = f'{{ list: {field}(orderBy: {order}, asOf: "{DAY}") {{ nodes {{ code }} }} }}'
    return [int(each["code"][-1]) for each in api.data(query)["list"]["nodes"]]


@pytest.mark.parametrize(
    ("order", "numbers"),
    [
        ("[]", [1, 2, 3, 4, 5]),
        ("[{field: CODE, direction: DESC}]", [5, 4, 3, 2, 1]),
        ("[{field: EMPLOYEES}]", [5, 2, 1, 3, 4]),
        ("[{field: EMPLOYEES, direction: ASC}]", [5, 2, 1, 3, 4]),
        ("{field: EMPLOYEES, direction: DESC}", [3, 1, 2, 5, 4]),
        ("[{field: MATURE}]", [2, 1, 5, 3, 4]),
        ("[{field: MATURE, direction: DESC}]", [1, 5, 2, 3, 4]),
        ("[{field: MATURE}, {field: EMPLOYEES}]", [2, 5, 1, 3, 4]),
        ("[{field: MATURE, direction: DESC}, {field: EMPLOYEES, direction: DESC}]", [1, 5, 2, 3, 4]),
        ("[{field: MATURE}, {field: MATURE, direction: DESC}]", [2, 1, 5, 3, 4]),
        ("[{field: ESTABLISHED}]", [3, 2, 1, 5, 4]),  # the vaguer first
        ("[{field: OWNERSHIP}]", [2, 1, 3, 4, 5]),  # as the vocabulary lists them
        ("[{field: OWNERSHIP, direction: DESC}]", [1, 3, 2, 4, 5]),
        ("[{field: INDUSTRY, direction: DESC}]", [1, 2, 3, 4, 5]),
        ("[{field: OPERATING_STATUS}]", [1, 2, 3, 4, 5]),
        ("[{field: NAME}]", [4, 3, 2, 5, 1]),  # 丁 丙 乙 戊 甲, by code point
        ("[{field: NOT_BUILT_BECAUSE, direction: DESC}]", [1, 2, 3, 4, 5]),  # nothing is known
    ],
)
def test_an_order_of_enterprises(town: Api, order: str, numbers: list[int]) -> None:
    assert ordered(town, order) == numbers


def test_days_go_by_their_first_the_vaguer_before_the_sharper(town: Api) -> None:
    order = "[{field: RAISED_ON}]"
    assert ordered(town, order, "serviceRequests") == [1, 6, 4, 2, 3, 5]


@pytest.mark.parametrize(
    "order",
    [
        "[{field: PHONES}]",
        "[{field: LEGAL_REPRESENTATIVE}]",
        "[{field: NOTHING}]",
        "[{direction: DESC}]",
        "[{field: EMPLOYEES, direction: UP}]",
        "[{field: EMPLOYEES, direction: null}]",
        "[null]",
        "[{field: employees}]",
    ],
)
def test_what_cannot_be_ordered_by_is_bad_input(town: Api, order: str) -> None:
    assert set(town.codes(f"{{ enterprises(orderBy: {order}) {{ totalCount }} }}")) == {"BAD_INPUT"}


@pytest.mark.parametrize("name", [name for name, each in NODE_TYPES.items() if each.about.in_graph])
def test_masked_fields_are_in_no_order(name: str) -> None:
    order = CORE.type_map[f"{name}OrderField"]
    assert isinstance(order, GraphQLEnumType)
    personal = {each.name.upper() for each in fields_shown(name).values() if each.personal}
    assert not personal & order.values.keys()
    assert "CODE" in order.values
