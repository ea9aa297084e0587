import numpy as np

from graph_api.projection.neighbours import Neighbours, Reached

NEAR, FAR = np.array([2, 0, 2, 0, 3]), np.array([10, 11, 12, 13, 14])
OUT = Neighbours.of(NEAR, FAR, 5)


def _lists(found: Reached) -> list[list[int]]:
    return [part.tolist() for part in np.split(found.rows, found.offsets[1:-1])]


def test_rows_are_answered_in_the_order_asked_for_also_twice_and_without_ties() -> None:
    found = OUT.reached(np.array([2, 1, 0, 2, 4]))
    assert _lists(found) == [[10, 12], [], [11, 13], [10, 12], []]
    assert np.array_equal(FAR[found.ties], found.rows)


def test_only_ties_that_hold_lead_anywhere() -> None:
    found = OUT.reached(np.array([0, 2, 3]), np.array([True, False, False, True, True]))
    assert _lists(found) == [[13], [10], [14]]
    assert found.ties.tolist() == [3, 0, 4]


def test_no_rows_and_no_ties_are_answers_too() -> None:
    assert OUT.reached(np.array([], np.int64)).offsets.tolist() == [0]
    nothing = np.array([], np.int64)
    assert Neighbours.of(nothing, nothing, 2).reached(np.array([1, 0])).offsets.tolist() == [0, 0, 0]
