"""What one request brings along for its resolvers."""

from dataclasses import dataclass, field
from datetime import date
from typing import Any

from graphql import GraphQLResolveInfo

from graph_api.graphql.cold_reader import ColdReader
from graph_api.graphql.days import today
from graph_api.graphql.plans.reading import Asked, Reading
from graph_api.graphql.plans.selection import Selected
from graph_api.projection.picture import Picture


@dataclass(frozen=True, slots=True)
class Complete:
    """A field's value with everything that is selected below it; nothing is left to resolve."""

    value: Any


@dataclass(slots=True)
class Request:
    """One request: the version of the picture that it reads, what a plan needs, for which days.

    `reader` asks Neo4j for what columns do not hold. `days` gathers the resolved day of each root field by
    its name in the answer. `searches` counts the searches so far.
    """

    asked: Asked
    picture: Picture
    reader: ColdReader
    today: date = field(default_factory=today)
    days: dict[str, date] = field(default_factory=dict)
    searches: int = 0

    def read(self, info: GraphQLResolveInfo[Any], asked: date | None, kept: date | None = None) -> Reading:
        """The picture as of the day that a root field answers for; noted for the answer's extensions.

        `kept` is the day that a cursor goes on with where none is asked for.
        """
        day = asked or kept or self.today
        self.days[str(info.path.key)] = day
        return Reading.of(self.asked, self.picture, day, explicit=asked is not None)

    def selected(self, info: GraphQLResolveInfo[Any], arguments: dict[str, Any]) -> Selected:
        """The field that is being answered, with what is selected below it."""
        return Selected(str(info.path.key), info.field_name, list(info.field_nodes), arguments, self.asked)
