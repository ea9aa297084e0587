"""Run every soak, or those named: `python -m benchmarks.soak [kills …] [--rounds N] [--seed N]`."""

import argparse
import sys
from collections.abc import Callable

from benchmarks.soak import attacks, catching_up, differential, kills, restarts, steady

SOAKS: dict[str, Callable[[int, int], bool]] = {
    "attacks": attacks.soak,
    "catching-up": catching_up.soak,
    "differential": differential.soak,
    "kills": kills.soak,
    "restarts": restarts.soak,
    "steady": steady.soak,
}
"""Each soak by name: takes how many rounds and the seed, prints what it saw, says whether all held."""

ROUNDS = {"attacks": 200_000, "differential": 20_000}
MANY = 40
"""How many rounds, documents or requests a soak takes where nobody says; ROUNDS names the others."""


def main() -> int:
    """0 where everything held."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.soak", description=__doc__)
    parser.add_argument("names", nargs="*", metavar="SOAK", help=" ".join(SOAKS))
    parser.add_argument("--rounds", "--documents", "--requests", type=int)
    parser.add_argument("--seed", type=int, default=20220802)
    arguments = parser.parse_args()
    unknown = [name for name in arguments.names if name not in SOAKS]
    if unknown:
        parser.error(f"no such soak: {' '.join(unknown)}")
    held = [
        SOAKS[name](arguments.rounds or ROUNDS.get(name, MANY), arguments.seed)
        for name in arguments.names or SOAKS
    ]
    return 0 if all(held) else 1


if __name__ == "__main__":
    sys.exit(main())
