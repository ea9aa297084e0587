"""How stored values look in an answer, field by field and kind by kind."""

from typing import Any

import numpy as np
import pytest

from graph_api.graphql.plans.cells import bounds_shown, industry, iso, shown
from graph_api.projection.columns import bounds, column
from schema.catalog import NODE_TYPES
from schema.codes.industries import name_of

ALL = np.arange(2)


@pytest.mark.parametrize(
    ("type_name", "name", "stored", "expected"),
    [
        ("Enterprise", "name", ["甲厂", None], ["甲厂", None]),
        ("Enterprise", "employees", [0, None], [0, None]),
        ("Enterprise", "mature", [False, None], [False, None]),
        ("Enterprise", "ownership", ["PRIVATE", None], ["PRIVATE", None]),
        ("Enterprise", "established", [20220800, None], ["2022-08", None]),
        ("Appraisal", "score", [0.0, None], [0.0, None]),
        ("Enterprise", "short_names", [["甲", "乙"], None], [["甲", "乙"], []]),
        ("StageEvent", "members_status", [["FULL"], None], [["FULL"], []]),
        (
            "PartyBranch",
            "terms",
            [[20190101, 20211231, 20220100, 0], None],
            [[{"from": "2019-01-01", "until": "2021-12-31"}, {"from": "2022-01", "until": None}], []],
        ),
    ],
)
def test_a_value_is_shown_by_its_kind_and_unknown_is_null(
    type_name: str, name: str, stored: list[Any], expected: list[Any]
) -> None:
    field = NODE_TYPES[type_name].field(name)
    assert shown(field, column(field, stored), ALL, masking=True) == expected


@pytest.mark.parametrize(
    ("type_name", "name", "stored", "masked", "bare"),
    [
        ("Person", "birth", [19800512, None], ["1980", None], ["1980-05-12", None]),
        ("Person", "phones", [["13912345678"], None], [["139****5678"], None], [["13912345678"], None]),
        ("Enterprise", "legal_representative", ["王五", None], ["王*", None], ["王五", None]),
        ("StageEvent", "members_named", [["钱七", "孙八"], None], [["钱*", "孙*"], None],
            [["钱七", "孙八"], None]),
    ],
)  # fmt: skip
def test_personal_values_are_masked_unless_that_is_off(
    type_name: str, name: str, stored: list[Any], masked: list[Any], bare: list[Any]
) -> None:
    field = NODE_TYPES[type_name].field(name)
    assert shown(field, column(field, stored), ALL, masking=True) == masked
    assert shown(field, column(field, stored), ALL, masking=False) == bare


def test_rows_are_shown_in_the_order_asked_for() -> None:
    field = NODE_TYPES["Enterprise"].field("name")
    values = column(field, ["甲", "乙", None])
    assert shown(field, values, np.array([2, 0, 0, 1]), masking=True) == [None, "甲", "甲", "乙"]


def test_a_count_has_a_bound_where_it_is_known() -> None:
    field = NODE_TYPES["Enterprise"].field("employees")
    values, exact = column(field, [50, None, 80]), bounds([None, "ABOUT", "AT_LEAST"])
    assert bounds_shown(values, exact, np.array([2, 1, 0])) == ["AT_LEAST", None, "EXACT"]
    assert bounds_shown(values, None, np.array([0, 1])) == ["EXACT", None]


def test_no_day_is_null() -> None:
    assert [iso(each) for each in (0, 20220000, 20220800, 20220815)] == [
        None, "2022", "2022-08", "2022-08-15",
    ]  # fmt: skip


def test_an_industry_has_the_name_of_its_code() -> None:
    name = name_of("C18")
    assert name is not None
    assert industry("C18", "zh") == {"code": "C18", "name": name.zh}
    assert industry("C18", "en") == {"code": "C18", "name": name.en}
    assert industry("没有的", "zh") == {"code": "没有的", "name": None}
    assert industry(None, "zh") is None
