"""What was observed of one field, for any day: true from its day until the next that has the field."""

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from graph_api.projection.epoch_days import ALWAYS, Days, last_days

Numbers = npt.NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Sightings:
    """All Observations of one field, ordered by subject row, then by the day from which they count.

    `begin` are days since 1970-01-01; a roster's vague day counts from its last. `given` is where each
    stood among the Observations it was made of, by which callers take value and bound.
    """

    subject: Numbers
    begin: Days
    given: Numbers
    rows: int

    @classmethod
    def of(cls, subject: Numbers, stored_day: Days, rows: int) -> "Sightings":
        """Order the Observations that have the field; `rows` is the number of possible subjects.

        Of two that count from the same day, the one whose day is known more exactly decides.
        """
        begin = last_days(stored_day, ALWAYS)
        order = np.lexsort((stored_day, begin, subject))
        return cls(subject[order], begin[order], order, rows)

    def on(self, day: int) -> Numbers:
        """For each subject row the Observation in force, by its position in `given` order; -1 unknown."""
        begun = np.flatnonzero(self.begin <= day)
        latest = np.full(self.rows, -1, np.int64)
        np.maximum.at(latest, self.subject[begun], begun)
        return np.where(latest >= 0, self.given[latest] if len(self.given) else -1, -1)
