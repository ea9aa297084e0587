"""A document that a caller sends: measured, parsed and validated once, then kept for the next time."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from graphql import (
    DocumentNode,
    GraphQLError,
    GraphQLSchema,
    GraphQLSyntaxError,
    OperationDefinitionNode,
    OperationType,
    parse,
    validate,
)
from graphql.validation.validate import ValidationAbortedError
from strawberry.extensions import SchemaExtension

from graph_api.graphql.failures import BadInput, TooCostly
from graph_api.graphql.measure import measure
from schema.text import Text

MOST_TOKENS = 2000
"""How many tokens a document may have."""

MOST_KEPT = 512
"""How many documents are kept prepared."""


@dataclass(frozen=True, slots=True)
class Document:
    """A document of a caller; `errors` are what is wrong with it, by the schema."""

    text: str
    tree: DocumentNode
    errors: tuple[GraphQLError, ...]

    def operation(self, name: str | None) -> OperationDefinitionNode:
        """The operation to run; raises BadInput where the name leaves it open."""
        found = [each for each in self.tree.definitions if isinstance(each, OperationDefinitionNode)]
        named = [each for each in found if name is None or (each.name and each.name.value == name)]
        if len(named) == 1:
            return named[0]
        if not named:
            raise BadInput(
                Text("文档中没有这个操作", "the document has no such operation"),
                Text("检查 operationName", "mend operationName"),
                where="operationName",
            )
        raise BadInput(
            Text(f"文档中有 {len(named)} 个操作", f"the document has {len(named)} operations"),
            Text("用 operationName 指明一个", "name one in operationName"),
            where="operationName",
        )

    def is_query(self, name: str | None) -> bool:
        """Whether the operation to run only reads."""
        return self.operation(name).operation is OperationType.QUERY


@lru_cache(maxsize=MOST_KEPT)
def prepare(schema: GraphQLSchema, text: str) -> Document:
    """Measure, parse and validate a document.

    Raises GraphQLSyntaxError where it is none, TooCostly where it is too long.
    """
    try:
        tree = parse(text, max_tokens=MOST_TOKENS)
    except GraphQLSyntaxError as error:
        if "Parsing aborted" in error.message:
            raise TooCostly(
                Text(f"文档超过 {MOST_TOKENS} 个词元", f"the document has more than {MOST_TOKENS} tokens"),
                Text("分成几个查询", "split it"),
                where="query",
            ) from error
        raise
    measure(tree)
    errors = validate(schema, tree)
    if any(isinstance(each, ValidationAbortedError) for each in errors):
        raise TooCostly(
            Text("文档重复选取太多", "the document selects the same fields too often"),
            Text("删去重复的字段", "remove repeated fields"),
            where="query",
        )
    return Document(text, tree, tuple(errors))


class Prepared(SchemaExtension):
    """Hands Strawberry the document that is prepared already, so that nothing is done twice."""

    def on_parse(self) -> Iterator[None]:
        """Give the tree."""
        self.execution_context.graphql_document = self.execution_context.context.document.tree
        yield

    def on_validate(self) -> Iterator[None]:
        """It is valid."""
        self.execution_context.validation_rules = ()
        yield
