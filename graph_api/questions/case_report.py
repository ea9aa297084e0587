"""How do the figures of the published case stand, on any day and in any division?

Recomputed from the graph, never stored. Each figure is the number of its subjects; of
TRAINING_PERSON_TIMES it is the sum of their person-times, of POSTS and PEOPLE_DISPATCHED the same
dispatches are looked at. Only what certainly holds on the day, or certainly happened by it, counts.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import pyarrow as pa  # type: ignore[import-untyped] # pyarrow ships no types
import pyarrow.compute as pc  # type: ignore[import-untyped] # pyarrow ships no types

from graph_api.projection.bonds import Bond
from graph_api.projection.columns import Mask, Rows, terms_of
from graph_api.projection.day_view import DayView, When
from graph_api.projection.epoch_days import NEVER, Days, days_after, last_days
from graph_api.projection.links import links_of
from graph_api.questions.case_figures import CaseFigureKey
from graph_api.questions.ground import Ground
from schema.catalog import NODE_TYPES

PROBLEM_TOPICS = ("PRODUCTION", "MANAGEMENT")


@dataclass(frozen=True, slots=True)
class Figure:
    """One figure: its value, and the nodes that it counts as rows of their type, in the order of codes."""

    key: CaseFigureKey
    value: int
    type: str
    subjects: Rows


def case_report(view: DayView, division: int | None) -> list[Figure]:
    """The ten figures on the view's day, in the division of that row or everywhere."""
    return _Case(view, Ground(view, division)).figures()


@dataclass(frozen=True, slots=True)
class _Case:
    view: DayView
    ground: Ground

    def figures(self) -> list[Figure]:
        """All of them, in their order."""
        posts, chairs, brands = self._posts()
        counted = posts & (chairs | brands)
        activists, members = self._activists()
        trainings, person_times = self._trainings()
        return [
            self._counted(CaseFigureKey.FIRST_CHAIRS, "Dispatch", posts & chairs),
            self._counted(CaseFigureKey.FIRST_SECRETARIES_OF_BRANDS, "Dispatch", posts & brands),
            self._counted(CaseFigureKey.PEOPLE_DISPATCHED, "Cadre", self._cadres(counted)),
            self._counted(CaseFigureKey.POSTS, "Dispatch", counted),
            self._counted(CaseFigureKey.UNIONS_FOUNDED_VIA_BRANCH, "Union", self._unions()),
            self._counted(CaseFigureKey.ACTIVISTS, "Activist", activists),
            self._counted(CaseFigureKey.MEMBERS_DEVELOPED, "Activist", members),
            self._counted(
                CaseFigureKey.TRAINING_PERSON_TIMES, "Activity", trainings, int(person_times[trainings].sum())
            ),
            self._counted(CaseFigureKey.PROBLEMS_SOLVED, "ServiceRequest", self._problems()),
            self._counted(CaseFigureKey.TRAINING_BASES, "ServicePlatform", self._bases()),
        ]

    def _posts(self) -> tuple[Mask, Mask, Mask]:
        """The dispatches in force there; those as First Chair; those as First Secretary of a brand."""
        count = self._count("Dispatch")
        begin = self._begin("Dispatch", "from", "target")
        end = days_after(self._column("Dispatch", "until"), NEVER)
        placed, brand = np.zeros(count, np.bool_), np.zeros(count, np.bool_)
        for target, far in self.view.one(links_of("Dispatch")["target"], np.arange(count)):
            there = far >= 0
            placed[there] |= self.ground.holds(target)[far[there]]
            brand |= there & (target == "IndustryBrand")
        in_force = placed & (begin <= self.view.day) & (self.view.day < end)
        chairs = self._is("Dispatch", "post", "FIRST_CHAIR")
        return in_force, chairs, brand & self._is("Dispatch", "post", "FIRST_SECRETARY")

    def _cadres(self, dispatches: Mask) -> Mask:
        """Those who serve the dispatches."""
        found = np.zeros(self._count("Cadre"), np.bool_)
        link = links_of("Dispatch")["cadre"]
        for _, reached in self.view.reached(link, np.flatnonzero(dispatches), When.ALL):
            found[reached.rows] = True
        return found

    def _unions(self) -> Mask:
        """Unions founded via a branch that certainly are there by the day."""
        founded = np.zeros(self._count("Union"), np.bool_)
        for bond in self._bonds("Union", "founded_via"):
            founded[bond.sources] = True
        begin = self._begin("Union", "established", "founded_via")
        return founded & (begin <= self.view.day) & self.ground.holds("Union")

    def _activists(self) -> tuple[Mask, Mask]:
        """The union members certainly named activists by the day, by their employer then; those admitted."""
        member = np.zeros(self._count("Activist"), np.bool_)
        for bond in self._bonds("Activist", "unions"):
            member[bond.sources[bond.intervals.begin <= self.view.day]] = True
        passed = self._is("StageEvent", "outcome", "PASSED") | (self._column("StageEvent", "outcome") < 0)
        done = passed & (self._column("StageEvent", "held") != 0) & self._begun("StageEvent", "date")
        named = self._with_event(done & self._is("StageEvent", "kind", "ACTIVIST"))
        admitted = self._with_event(done & self._is("StageEvent", "kind", "APPROVAL"))
        activists = member & named & self.ground.leads_to("Activist", "employer")
        return activists, activists & admitted

    def _with_event(self, events: Mask) -> Mask:
        """The activists who have one of the events."""
        found = np.zeros(self._count("Activist"), np.bool_)
        for bond in self._bonds("StageEvent", "activist"):
            found[bond.targets[events[bond.sources]]] = True
        return found

    def _trainings(self) -> tuple[Mask, Days]:
        """Party-affairs trainings held by the day, by their organiser; listed attendees, else as stated."""
        held = self._is("Activity", "kind", "TRAINING") & (self._column("Activity", "party_affairs") == 1)
        (attended,) = self._bonds("Person", "attended")
        listed = np.bincount(attended.targets, minlength=len(held))
        times = np.where(listed > 0, listed, np.maximum(self._column("Activity", "person_times"), 0))
        found = held & self._begun("Activity", "date") & self._tied_to_ground("Activity", "organiser")
        return found, times

    def _problems(self) -> Mask:
        """Requests on production or management, raised at an enterprise meeting and solved by the day."""
        topics = pc.is_in(self.view.picture.column("Topic", "code"), pa.array(PROBLEM_TOPICS))
        wanted = topics.to_numpy(zero_copy_only=False)
        about = np.zeros(self._count("ServiceRequest"), np.bool_)
        for bond in self._bonds("ServiceRequest", "topic"):
            about[bond.sources[wanted[bond.targets]]] = True
        solved = self._begun("ServiceRequest", "resolved_on")
        at_meeting = self._is("ServiceRequest", "channel", "MEETING")
        return about & solved & at_meeting & self._tied_to_ground("ServiceRequest", "enterprise")

    def _bases(self) -> Mask:
        """Training bases in operation on the day, by whom they serve.

        Without a day of opening one is in operation since the first roster that says whom it serves.
        """
        first = np.full(self._count("ServicePlatform"), NEVER, np.int32)
        for bond in self._bonds("ServicePlatform", "serves"):
            np.minimum.at(first, bond.sources, bond.intervals.begin)
        opened = self._column("ServicePlatform", "opened")
        begin = np.where(opened > 0, last_days(opened, NEVER), first)
        end = days_after(self._column("ServicePlatform", "closed"), NEVER)
        there = self._is("ServicePlatform", "kind", "TRAINING_BASE")
        open_now = there & (begin <= self.view.day) & (self.view.day < end)
        return open_now & self.ground.leads_to("ServicePlatform", "serves")

    def _counted(self, key: CaseFigureKey, type_name: str, mask: Mask, value: int | None = None) -> Figure:
        by_code = self.view.picture.index(type_name, "code").rows
        there = mask & self.view.picture.tables[type_name].there
        subjects = by_code[there[by_code]]
        return Figure(key, len(subjects) if value is None else value, type_name, subjects)

    def _tied_to_ground(self, type_name: str, relation: str) -> Mask:
        """Which nodes of what happens have a tie to something that lies there; all of them where all does."""
        found = np.full(self._count(type_name), self.ground.division is None)
        for bond in self._bonds(type_name, relation):
            found[bond.sources[self.ground.holds(bond.target_type)[bond.targets]]] = True
        return found

    def _begin(self, type_name: str, name: str, relation: str) -> Days:
        """The first day on which nodes certainly are there: as recorded, else as their ties tell."""
        told = np.full(self._count(type_name), NEVER, np.int32)
        for bond in self._bonds(type_name, relation):
            ties = bond.ties
            told[bond.sources] = np.where(
                ties.from_ > 0, last_days(ties.from_, NEVER), last_days(ties.seen, NEVER)
            )
        stated = self._column(type_name, name)
        return np.where(stated > 0, last_days(stated, NEVER), told).astype(np.int32)

    def _begun(self, type_name: str, name: str) -> Mask:
        """Where the day certainly has come; nowhere where it is unknown."""
        return np.asarray(last_days(self._column(type_name, name), NEVER) <= self.view.day)

    def _is(self, type_name: str, name: str, term: str) -> Mask:
        place = terms_of(NODE_TYPES[type_name].field(name)).index(term)
        return np.asarray(self._column(type_name, name) == place)

    def _bonds(self, type_name: str, relation: str) -> Sequence[Bond]:
        return tuple(self.view.bonds(NODE_TYPES[type_name].relation(relation)).values())

    def _column(self, type_name: str, name: str) -> Days:
        column: Days = self.view.picture.column(type_name, name)
        return column

    def _count(self, type_name: str) -> int:
        return len(self.view.picture.tables[type_name])
