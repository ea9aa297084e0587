"""GraphQL types made at run time: descriptions, arguments, optional and required fields."""

import pytest
import strawberry

from graph_api.graphql.making import (
    SPACE,
    Argument,
    described,
    made_field,
    made_input,
    made_type,
    planned,
    python_name,
)
from schema.text import Text


def test_a_description_is_in_both_languages() -> None:
    assert (
        described(Text("人数", "people"), None, Text("按日。", "by day.")) == "人数；按日。 People; by day."
    )


def test_names_that_python_reserves_are_written_otherwise_there() -> None:
    assert [python_name(each) for each in ("from", "in", "not", "and", "or", "until")] == [
        "from_", "in_", "not_", "and_", "or_", "until",
    ]  # fmt: skip


def test_types_may_name_others_that_are_made_later() -> None:
    leads = made_field("other", "MadeLater | None", planned(), "另一个 another")
    given = {"in": Argument("list[MadeInput!] | None".replace("!", ""), "条件 which")}
    made_input(
        "MadeInput",
        {"not": ("MadeInput | None", "不 not"), "least": ("int", "至少 at least")},
        "输入。 Input.",
        {"least": 3},
    )
    first = made_type("MadeFirst", (), [leads], "先。 First.")
    made_type("MadeLater", (), [made_field("count", "int", planned(given), "个数 number")], "后。 Later.")
    printed = strawberry.Schema(query=first).as_str()
    for name in ("MadeInput", "MadeFirst", "MadeLater"):
        del SPACE[name]
    assert "other: MadeLater\n" in printed
    assert "in: [MadeInput!]" in printed
    assert "not: MadeInput\n" in printed
    assert "least: Int! = 3" in printed
    assert '"""不 not"""' in printed


def test_a_field_that_no_plan_answered_is_a_fault() -> None:
    with pytest.raises(AssertionError, match="a plan answers"):
        planned()()
