"""The published GraphQL schema, assembled once."""

import strawberry
from graphql import GraphQLError, GraphQLSchema
from strawberry.schema.config import StrawberryConfig
from strawberry.types import ExecutionContext

from graph_api.graphql import case_report, root_fields, search
from graph_api.graphql.entity_types import ENTITY_TYPES
from graph_api.graphql.making import made_type
from graph_api.graphql.scalars import SCALARS

Query = made_type(
    "Query",
    (),
    [case_report.case_report_field(), search.search_field(), *root_fields.root_fields()],
    "可以查询的内容。 What can be asked.",
)


class Published(strawberry.Schema):
    """Strawberry's schema, without its log: an error's traceback may quote what a caller sent."""

    def process_errors(
        self, errors: list[GraphQLError], execution_context: ExecutionContext | None = None
    ) -> None:
        """Write nothing: errors.py logs what is a fault of ours."""


SCHEMA = Published(
    query=Query,
    types=list(ENTITY_TYPES.values()),
    config=StrawberryConfig(scalar_map=SCALARS),
)
"""What the service answers; its text is committed as schema/generated/schema.graphql."""

CORE: GraphQLSchema = SCHEMA._schema  # noqa: SLF001  Strawberry shows graphql-core's schema nowhere else
"""The same, as graphql-core validates documents against it and runs them."""

for (_type, _field), _resolve in {
    **root_fields.RESOLVERS,
    **case_report.RESOLVERS,
    **search.RESOLVERS,
}.items():
    CORE.type_map[_type].fields[_field].resolve = _resolve  # type: ignore[attr-defined] # object types all


def sdl() -> str:
    """The schema in the schema definition language, ending with a newline."""
    return SCHEMA.as_str().rstrip() + "\n"
