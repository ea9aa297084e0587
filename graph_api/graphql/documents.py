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
    StringValueNode,
    Token,
    TokenKind,
    Visitor,
    specified_rules,
    validate,
    visit,
)
from graphql.language import Location
from graphql.language.parser import Parser, nested_too_deeply_error
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
MOST_COMPARED: Final = 20_000
"""What comparing fields of one response name may take, in graphql-core's units; some 10 ms."""
MOST_KEPT: Final = 512
"""How many documents are kept prepared."""
MOST_TOKENS_KEPT: Final = 20_000
"""How many tokens these have together; one takes some 400 bytes."""

overlapping_fields_can_be_merged.MAX_COMPLEXITY_BUDGET = MOST_COMPARED

_NO_TOKEN: Final = Token(TokenKind.SOF, 0, 0, 0, 0)
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
    if "\0" in text or "\\u" in text:
        visit(tree, _NoNull())
    rules = specified_rules if introspection else _CLOSED
    errors = validate(schema, tree, rules, MOST_ERRORS, hide_suggestions=not introspection)
    fragments = {
        each.name.value: each for each in tree.definitions if isinstance(each, FragmentDefinitionNode)
    }
    made = Document(text, tree, tuple(_told(errors)), Pricing(schema, fragments, limits))
    if not errors:
        _KEPT.keep(key, made, tree.token_count)
    return made


def forget() -> None:
    """Let go of every document that is kept, as measuring one anew needs."""
    _KEPT.clear()


def _parsed(text: str, limits: Limits) -> DocumentNode:
    parser = _Parser(text, max_tokens=limits.tokens)
    try:
        tree = parser.parse_document()
    except RecursionError:
        raise nested_too_deeply_error(parser) from None
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
    parser.let_go()
    return tree


class _Parser(Parser):
    """graphql-core's, whose nodes know where they stand, but do not hold all tokens for it.

    Tokens hold each other in both directions: without them a document is half as much for the garbage
    collector to look through, and is gone as soon as nobody holds it.
    """

    def __init__(self, text: str, max_tokens: int) -> None:
        super().__init__(text, max_tokens=max_tokens)
        self._first: Token | None = self._lexer.token

    def let_go(self) -> None:
        """Part the tokens from each other."""
        while self._first is not None:
            following = self._first.next
            self._first.prev = self._first.next = None
            self._first = following

    def loc(self, start_token: Token) -> Location | None:
        made = super().loc(start_token)
        if made is not None:
            made.start_token = made.end_token = _NO_TOKEN
        return made


class _NoNull(Visitor):
    """No name or value of the graph holds a null character, and not everything behind us bears one."""

    def enter_string_value(self, node: StringValueNode, *_: Any) -> None:
        if "\0" in node.value:
            raise BadInput(
                Text("文本中有空字符（U+0000）", "a text holds a null character (U+0000)"),
                Text("删去它", "remove it"),
                where="query",
            )


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
