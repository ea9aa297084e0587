"""A splice says of every kind of column what plain lists say."""

from random import Random

import numpy as np
import pyarrow as pa  # type: ignore[import-untyped] # pyarrow ships no types
import pytest

from graph_api.projection.splice import Splice, with_values


def _drawn(seed: int) -> tuple[list[int], list[int], list[int]]:
    """Keys, fresh keys and touched keys, each ascending."""
    draw = Random(seed)  # noqa: S311 - cases, not secrets
    keys = sorted(draw.sample(range(60), draw.randrange(20)))
    touched = sorted(draw.sample(range(70), draw.randrange(12)))
    return keys, [each for each in touched if draw.random() < 0.6], touched


@pytest.mark.parametrize("seed", range(40))
def test_touched_keys_give_way_to_fresh_ones_in_every_kind_of_column(seed: int) -> None:
    keys, fresh, touched = _drawn(seed)
    kept = [key for key in keys if key not in touched]
    expected = sorted([*kept, *fresh])
    splice = Splice.by_key(*(np.array(each, np.int64) for each in (keys, fresh, touched)))
    assert splice.new_length == len(expected)
    numbers = splice.apply(np.array(keys, np.int32), np.array(fresh, np.int64).astype(np.int32))
    assert (numbers.tolist(), numbers.dtype) == (expected, np.int32)
    texts = splice.apply(
        pa.array([f"t{key}" for key in keys]), pa.array([f"t{key}" for key in fresh], pa.string())
    )
    assert texts.to_pylist() == [f"t{key}" for key in expected]
    places = np.array([keys.index(key) for key in kept], np.int64)
    assert splice.moved(places).tolist() == [expected.index(key) for key in kept]
    assert splice.shifts or splice.moved(places) is places


def test_without_a_cut_the_column_is_itself() -> None:
    keys, none = np.arange(4), np.zeros(0, np.int64)
    assert Splice.by_key(keys, none, np.array([9])).apply(keys, none) is keys


def test_everything_may_go() -> None:
    splice = Splice.by_key(np.arange(2), np.zeros(0, np.int64), np.arange(2))
    assert splice.apply(pa.array(["a", "b"]), pa.array([], pa.string())).to_pylist() == []
    assert splice.apply(np.arange(2), np.zeros(0, np.int64)).tolist() == []


def test_other_values_at_some_rows_and_the_same_column_where_nothing_differs() -> None:
    rows = np.array([0, 2])
    for values, by, expected in (
        (np.array([1, 2, 3]), np.array([9, 3]), [9, 2, 3]),
        (pa.array(["a", None, "c"]), pa.array([None, "d"], pa.string()), [None, None, "d"]),
        (
            pa.array([["a"], None, []]),
            pa.array([["b", "c"], None], pa.list_(pa.string())),
            [["b", "c"], None, None],
        ),
    ):
        assert with_values(values, rows, by).tolist() == expected
        same = values.take(pa.array(rows)) if isinstance(values, pa.Array) else values[rows]
        assert with_values(values, rows, same) is values
    unknown = np.array([np.nan, 1.0, np.nan])
    assert with_values(unknown, rows, np.array([np.nan, np.nan])) is unknown
