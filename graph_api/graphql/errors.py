"""Errors as the answer tells them: a stable code, one language, and nothing of our insides."""

import secrets
import traceback
from collections.abc import Sequence
from typing import Any

import structlog
from graphql import GraphQLError
from neo4j.exceptions import DriverError, Neo4jError

from graph_api.database.failures import as_failure
from schema.errors import Failure
from schema.text import Text

PUBLISHED = frozenset(
    {
        "BAD_INPUT",
        "NOT_FOUND",
        "FORBIDDEN",
        "UNAUTHENTICATED",
        "TOO_COSTLY",
        "CONFLICT",
        "UNAVAILABLE",
        "TIMEOUT",
    }
)
"""The codes that callers may see beside INTERNAL."""

log = structlog.get_logger()


def told(errors: Sequence[GraphQLError], language: str) -> list[dict[str, Any]]:
    """The `errors` of an answer."""
    return [_told(each, language) for each in errors]


def _told(error: GraphQLError, language: str) -> dict[str, Any]:
    cause = _cause(error)
    made = entry("BAD_INPUT", error.message) if cause is None else told_cause(cause, language)
    if error.locations:
        made["locations"] = [{"line": each.line, "column": each.column} for each in error.locations]
    if error.path:
        made["path"] = error.path
    return made


def _cause(error: GraphQLError) -> BaseException | None:
    cause: BaseException | None = error.original_error
    while isinstance(cause, GraphQLError):
        cause = cause.original_error
    return cause


def told_cause(cause: BaseException, language: str) -> dict[str, Any]:
    """What a caller is told of an exception. What is not published is logged, under a reference number."""
    if isinstance(cause, DriverError | Neo4jError):
        cause = as_failure(cause)
    if isinstance(cause, Failure) and cause.code in PUBLISHED:
        what, remedy = cause.what.in_language(language), cause.remedy.in_language(language)
        return entry(cause.code, f"{what} → {remedy}", **({"where": cause.where} if cause.where else {}))
    return internal(cause, language)


def internal(cause: BaseException, language: str) -> dict[str, Any]:
    """An error of ours: the log gets its kind and where it happened, never its text, which may quote data."""
    reference = secrets.token_hex(6)
    frames = traceback.extract_tb(cause.__traceback__)
    log.error(
        "internal error",
        reference=reference,
        kind=type(cause).__name__,
        frames=[f"{each.filename}:{each.lineno} {each.name}" for each in frames[-12:]],
    )
    text = Text(f"服务内部错误，编号 {reference}", f"internal error, reference {reference}")
    return entry("INTERNAL", text.in_language(language), reference=reference)


def entry(code: str, message: str, **extensions: object) -> dict[str, Any]:
    """One error of an answer."""
    return {"message": message, "extensions": {"code": code, **extensions}}
