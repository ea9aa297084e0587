"""GraphQL over HTTP: one small view. GET and POST, JSON only, every malformed request a clear 4xx.

As the draft of GraphQL over HTTP has it: an answer without data bears status 400 as
application/graphql-response+json; for a caller that names application/json instead it bears 200 wherever the
request could be read. One that takes anything gets JSON, and 400, which is what its tools look at.
"""

import asyncio
import re
from dataclasses import dataclass, field
from typing import Any, Final

import orjson
from graphql import GraphQLError
from starlette.requests import ClientDisconnect
from starlette.requests import Request as HttpRequest
from starlette.responses import Response

from graph_api.graphql.answering import OK, Answer, Answering, Call, failed
from graph_api.graphql.documents import prepare
from graph_api.graphql.entity_tag import TagParts, entity_tag, matches
from graph_api.graphql.errors import entry, told, told_cause
from graph_api.graphql.in_flight import InFlight, TooMany
from graph_api.graphql.incoming import BAD_REQUEST, TIMEOUT, Incoming, Malformed, read
from graph_api.graphql.negotiation import (
    GRAPHQL,
    JSON,
    WORTH_COMPRESSING,
    compressed,
    language_of,
    media_type_of,
    takes_gzip,
)
from graph_api.graphql.persisted import PersistedDocuments, UnknownDocument
from graph_api.graphql.published import CORE
from graph_api.graphql.time_limit import within
from graph_api.limits import DEFAULTS, Limits
from schema.errors import Failure
from schema.text import Text

NOT_MODIFIED, METHOD, NOT_ACCEPTABLE, BUSY = 304, 405, 406, 429

LONGEST_MESSAGE: Final = 500
"""Characters of a message: some quote what the caller sent."""
COMPRESSED_ASIDE: Final = 128 * 1024
"""Bytes from which on a body is compressed in a thread, so that others need not wait."""

VARY: Final = "Accept, Accept-Language, Accept-Encoding"

_CALL_AGAIN: Final = {METHOD: {"Allow": "POST"}, BUSY: {"Retry-After": "1"}, TIMEOUT: {"Connection": "close"}}
_SUGGESTION: Final = re.compile(r" ?Did you mean .*", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Terms:
    """On which terms requests are answered, by the settings; and what is shared among them."""

    limits: Limits = DEFAULTS
    introspection: bool = True
    masking: bool = True
    build: str = ""
    persisted: PersistedDocuments = field(default_factory=PersistedDocuments)
    in_flight: InFlight = field(default_factory=lambda: InFlight(DEFAULTS.in_flight))


@dataclass(slots=True)
class _Exchange:
    """One request with what it asks for and whether it could be read, which decides on the status."""

    request: HttpRequest
    terms: Terms
    language: str
    media_type: str
    incoming: Incoming | None = None
    readable: bool = False


async def respond(request: HttpRequest, answering: Answering, terms: Terms | None = None) -> Response:
    """The response to a GraphQL request."""
    terms = terms or Terms()
    language = language_of(request.headers.get("accept-language", ""))
    media_type = media_type_of(request.headers.get("accept", ""))
    exchange = _Exchange(request, terms, language, media_type or JSON)
    if media_type is None:
        text = Text(f"只应答 {GRAPHQL} 或 {JSON}", f"only {GRAPHQL} and {JSON} are answered")
        answer = Answer({"errors": [entry("BAD_INPUT", text.in_language(language))]}, NOT_ACCEPTABLE)
    else:
        try:
            answer = await _judged(exchange, answering)
        except ClientDisconnect:
            return Response(status_code=BAD_REQUEST)
    errors = answer.body.get("errors", [])
    _shorten(errors, suggestions=terms.introspection)
    request.state.codes = sorted({each["extensions"]["code"] for each in errors})
    return await _response(exchange, answer)


async def _judged(exchange: _Exchange, answering: Answering) -> Answer:
    """The answer, or what is wrong with the request."""
    terms, language = exchange.terms, exchange.language
    try:
        exchange.incoming = incoming = await read(exchange.request, terms.limits, terms.persisted)
        exchange.readable = True
        with terms.in_flight.one_more():
            return await _answer(exchange, answering, incoming)
    except Malformed as error:
        return Answer({"errors": [entry(error.code, error.told.in_language(language))]}, error.status)
    except UnknownDocument as error:
        exchange.readable = True
        return Answer({"errors": [entry(error.code, error.told)]}, BAD_REQUEST)
    except TooMany as error:
        return Answer({"errors": [told_cause(error, language)]}, BUSY)
    except GraphQLError as error:
        return failed(told([error], language))
    except Failure as error:
        return failed([told_cause(error, language)])


async def _answer(exchange: _Exchange, answering: Answering, incoming: Incoming) -> Answer:
    """The answer to a call that could be read: its document is judged and priced before anything runs."""
    call, terms, language = incoming.call, exchange.terms, exchange.language
    document = prepare(CORE, call.query, terms.limits, introspection=terms.introspection)
    if document.errors:
        return failed(told(document.errors, language))
    if exchange.request.method != "POST" and not document.is_query(call.operation_name):
        text = Text("GET 只能查询", "GET can only query")
        return Answer({"errors": [entry("BAD_INPUT", text.in_language(language))]}, METHOD)
    cost = document.cost(call.operation_name, call.variables)
    if incoming.hashed:
        terms.persisted.keep(call.query)
    async with within(terms.limits.seconds):
        answer = await answering.answer(call, document, language)
    if "data" in answer.body:
        answer.body.setdefault("extensions", {})["cost"] = cost
    return answer


async def _response(exchange: _Exchange, answer: Answer) -> Response:
    request, status = exchange.request, answer.status
    by_name = exchange.media_type == JSON and JSON in request.headers.get("accept", "").lower()
    if by_name and exchange.readable and status == BAD_REQUEST:
        status = OK
    headers = {"Content-Language": exchange.language, "Vary": VARY, "Cache-Control": "no-store"}
    headers |= _CALL_AGAIN.get(status, {})
    whole = status == OK and "errors" not in answer.body and "stale" not in answer.body.get("extensions", {})
    if request.method != "POST" and whole:
        tag = entity_tag(_parts(exchange, answer))
        headers |= {"ETag": tag, "Cache-Control": "private, no-cache"}
        if matches(request.headers.get("if-none-match", ""), tag):
            return Response(None, NOT_MODIFIED, headers)
    body = orjson.dumps(answer.body)
    if len(body) >= WORTH_COMPRESSING and takes_gzip(request.headers.get("accept-encoding", "")):
        aside = len(body) >= COMPRESSED_ASIDE
        body = await asyncio.to_thread(compressed, body) if aside else compressed(body)
        headers["Content-Encoding"] = "gzip"
    return Response(body, status, headers, f"{exchange.media_type}; charset=utf-8")


def _parts(exchange: _Exchange, answer: Answer) -> TagParts:
    told_of = answer.body.get("extensions", {})
    call = exchange.incoming.call if exchange.incoming else Call("")
    return TagParts(
        revision=told_of.get("revision", 0),
        days=told_of.get("asOf", {}),
        document=call.query,
        operation=call.operation_name,
        variables=call.variables,
        media_type=exchange.media_type,
        language=exchange.language,
        masking=exchange.terms.masking,
        build=exchange.terms.build,
    )


def _shorten(errors: list[dict[str, Any]], *, suggestions: bool) -> None:
    """Cut messages to a readable length; where introspection is off, none may suggest a name."""
    for each in errors:
        message = each["message"] if suggestions else _SUGGESTION.sub("", each["message"])
        each["message"] = message if len(message) <= LONGEST_MESSAGE else f"{message[:LONGEST_MESSAGE]}…"
