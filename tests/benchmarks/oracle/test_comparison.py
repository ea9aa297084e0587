"""What counts as a difference."""

from datetime import date
from typing import Any

import pytest

from benchmarks.oracle.comparison import differences
from benchmarks.oracle.listing import Cursor
from benchmarks.oracle.replying import Expected

ONE, OTHER = Cursor("list", ("1",)), Cursor("list", ("2",))
RIGHT: dict[str, Any] = {
    "data": {"a": {"b": [1, "c"]}},
    "extensions": {"revision": 7, "asOf": {"a": "2022-08-02"}},
}


def compared(expected: Any, body: Any, **others: Any) -> list[str]:
    facts = {"refused": {}, "days": {"a": date(2022, 8, 2)}, "revision": 7, **others}
    return [".".join(map(str, each.path)) for each in differences(Expected(expected, **facts), body, {})]


@pytest.mark.parametrize(
    ("expected", "paths"),
    [
        ({"a": {"b": [1, ONE]}}, []),
        ({"a": {"b": [1.0, ONE]}}, []),
        ({"a": {"b": [True, ONE]}}, ["data.a.b.0"]),
        ({"a": {"b": [1]}}, ["data.a.b"]),
        ({"a": {"b": [1, ONE], "c": None}}, ["data.a"]),
        ({"a": None}, ["data.a"]),
    ],
)
def test_values_lengths_and_names_count(expected: Any, paths: list[str]) -> None:
    assert compared(expected, RIGHT) == paths


def test_one_text_means_one_row() -> None:
    body = {**RIGHT, "data": {"a": ["c", "c"]}}
    assert compared({"a": [ONE, ONE]}, body) == []
    assert compared({"a": [ONE, OTHER]}, body) == ["data.a.1"]


def test_the_order_of_names_counts() -> None:
    assert compared({"a": 1, "b": 2}, {**RIGHT, "data": {"b": 2, "a": 1}}) == ["data"]


def test_revision_day_and_errors_count() -> None:
    errors = [{"path": ["a"], "extensions": {"code": "BAD_INPUT"}}]
    assert compared({"a": {"b": [1, ONE]}}, RIGHT, revision=8) == ["revision"]
    assert compared({"a": {"b": [1, ONE]}}, RIGHT, days={"a": date(2022, 8, 3)}) == ["asOf.a"]
    assert compared({"a": {"b": [1, ONE]}}, {**RIGHT, "errors": errors}) == ["errors.a"]
    assert compared({"a": {"b": [1, ONE]}}, RIGHT, refused={("a",): ("BAD_INPUT",)}) == ["errors.a"]


def test_an_answer_without_data_must_have_been_refused() -> None:
    body = {"errors": [{"path": ["a"], "extensions": {"code": "BAD_INPUT"}}]}
    assert compared(None, body, refused={("a",): ("BAD_INPUT",)}) == []
    assert compared({"a": 1}, body) == ["data"]
    assert compared(None, RIGHT, refused={("a",): ("BAD_INPUT",)}) == ["data"]
