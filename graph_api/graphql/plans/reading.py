"""What a plan reads from, and how it shows it: one version of the picture on one day, for one caller."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from graphql import FragmentDefinitionNode, GraphQLSchema
from graphql.execution.values import VariableValues

from graph_api.graphql.plans.cold import Cold
from graph_api.projection.day_view import DayView
from graph_api.projection.picture import Picture

EPOCH = date(1970, 1, 1)


@dataclass(frozen=True, slots=True)
class Asked:
    """What belongs to the request as a whole: schema, fragments, variables, how personal data are shown.

    `key` authenticates cursors. `cold` gathers what columns do not hold and Neo4j is asked for at the end.
    """

    schema: GraphQLSchema
    fragments: Mapping[str, FragmentDefinitionNode]
    variables: VariableValues
    key: bytes = field(repr=False)
    masking: bool = True
    largest_page: int = 500
    language: str = "zh"
    cold: list[Cold] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Reading:
    """A picture as of `day`; `explicit` says that the caller named the day, which ids then carry."""

    asked: Asked
    picture: Picture
    day: date
    explicit: bool
    view: DayView

    @classmethod
    def of(cls, asked: Asked, picture: Picture, day: date, *, explicit: bool) -> "Reading":
        """The picture as of the day."""
        return cls(asked, picture, day, explicit, picture.on((day - EPOCH).days))

    @property
    def suffix(self) -> str:
        """What stands behind the number in an id."""
        return f"@{self.day}" if self.explicit else ""
