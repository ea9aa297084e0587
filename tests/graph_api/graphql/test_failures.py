import pytest

from graph_api.graphql.failures import BadInput, NotFound, TooCostly, refuse_beyond
from schema.text import Text

WHAT, REMEDY = Text("字段数", "fields"), Text("分开", "split it")


def test_what_is_beyond_a_limit_is_named_with_the_limit_in_both_languages() -> None:
    with pytest.raises(TooCostly) as caught:
        refuse_beyond(10, 11, WHAT, REMEDY, "query")
    assert caught.value.what == Text("字段数是 11，上限 10", "11 fields, at most 10 are allowed")
    assert (caught.value.remedy, caught.value.where) == (REMEDY, "query")


def test_what_is_within_it_passes() -> None:
    passed = []
    for number in (0, 9, 10):
        refuse_beyond(10, number, WHAT, REMEDY, "query")
        passed.append(number)
    assert passed == [0, 9, 10]


def test_each_failure_bears_its_code() -> None:
    assert [each.code for each in (BadInput, NotFound, TooCostly)] == ["BAD_INPUT", "NOT_FOUND", "TOO_COSTLY"]
