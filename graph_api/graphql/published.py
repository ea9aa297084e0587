"""The published GraphQL schema, assembled once."""

import strawberry
from graphql import GraphQLSchema
from strawberry.schema.config import StrawberryConfig

from graph_api.graphql.case_report import case_report_field
from graph_api.graphql.documents import Prepared
from graph_api.graphql.entity_types import ENTITY_TYPES, made_type
from graph_api.graphql.root_fields import root_fields
from graph_api.graphql.scalars import SCALARS

Query = made_type(
    "Query",
    (),
    [case_report_field(), *root_fields()],
    "可以查询的内容。 What can be asked.",
)

SCHEMA = strawberry.Schema(
    query=Query,
    types=list(ENTITY_TYPES.values()),
    extensions=[Prepared],
    config=StrawberryConfig(scalar_map=SCALARS),
)
"""What the service answers; its text is committed as schema/generated/schema.graphql."""

CORE: GraphQLSchema = SCHEMA._schema  # noqa: SLF001  Strawberry shows graphql-core's schema nowhere else
"""The same, as graphql-core validates documents against it."""


def sdl() -> str:
    """The schema in the schema definition language, ending with a newline."""
    return SCHEMA.as_str().rstrip() + "\n"
