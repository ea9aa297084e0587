"""Three-valued logic, row by row, by its whole truth table."""

import itertools

import numpy as np
import pytest

from graph_api.graphql.plans.truth import Truth

VALUES: tuple[bool | None, ...] = (True, False, None)
PAIRS = list(itertools.product(VALUES, VALUES))


def truth(values: list[bool | None]) -> Truth:
    """A condition with these values, None for unknown."""
    return Truth(np.array([each is True for each in values]), np.array([each is None for each in values]))


def values(found: Truth) -> list[bool | None]:
    """The value of each row; no row may be true and unknown."""
    assert not (found.true & found.unknown).any()
    assert (found.false == ~(found.true | found.unknown)).all()
    return [
        None if unknown else true
        for true, unknown in zip(found.true.tolist(), found.unknown.tolist(), strict=True)
    ]


LEFT, RIGHT = truth([left for left, _ in PAIRS]), truth([right for _, right in PAIRS])


def test_both_is_false_where_one_is_false_whatever_the_other() -> None:
    expected = [False if False in pair else None if None in pair else True for pair in PAIRS]
    assert values(LEFT & RIGHT) == expected


def test_either_is_true_where_one_is_true_whatever_the_other() -> None:
    expected = [True if True in pair else None if None in pair else False for pair in PAIRS]
    assert values(LEFT | RIGHT) == expected


def test_what_is_unknown_stays_so_when_negated() -> None:
    assert values(~truth(list(VALUES))) == [False, True, None]


def test_negating_turns_both_into_either() -> None:
    assert values(~(LEFT & RIGHT)) == values(~LEFT | ~RIGHT)


@pytest.mark.parametrize(("true", "known", "value"), [(True, True, True), (False, True, False)])
def test_a_condition_on_a_known_value_is_true_or_false(*, true: bool, known: bool, value: bool) -> None:
    assert values(Truth.where_known(np.array([true]), np.array([known]))) == [value]


@pytest.mark.parametrize("true", [True, False])
def test_a_condition_on_an_unknown_value_is_unknown(*, true: bool) -> None:
    assert values(Truth.where_known(np.array([true]), np.array([False]))) == [None]


def test_a_certain_condition_is_unknown_nowhere() -> None:
    assert values(Truth.certain(np.array([True, False]))) == [True, False]
