"""Chance: one seed for everything, a stream of its own for each noun.

A noun that draws once more than before shifts nothing in the others.
"""

import random
from typing import Final

SEED: Final = 20220802


def chance(noun: str) -> random.Random:
    """The stream of random numbers of one noun, the same at every run."""
    return random.Random(f"{SEED}/{noun}")  # noqa: S311 - a sample needs repeatable chance, not secrets
