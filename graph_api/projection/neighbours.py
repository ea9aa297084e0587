"""Which ties leave each row: one direction of a relation as a compressed sparse row (CSR) index."""

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

Numbers = npt.NDArray[np.int64]
Mask = npt.NDArray[np.bool_]


@dataclass(frozen=True, slots=True)
class Reached:
    """What several rows lead to: row n of those asked for has `rows[offsets[n]:offsets[n + 1]]`.

    `ties` are the positions of the ties that lead there, beside `rows`.
    """

    offsets: Numbers
    rows: Numbers
    ties: Numbers

    def where(self, kept: Mask) -> "Reached":
        """Only some of what is reached."""
        offsets = np.concatenate(([0], np.cumsum(kept)))[self.offsets]
        return Reached(offsets, self.rows[kept], self.ties[kept])


@dataclass(frozen=True, slots=True)
class Neighbours:
    """One direction: the ties of near row n stand at `offsets[n]:offsets[n + 1]` of `ties` and `far`."""

    offsets: Numbers
    far: Numbers
    ties: Numbers

    @classmethod
    def of(cls, near: Numbers, far: Numbers, count: int, order: Numbers | None = None) -> "Neighbours":
        """The index over ties from row `near` to row `far`, of a table of `count` rows.

        The ties of one row keep the order in which they were given, or that of `order`, which sorts `near`.
        """
        if order is None:
            order = np.argsort(near, kind="stable")
        return cls(_offsets(np.bincount(near, minlength=count)), far[order], order)

    def reached(self, rows: Numbers, holding: Mask | None = None) -> Reached:
        """What `rows` lead to, by the ties that `holding` (over all ties) allows, or by all."""
        starts, counts = self.offsets[rows], self.offsets[rows + 1] - self.offsets[rows]
        offsets = _offsets(counts)
        places = np.repeat(starts - offsets[:-1], counts) + np.arange(offsets[-1])
        if holding is not None:
            kept = holding[self.ties[places]]
            places, offsets = places[kept], np.concatenate(([0], np.cumsum(kept)))[offsets]
        return Reached(offsets, self.far[places], self.ties[places])


def _offsets(counts: Numbers) -> Numbers:
    """Where the part of each begins, and where the last one ends."""
    return np.concatenate((np.zeros(1, np.int64), np.cumsum(counts, dtype=np.int64)))
