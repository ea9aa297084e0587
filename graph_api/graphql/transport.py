"""GraphQL over HTTP: one small view. GET and POST, JSON only, every malformed request a clear 4xx."""

from collections.abc import Mapping
from typing import Any

import orjson
from starlette.requests import Request as HttpRequest
from starlette.responses import Response

from graph_api.graphql.answering import Answer, Answering, Call, failed
from graph_api.graphql.documents import Document
from graph_api.graphql.errors import entry
from schema.text import Text

MOST_BYTES = 256 * 1024
"""How many bytes a body may have."""

GRAPHQL, JSON = "application/graphql-response+json", "application/json"

UNSUPPORTED, TOO_LARGE, METHOD = 415, 413, 405


class Malformed(Exception):
    """A request that is none. Carries what the caller is told, and the HTTP status."""

    def __init__(self, told: Text, status: int = 400, code: str = "BAD_INPUT") -> None:
        """Keep them."""
        super().__init__(told.en)
        self.told = told
        self.status = status
        self.code = code


async def respond(request: HttpRequest, answering: Answering) -> Response:
    """The response to a GraphQL request."""
    language = language_of(request.headers.get("accept-language", ""))
    try:
        call = await read_call(request)
        answer = _refusal_of_get(request, answering, call, language) or await answering.answer(call, language)
    except Malformed as error:
        body = {"errors": [entry(error.code, error.told.in_language(language))]}
        answer = Answer(body, error.status)
    request.state.codes = sorted({each["extensions"]["code"] for each in answer.body.get("errors", ())})
    headers = {"Content-Language": language, "Vary": "Accept, Accept-Language", "Cache-Control": "no-store"}
    if answer.status == METHOD:
        headers["Allow"] = "POST"
    return Response(orjson.dumps(answer.body), answer.status, headers, media_type_of(request))


def _refusal_of_get(request: HttpRequest, answering: Answering, call: Call, language: str) -> Answer | None:
    """GET only reads: a mutation or a subscription is refused before anything runs."""
    if request.method != "GET":
        return None
    document = answering.document(call, language)
    if isinstance(document, Document) and not document.is_query(call.operation_name):
        text = Text("GET 只能查询", "GET can only query")
        return Answer(failed([entry("BAD_INPUT", text.in_language(language))]).body, METHOD)
    return None


async def read_call(request: HttpRequest) -> Call:
    """What the caller sent; raises Malformed."""
    if request.method == "GET":
        given: dict[str, Any] = dict(request.query_params)
        for name in ("variables", "extensions"):
            if name in given:
                given[name] = _json(given[name].encode("utf-8", "surrogatepass"), name)
        return _call(given)
    kind, _, parameters = request.headers.get("content-type", "").partition(";")
    if kind.strip().lower() != JSON or "charset" in parameters.lower().replace("charset=utf-8", ""):
        raise Malformed(Text(f"请求体须为 {JSON}，UTF-8", f"the body must be {JSON} in UTF-8"), UNSUPPORTED)
    if request.headers.get("content-encoding", "identity").lower() != "identity":
        raise Malformed(Text("请求体不能压缩", "the body must not be compressed"), UNSUPPORTED)
    body = _json(await _body(request), "body")
    if isinstance(body, list):
        raise Malformed(Text("不支持成批请求，一次一个", "batches are not supported; send one at a time"))
    if not isinstance(body, dict):
        raise Malformed(Text("请求体须是 JSON 对象", "the body must be a JSON object"))
    return _call(body)


async def _body(request: HttpRequest) -> bytes:
    parts, length = [], 0
    async for part in request.stream():
        length += len(part)
        if length > MOST_BYTES:
            raise Malformed(
                Text(f"请求体超过 {MOST_BYTES} 字节", f"the body has more than {MOST_BYTES} bytes"),
                TOO_LARGE,
                "TOO_COSTLY",
            )
        parts.append(part)
    return b"".join(parts)


def _json(text: bytes, name: str) -> Any:
    try:
        return orjson.loads(text)
    except orjson.JSONDecodeError:
        raise Malformed(Text(f"{name} 不是 UTF-8 的 JSON", f"{name} is no JSON in UTF-8")) from None


def _call(given: Mapping[str, Any]) -> Call:
    query, variables = given.get("query"), given.get("variables")
    name, extensions = given.get("operationName"), given.get("extensions")
    if not isinstance(query, str) or not query.strip():
        raise Malformed(Text("缺少 query（文本）", "query is missing (a text)"))
    if variables is not None and not isinstance(variables, dict):
        raise Malformed(Text("variables 须是对象", "variables must be an object"))
    if name is not None and not isinstance(name, str):
        raise Malformed(Text("operationName 须是文本", "operationName must be a text"))
    if extensions is not None and not isinstance(extensions, dict):
        raise Malformed(Text("extensions 须是对象", "extensions must be an object"))
    return Call(query, variables or {}, name or None)


def language_of(header: str) -> str:
    """`zh` or `en`, whichever an Accept-Language header prefers; Chinese where it asks for neither."""
    best, language = 0.0, "zh"
    for part in header.split(","):
        tag, _, weight = part.strip().partition(";q=")
        primary = tag.strip().lower().partition("-")[0]
        try:
            value = float(weight) if weight else 1.0
        except ValueError:
            continue
        if primary in ("zh", "en") and value > best:
            best, language = value, primary
    return language


def media_type_of(request: HttpRequest) -> str:
    """GraphQL's own media type, but plain JSON for a caller that takes only that."""
    accepted = request.headers.get("accept", "*/*").lower()
    return JSON if JSON in accepted and GRAPHQL not in accepted and "*/*" not in accepted else GRAPHQL
