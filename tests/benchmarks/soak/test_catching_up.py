"""A share of the soak: kills of a process that catches up and saves, at moments drawn from a seed."""

from pathlib import Path

import pytest

from benchmarks.soak.catching_up import soak
from graph_api.projection import snapshot


@pytest.mark.timeout(600)
def test_after_a_kill_the_next_start_has_the_picture_of_the_database(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    assert soak(rounds=2, seed=7)
    said = capsys.readouterr().out.splitlines()
    assert len(said) == 3
    assert said[-1].startswith("2 kills, 0 problems")
    assert all("the same" in line for line in said[:2])
    assert not snapshot.folder_of(tmp_path).exists()
