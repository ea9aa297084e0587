"""What lies in a division on a day: each type's nodes as a mask over its table.

An enterprise lies where it is located, else where its park is. An organisation that covers enterprises
lies where one of them does, else where it is located itself, else where it covered some. A brand lies
where one of its enterprises or its lead agency does. What has no place lies nowhere.
"""

from dataclasses import dataclass, field

import numpy as np
import pyarrow.compute as pc  # type: ignore[import-untyped] # pyarrow ships no types

from graph_api.projection.columns import Mask
from graph_api.projection.day_view import DayView, When
from graph_api.projection.links import links_of

_PLACES = ("division", "park")
"""The relations that say where something is, the one that decides first."""


@dataclass(frozen=True, slots=True)
class Ground:
    """The part of the graph that a question looks at: a division by its row, or all of it (None)."""

    view: DayView
    division: int | None = None
    _known: dict[str, Mask] = field(default_factory=dict, compare=False, repr=False)

    def holds(self, type_name: str) -> Mask:
        """Which nodes of a type lie there; those without a place only where everything does."""
        if type_name not in self._known:
            count = len(self.view.picture.tables[type_name])
            self._known[type_name] = (
                np.ones(count, np.bool_) if self.division is None else self._judged(type_name)
            )
        return self._known[type_name]

    def leads_to(self, type_name: str, relation: str) -> Mask:
        """Which nodes of a type have a tie in force by that relation to something that lies there."""
        if self.division is None:
            return np.ones(len(self.view.picture.tables[type_name]), np.bool_)
        return self._any(type_name, relation)[0]

    def _judged(self, type_name: str) -> Mask:
        if type_name == "Division":
            return self._divisions()
        if type_name == "IndustryBrand":
            return self._any(type_name, "enterprises")[0] | self._any(type_name, "lead_agency")[0]
        found = np.zeros(len(self.view.picture.tables[type_name]), np.bool_)
        decided = np.zeros(len(found), np.bool_)
        places = [(each, When.IN_FORCE) for each in _PLACES if each in links_of(type_name)]
        if type_name in ("PartyBranch", "Union"):
            places = [("enterprises", When.IN_FORCE), *places, ("enterprises", When.ENDED)]
        for relation, when in places:
            lies, leads = self._any(type_name, relation, when)
            found |= lies & ~decided
            decided |= leads
        return found

    def _divisions(self) -> Mask:
        """The division and those below it, whose codes begin with its own."""
        codes = self.view.picture.column("Division", "code")
        found: Mask = pc.starts_with(codes, codes[self.division].as_py()).to_numpy(zero_copy_only=False)
        return found

    def _any(self, type_name: str, relation: str, when: When = When.IN_FORCE) -> tuple[Mask, Mask]:
        """Which nodes lead to something that lies there, and which lead anywhere, by ties of that time."""
        count = len(self.view.picture.tables[type_name])
        lies, leads = np.zeros(count, np.bool_), np.zeros(count, np.bool_)
        for target, reached in self.view.reached(links_of(type_name)[relation], np.arange(count), when):
            far = self.holds(target)[reached.rows]
            lies |= np.diff(np.concatenate(([0], np.cumsum(far)))[reached.offsets]) > 0
            leads |= np.diff(reached.offsets) > 0
        return lies, leads
