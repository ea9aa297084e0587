"""What is stored becomes a column, and an unknown value stays one."""

from typing import Any

import numpy as np
import pytest

from graph_api.projection.columns import BOUNDS, bounds, column, joined, known, taken, terms_of
from schema.catalog import NODE_TYPES
from schema.enterprise import Size

STORED: list[tuple[str, str, list[Any], list[Any]]] = [
    ("Enterprise", "name", ["甲", None, ""], ["甲", None, ""]),
    ("Enterprise", "established", [20220800, None], [20220800, 0]),
    ("Enterprise", "mature", [True, False, None], [1, 0, -1]),
    ("Enterprise", "employees", [0, None, 7], [0, -1, 7]),
    ("Enterprise", "size", ["SMALL", None], [list(Size).index(Size.SMALL), -1]),
    ("Enterprise", "former_names", [["甲", "乙"], [], None], [["甲", "乙"], [], None]),
    ("Union", "terms", [[20220101, 0], None], [[20220101, 0], None]),
]


@pytest.mark.parametrize(("type_name", "name", "stored", "held"), STORED)
def test_a_column_holds_what_is_stored_and_tells_what_is_unknown(
    type_name: str, name: str, stored: list[Any], held: list[Any]
) -> None:
    field = NODE_TYPES[type_name].field(name)
    values = column(field, stored)
    assert values.tolist() == held
    assert known(values, field).tolist() == [each is not None for each in stored]
    backwards = np.arange(len(stored))[::-1]
    assert taken(values, backwards).tolist() == held[::-1]
    assert joined(values, values, taken(values, backwards)).tolist() == held * 2 + held[::-1]
    assert joined(values) is values


def test_an_unknown_number_is_no_number() -> None:
    field = NODE_TYPES["Appraisal"].field("score")
    values = column(field, [None, 59.5])
    assert np.isnan(values[0])
    assert known(values, field).tolist() == [False, True]


def test_terms_and_bounds_are_numbered_as_they_are_declared() -> None:
    assert terms_of(NODE_TYPES["Enterprise"].field("size")) == tuple(each.name for each in Size)
    assert [BOUNDS[each] for each in bounds([None, "AT_LEAST", "ABOUT"])] == ["EXACT", "AT_LEAST", "ABOUT"]
