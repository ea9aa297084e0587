"""Draws that follow from a seed."""

import random


class Chance(random.Random):
    """A random generator that can also say whether something that happens so often happens now."""

    def happens(self, share: float) -> bool:
        """True in that share of the draws."""
        return self.random() < share
