"""The scalars beyond GraphQL's own: a certain day, and a day as recorded."""

from datetime import date
from typing import NewType

import strawberry
from strawberry.types.scalar import ScalarDefinition

from graph_api.graphql.days import read_day
from schema.partial_date import PartialDate

Day = NewType("Day", date)
"""A certain day."""


def _read_partial(value: object) -> PartialDate:
    return PartialDate.parse(str(value))


SCALARS: dict[object, ScalarDefinition] = {
    Day: strawberry.scalar(
        name="Date",
        description="一个确定的日子，如 2022-08-15。 A certain day, ISO 8601.",
        serialize=str,
        parse_value=read_day,
    ),
    PartialDate: strawberry.scalar(
        name="PartialDate",
        description=(
            "记录的日期，可能只知年或月：2022、2022-08、2022-08-15。 "
            "A recorded day that may be known to the month or the year only."
        ),
        serialize=str,
        parse_value=_read_partial,
    ),
}
"""What Strawberry serialises them as and reads them from."""
