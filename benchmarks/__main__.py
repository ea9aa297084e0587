"""Run every benchmark, or those named: `python -m benchmarks [roster_loading …] [--scale N]`."""

import argparse
import sys
from collections.abc import Callable

from benchmarks import roster_loading
from benchmarks.reads import growth, page_race

BENCHMARKS: dict[str, Callable[[float], None]] = {
    "roster_loading": roster_loading.measure,
    "page": page_race.measure,
    "growth": growth.measure,
}
"""Each benchmark by name: takes the scale (1 is its named size) and prints its figures and ratios."""


def main() -> int:
    """0 once all have run."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description=__doc__)
    parser.add_argument("names", nargs="*", metavar="BENCHMARK", help=" ".join(BENCHMARKS))
    parser.add_argument("--scale", type=float, default=1.0)
    arguments = parser.parse_args()
    unknown = [name for name in arguments.names if name not in BENCHMARKS]
    if unknown:
        parser.error(f"no such benchmark: {' '.join(unknown)}")
    for name in arguments.names or BENCHMARKS:
        BENCHMARKS[name](arguments.scale)
    return 0


if __name__ == "__main__":
    sys.exit(main())
