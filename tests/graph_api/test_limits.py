"""Each limit is a setting of its own, and says in both languages what it counts."""

import dataclasses

import pytest

from graph_api.limits import DEFAULTS, Limits, variable_of


def test_a_limit_is_set_by_the_variable_of_its_name() -> None:
    assert Limits.from_given({}) == DEFAULTS
    for number, each in enumerate(dataclasses.fields(Limits), start=2):
        made = Limits.from_given({variable_of(each): number})
        assert made == dataclasses.replace(DEFAULTS, **{each.name: number})


def test_a_name_that_no_limit_bears_is_an_error() -> None:
    with pytest.raises(KeyError):
        Limits.from_given({"GRAPH_API_MOST_PATIENCE": 1})


def test_every_limit_says_what_it_counts() -> None:
    purposes = [each.metadata["purpose"] for each in dataclasses.fields(Limits)]
    assert all(each.zh and each.en for each in purposes)
    assert len({each.en for each in purposes}) == len(purposes)
