"""A day as statements over stored days ask for it, where they cannot reckon with months.

A stored day is `yyyymmdd`, with zeros where only the month or the year is known. With the two lists here
what has begun is `x <= day AND NOT x IN vague`, what lasts `x >= day OR x IN open`.
"""

from dataclasses import dataclass
from datetime import date, timedelta


@dataclass(frozen=True, slots=True)
class Moment:
    """One certain day."""

    on: date

    @property
    def day(self) -> int:
        """The day as it is stored."""
        return self._month + self.on.day

    @property
    def vague(self) -> list[int]:
        """The stored month and year that hold the day and go on after it: not certainly begun."""
        after = self.on + timedelta(days=1)
        month = [self._month] if after.month == self.on.month else []
        return month + ([self._year] if after.year == self.on.year else [])

    @property
    def open(self) -> list[int]:
        """The stored month and year that hold the day: what ends with them still lasts."""
        return [self._month, self._year]

    def parameters(self) -> dict[str, int | list[int]]:
        """The parameters of a statement, by name."""
        return {"day": self.day, "vague": self.vague, "open": self.open}

    @property
    def _year(self) -> int:
        return self.on.year * 10000

    @property
    def _month(self) -> int:
        return self._year + self.on.month * 100
