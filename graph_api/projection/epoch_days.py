"""Recorded days as whole columns: stored PartialDates to days since 1970-01-01, without a loop.

A stored day is `yyyymmdd` with zeros for what is unknown; 0 stands for none at all. Arrays in and out are
int32 of one length. Where nothing is stored, the answer is the caller's own sentinel.
"""

from typing import Final

import numpy as np
import numpy.typing as npt

Days = npt.NDArray[np.int32]

ALWAYS: Final = -(2**31)
"""The begin of what holds from the beginning of time."""
NEVER: Final = 2**31 - 1
"""The end, exclusive, of what has none."""


def first_days(stored: Days, missing: int) -> Days:
    """The earliest day that each stored PartialDate can be."""
    months = _months(stored, np.maximum(stored // 100 % 100, 1))
    days = _month_starts(months) + np.maximum(stored % 100, 1) - 1
    return np.where(stored > 0, days, missing).astype(np.int32)


def days_after(stored: Days, missing: int) -> Days:
    """The day after the latest day that each stored PartialDate can be."""
    month, day = stored // 100 % 100, stored % 100
    next_month = _month_starts(_months(stored, np.where(month > 0, month, 12)) + 1)
    after = np.where(day > 0, first_days(stored, 0) + 1, next_month)
    return np.where(stored > 0, after, missing).astype(np.int32)


def last_days(stored: Days, missing: int) -> Days:
    """The latest day that each stored PartialDate can be."""
    return np.where(stored > 0, days_after(stored, 0) - 1, missing).astype(np.int32)


def _months(stored: Days, month: Days) -> npt.NDArray[np.int64]:
    return (stored.astype(np.int64) // 10000 - 1970) * 12 + month - 1


def _month_starts(months: npt.NDArray[np.int64]) -> npt.NDArray[np.int64]:
    return months.astype("datetime64[M]").astype("datetime64[D]").astype(np.int64)
