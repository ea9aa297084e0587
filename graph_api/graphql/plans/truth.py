"""Three-valued conditions over the rows of a table: true, false, or unknown."""

from dataclasses import dataclass

import numpy as np

from graph_api.projection.columns import Mask


@dataclass(frozen=True, slots=True)
class Truth:
    """Where a condition is true, and where it is unknown; elsewhere it is false. The two never meet."""

    true: Mask
    unknown: Mask

    @classmethod
    def certain(cls, true: Mask) -> "Truth":
        """A condition that is known everywhere."""
        return cls(true, np.zeros(len(true), np.bool_))

    @classmethod
    def where_known(cls, true: Mask, known: Mask) -> "Truth":
        """A condition on values, unknown where they are."""
        return cls(true & known, ~known)

    @property
    def false(self) -> Mask:
        """Where it is false."""
        return ~(self.true | self.unknown)

    def __invert__(self) -> "Truth":
        """The negation: what is unknown stays so."""
        return Truth(self.false, self.unknown)

    def __and__(self, other: "Truth") -> "Truth":
        """Both."""
        false = self.false | other.false
        true = self.true & other.true
        return Truth(true, ~(true | false))

    def __or__(self, other: "Truth") -> "Truth":
        """One of them, or both."""
        true = self.true | other.true
        return Truth(true, ~(true | (self.false & other.false)))
