"""Run a program that the kernel ends when the process that asked for it dies, however it dies.

    python die_with_parent.py PARENT_PID PROGRAM ARGUMENT…

Run as a script by its path, in an interpreter of its own, so that nothing happens between fork and exec in
a process with threads. Linux only; elsewhere the program runs without that promise, and the next owner of
the data folder ends it by its recorded id.
"""

import ctypes
import os
import signal
import sys

PR_SET_PDEATHSIG = 1


def main(parent: int, command: list[str]) -> None:
    """Become `command`, to be killed with `parent`. Ends at once where the parent is gone already."""
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(PR_SET_PDEATHSIG, signal.SIGKILL)
        if os.getppid() != parent:
            sys.exit(1)
    os.execv(command[0], command)  # noqa: S606 (the caller built the command from our own paths)


if __name__ == "__main__":
    main(int(sys.argv[1]), sys.argv[2:])
