from datetime import date

import numpy as np

from graph_api.projection.sightings import Sightings


def _day(text: str) -> int:
    return (date.fromisoformat(text) - date(1970, 1, 1)).days


def test_a_value_holds_from_its_day_until_the_next_and_a_vague_day_counts_from_its_last() -> None:
    subject = np.array([1, 0, 1, 1], np.int64)
    days = np.array([20240501, 20220800, 20220800, 20220831], np.int32)
    seen = Sightings.of(subject, days, 3)
    assert seen.on(_day("2022-08-30")).tolist() == [-1, -1, -1]
    assert seen.on(_day("2022-08-31")).tolist() == [1, 3, -1]
    assert seen.on(_day("2024-04-30")).tolist() == [1, 3, -1]
    assert seen.on(_day("2024-05-01")).tolist() == [1, 0, -1]


def test_without_observations_everything_is_unknown() -> None:
    nothing = Sightings.of(np.array([], np.int64), np.array([], np.int32), 2)
    assert nothing.on(20000).tolist() == [-1, -1]
