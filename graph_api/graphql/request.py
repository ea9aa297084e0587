"""What one request brings along for its resolvers."""

from dataclasses import dataclass, field
from datetime import date

from strawberry.types import Info

from graph_api.graphql.days import today
from graph_api.graphql.documents import Document
from graph_api.graphql.reading import Facts, Reader
from graph_api.graphql.shown import Shown


@dataclass(slots=True)
class Request:
    """One request: its document, where to read, how to show it, in which language, for which days.

    `days` gathers the resolved day of each root field by its name in the answer.
    """

    document: Document
    reader: Reader
    language: str = "zh"
    masking: bool = True
    today: date = field(default_factory=today)
    days: dict[str, date] = field(default_factory=dict)

    def resolve_day(self, info: Info["Request", None], asked: date | None) -> date:
        """The day that a root field answers for; noted for the answer's extensions."""
        day = asked or self.today
        self.days[str(info.path.key)] = day
        return day

    def show(self, facts: Facts | None, day: date, *, explicit: bool) -> Shown | None:
        """A node as of a day, for this caller."""
        return Shown(facts, day, explicit, self.reader, self.masking) if facts else None
