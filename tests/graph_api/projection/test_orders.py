"""Texts in their order: found by halving, ranked, and patched."""

from random import Random

import numpy as np
import pyarrow as pa  # type: ignore[import-untyped] # pyarrow ships no types
import pytest

from graph_api.projection.columns import column
from graph_api.projection.orders import LAST_RANK, TextIndex, ranks
from schema.catalog import NODE_TYPES

TEXTS = ["乙", None, "甲", "", "乙", "\U0001f600", "乙厂", "a"]


def test_the_rows_with_a_text_are_found_in_their_order() -> None:
    index = TextIndex.of(pa.array(TEXTS))
    assert index.values.take(index.rows).to_pylist() == sorted(
        (each for each in TEXTS if each is not None), key=str.encode
    )
    assert index.equal("乙").tolist() == [0, 4]
    assert [index.equal(each).tolist() for each in ("", "丙", "\U0010ffff")] == [[3], [], []]
    assert TextIndex.of(pa.array([], pa.string())).equal("甲").tolist() == []


@pytest.mark.parametrize("seed", range(20))
def test_a_patched_index_is_the_one_that_would_be_made(seed: int) -> None:
    draw = Random(seed)  # noqa: S311 - cases, not secrets
    old = [draw.choice(TEXTS) for _ in range(draw.randrange(12))]
    new = [draw.choice(TEXTS) if draw.random() < 0.4 else each for each in old] + draw.choices(
        TEXTS, k=draw.randrange(3)
    )
    differ = [row for row, each in enumerate(new) if row >= len(old) or each != old[row]]
    values = pa.array(new, pa.string())
    patched = TextIndex.of(pa.array(old, pa.string())).patched(values, np.array(differ, np.int64))
    assert patched.rows.tolist() == TextIndex.of(values).rows.tolist()
    assert patched.values is values


def test_ranks_are_dense_and_the_unknown_is_last() -> None:
    name, days = (NODE_TYPES["Enterprise"].field(each) for each in ("name", "established"))
    assert ranks(column(name, ["乙", None, "a", "乙"]), name).tolist() == [2, LAST_RANK, 1, 2]
    found = ranks(column(days, [20230000, None, 20220800]), days)
    assert (found[1], found[2] < found[0] < LAST_RANK) == (LAST_RANK, True)
