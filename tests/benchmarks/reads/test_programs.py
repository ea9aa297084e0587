"""Programs are started, found at their port, measured and ended."""

import os
import sys
from pathlib import Path

import psutil
import pytest

from benchmarks.reads.programs import Usage, program

PRINTS = "import os, time; print(os.environ['PORT'], flush=True); time.sleep(60)"
FAILS = "import sys; sys.exit('no such thing')"


def test_a_program_runs_for_the_length_of_the_block(tmp_path: Path) -> None:
    with program([sys.executable, "-c", PRINTS], {"PORT": "4711"}, tmp_path / "log") as running:
        assert running.port == 4711
        assert running.usage().memory > 1 << 20
    assert not psutil.pid_exists(running.pid)


def test_one_that_ends_instead_tells_why(tmp_path: Path) -> None:
    with (
        pytest.raises(RuntimeError, match="no such thing"),
        program([sys.executable, "-c", FAILS], {}, tmp_path / "log"),
    ):
        raise AssertionError


def test_processor_time_is_the_sum_of_what_was_used() -> None:
    before = Usage.of(os.getpid())
    sum(range(3_000_000))
    assert Usage.of(os.getpid()).seconds > before.seconds


def test_what_a_program_starts_counts_with_it(tmp_path: Path) -> None:
    starts = f"import subprocess, sys; subprocess.run([sys.executable, '-c', {PRINTS!r}])"
    with program([sys.executable, "-c", starts], {"PORT": "1"}, tmp_path / "log") as running:
        assert running.usage().memory > psutil.Process(running.pid).memory_info().rss
