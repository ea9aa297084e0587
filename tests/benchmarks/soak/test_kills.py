"""A share of the soak: kills of a first start and its loads, at moments drawn from a seed."""

import pytest

from benchmarks.soak.kills import run
from graph_api.commands.sample import files


@pytest.mark.timeout(600)
def test_whatever_is_killed_the_next_start_needs_no_hand_and_makes_the_same_graph() -> None:
    said: list[str] = []
    assert run(files()[:2], rounds=1, seed=11, say=said.append), said
    assert len(said) == 3
