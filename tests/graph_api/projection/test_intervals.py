"""The vectorised rules of valid time say what the rules over single ties say."""

import random
from datetime import date, timedelta

import numpy as np
import pytest

from graph_api.projection.epoch_days import Days
from graph_api.projection.intervals import Intervals, Recorded, from_established, from_seen, succeeded
from schema.catalog import NODE_TYPES
from tests.graph_api.projection.valid_time import Tie, current, in_force, start, starts, stored

EPOCH = date(1970, 1, 1)
PARTIALS = (0, 20210000, 20220800, 20220815, 20220831, 20230000, 20230105)
DAYS = [EPOCH + timedelta(number) for number in range(18600, 19800, 7)]
EVERY = [date(2022, 8, 14), date(2022, 8, 15), date(2022, 8, 31), date(2022, 9, 1), *DAYS]


def _ties(seed: int) -> tuple[Recorded, Days]:
    chance, count = random.Random(seed), 12  # noqa: S311 # cases, not secrets
    source = np.sort(np.array([chance.randrange(4) for _ in range(count)], np.int64))
    began = [chance.choice(PARTIALS) for _ in range(4)]
    days = [np.array([chance.choice(PARTIALS) for _ in range(count)], np.int32) for _ in range(3)]
    keys = np.array(chance.sample(range(100), count), np.int64)
    ends = np.arange(count, dtype=np.int64)
    return Recorded(source, ends, keys, *days), np.array([began[each] for each in source], np.int32)


def _plain(ties: Recorded, of: int) -> list[Tie]:
    days = (ties.from_, ties.until, ties.seen)
    return [
        Tie("", int(ties.key[n]), "Division", int(n), *(int(each[n]) or None for each in days))
        for n in np.flatnonzero(ties.source == of)
    ]


def _held(intervals: Intervals, ties: Recorded, of: int, day: date) -> set[int]:
    mask = intervals.in_force((day - EPOCH).days) & (ties.source == of)
    return set(ties.key[mask].tolist())


@pytest.mark.parametrize("seed", range(30))
def test_one_place_at_a_time_the_next_ends_the_one_before(seed: int) -> None:
    ties, began = _ties(seed)
    computed = succeeded(from_established(ties, began, one=True), ties.source, ties.key)
    relation = NODE_TYPES["Enterprise"].relation("division")
    for of in set(ties.source.tolist()):
        established = int(began[ties.source == of][0]) or None
        plain = starts(_plain(ties, of), relation, {"established": established})
        for day in EVERY:
            one = current(plain, stored(day))
            assert _held(computed, ties, of, day) == ({one.key} if one else set())


@pytest.mark.parametrize("seed", range(30))
def test_without_a_start_a_tie_holds_from_the_roster_that_told_of_it(seed: int) -> None:
    ties, _ = _ties(seed)
    computed = from_seen(ties, np.full(len(ties.key), -(2**31), np.int32))
    relation = NODE_TYPES["Enterprise"].relation("brands")
    for of in set(ties.source.tolist()):
        plain = [(tie, start(tie, relation, "IndustryBrand", None)) for tie in _plain(ties, of)]
        for day in EVERY:
            assert _held(computed, ties, of, day) == {tie.key for tie in in_force(plain, stored(day))}
