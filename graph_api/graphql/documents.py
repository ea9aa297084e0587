"""A document that a caller sends: measured, parsed, validated, priced once, kept for the next time."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Final

from graphql import (
    DocumentNode,
    FragmentDefinitionNode,
    GraphQLError,
    GraphQLSchema,
    GraphQLSyntaxError,
    NoSchemaIntrospectionCustomRule,
    OperationDefinitionNode,
    OperationType,
    TokenKind,
    parse,
    specified_rules,
    validate,
)
from graphql.validation.rules import overlapping_fields_can_be_merged
from graphql.validation.validate import ValidationAbortedError

from graph_api.graphql.cost import Pricing
from graph_api.graphql.failures import BadInput, TooCostly
from graph_api.graphql.kept import Kept
from graph_api.graphql.measure import measure
from graph_api.limits import DEFAULTS, Limits
from schema.errors import Failure
from schema.text import Text

MOST_ERRORS: Final = 10
"""How many faults of one document are told; looking for names to suggest takes time for each."""
MOST_COMPARED: Final = 50_000
"""What comparing fields of one response name may take, in graphql-core's units; some 15 ms."""
MOST_KEPT: Final = 512
"""How many documents are kept prepared."""
MOST_TOKENS_KEPT: Final = 100_000
"""How many tokens these have together; one takes some 400 bytes."""

overlapping_fields_can_be_merged.MAX_COMPLEXITY_BUDGET = MOST_COMPARED

_CLOSED: Final = (*specified_rules, NoSchemaIntrospectionCustomRule)
_KEPT: Final[Kept[tuple[object, ...], "Document"]] = Kept(MOST_KEPT, MOST_TOKENS_KEPT)


@dataclass(frozen=True, slots=True)
class Document:
    """A document of a caller; `errors` are what is wrong with it, by the schema."""

    text: str
    tree: DocumentNode
    errors: tuple[GraphQLError, ...]
    pricing: Pricing

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

    @property
    def fragments(self) -> Mapping[str, FragmentDefinitionNode]:
        """Its fragments by name."""
        return self.pricing.fragments

    def is_query(self, name: str | None) -> bool:
        """Whether the operation to run only reads."""
        return self.operation(name).operation is OperationType.QUERY

    def cost(self, name: str | None, variables: Mapping[str, Any]) -> int:
        """What the operation costs with these variables, for a document without errors.

        Raises TooCostly where that or a page is beyond its limit, BadInput for the name.
        """
        return self.pricing.of(self.operation(name), variables)


def prepare(
    schema: GraphQLSchema, text: str, limits: Limits = DEFAULTS, *, introspection: bool = True
) -> Document:
    """Measure, parse and validate a document, or find it prepared.

    Raises GraphQLSyntaxError where it is none, TooCostly where it is beyond a limit, BadInput where a text in
    it holds a null character. Without `introspection`, `__schema` and `__type` are errors, and no error
    suggests a name.
    """
    key = (schema, text, limits, introspection)
    kept = _KEPT.get(key)
    if kept is not None:
        return kept
    tree = _parsed(text, limits)
    measure(tree, limits)
    _refuse_null(tree, text)
    rules = specified_rules if introspection else _CLOSED
    errors = validate(schema, tree, rules, MOST_ERRORS, hide_suggestions=not introspection)
    fragments = {
        each.name.value: each for each in tree.definitions if isinstance(each, FragmentDefinitionNode)
    }
    made = Document(text, tree, tuple(_told(errors)), Pricing(schema, fragments, limits))
    if not errors:
        _KEPT.keep(key, made, tree.token_count)
    return made


def _parsed(text: str, limits: Limits) -> DocumentNode:
    try:
        return parse(text, max_tokens=limits.tokens)
    except GraphQLSyntaxError as error:
        if "Parsing aborted" not in error.message:
            raise
        raise TooCostly(
            Text(
                f"文档的词元数超过上限 {limits.tokens}",
                f"the document has more than {limits.tokens} tokens, which is the limit",
            ),
            Text("分成几个查询", "split it"),
            where="query",
        ) from error


def _refuse_null(tree: DocumentNode, text: str) -> None:
    """No name or value of the graph holds a null character, and not everything behind us bears one."""
    if "\0" not in text and "\\u" not in text:
        return
    token = tree.loc.start_token if tree.loc else None
    while token:
        if token.kind in (TokenKind.STRING, TokenKind.BLOCK_STRING) and "\0" in (token.value or ""):
            raise BadInput(
                Text("文本中有空字符（U+0000）", "a text holds a null character (U+0000)"),
                Text("删去它", "remove it"),
                where=f"{token.line}:{token.column}",
            )
        token = token.next


def _told(errors: list[GraphQLError]) -> Iterator[GraphQLError]:
    """The faults as callers may see them; raises TooCostly where the fields were too many to compare.

    What went wrong inside graphql-core while it read a value (an integer of thousands of digits) is the
    caller's fault too, so its cause is left out unless it is a Failure.
    """
    if any(isinstance(each, ValidationAbortedError) for each in errors):
        errors = [each for each in errors if not isinstance(each, ValidationAbortedError)]
        if len(errors) < MOST_ERRORS:
            raise TooCostly(
                Text("文档重复选取太多", "the document selects the same fields too often"),
                Text("删去重复的字段", "remove repeated fields"),
                where="query",
            )
    for each in errors:
        if each.original_error is None or isinstance(each.original_error, Failure):
            yield each
        else:
            yield GraphQLError(each.message, each.nodes, each.source, each.positions)
