"""A child dies with the process that asked for it, however that one dies."""

import os
import signal
import subprocess
import sys

import psutil

from graph_api.database.embedded import LAUNCHER
from tests.graph_api.database.owning_process import eventually

PARENT = """
import os, subprocess, sys
child = subprocess.Popen([sys.executable, sys.argv[1], str(os.getpid()), sys.executable, "-c", sys.argv[2]])
print(child.pid, flush=True)
child.wait()
"""
CHILD = "import time; time.sleep(60)"


def gone(pid: int) -> bool:
    try:
        return psutil.Process(pid).status() == psutil.STATUS_ZOMBIE
    except psutil.NoSuchProcess:
        return True


def test_a_child_dies_when_its_parent_is_killed() -> None:
    with subprocess.Popen(
        [sys.executable, "-c", PARENT, str(LAUNCHER), CHILD], stdout=subprocess.PIPE
    ) as parent:
        assert parent.stdout is not None
        child = int(parent.stdout.readline())
        eventually(lambda: CHILD in psutil.Process(child).cmdline(), within=10)
        os.kill(parent.pid, signal.SIGKILL)
        eventually(lambda: gone(child), within=5)


def test_a_child_whose_parent_is_gone_already_does_not_begin() -> None:
    done = subprocess.run(
        [sys.executable, str(LAUNCHER), str(os.getppid()), sys.executable, "-c", "print('begun')"],
        capture_output=True,
        check=False,
    )
    assert (done.returncode, done.stdout) == (1, b"")
