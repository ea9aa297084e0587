"""What a caller sent over HTTP, read into a call; whatever is malformed or too large is refused by name."""

import asyncio
import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final, NoReturn
from urllib.parse import parse_qsl

import orjson
from starlette.requests import Request

from graph_api.graphql.answering import Call
from graph_api.graphql.negotiation import JSON
from graph_api.graphql.persisted import PersistedDocuments, hash_in
from graph_api.limits import Limits
from schema.text import Text

BAD_REQUEST, TIMEOUT, TOO_LARGE, UNSUPPORTED = 400, 408, 413, 415

DEEPEST: Final = 64
"""Objects and lists one inside another in the variables."""
MOST_PARAMETERS: Final = 20
"""Parameters of a GET."""
MIN_REVISION: Final = "Graph-Min-Revision"
LONGEST_REVISION: Final = 18
"""Digits of a revision."""


class Malformed(Exception):
    """A request that is none. Carries what the caller is told, and the HTTP status."""

    def __init__(self, told: Text, status: int = BAD_REQUEST, code: str = "BAD_INPUT") -> None:
        """Keep them."""
        super().__init__(told.en)
        self.told = told
        self.status = status
        self.code = code


@dataclass(frozen=True, slots=True)
class Incoming:
    """One request as it was sent.

    `hashed` says that the document came together with its SHA-256, to be remembered.
    """

    call: Call
    hashed: bool = False


async def read(request: Request, limits: Limits, persisted: PersistedDocuments) -> Incoming:
    """What the caller sent; raises Malformed, and what PersistedDocuments raises."""
    given = (
        _from_query(request, limits) if request.method in ("GET", "HEAD") else await _posted(request, limits)
    )
    query, variables = given.get("query"), given.get("variables")
    name, extensions = given.get("operationName"), given.get("extensions")
    if query is not None and not isinstance(query, str):
        raise Malformed(Text("query 须是文本", "query must be a text"))
    if variables is not None and not isinstance(variables, dict):
        raise Malformed(Text("variables 须是对象", "variables must be an object"))
    if name is not None and not isinstance(name, str):
        raise Malformed(Text("operationName 须是文本", "operationName must be a text"))
    if extensions is not None and not isinstance(extensions, dict):
        raise Malformed(Text("extensions 须是对象", "extensions must be an object"))
    _measure_variables(variables or {}, limits)
    text = persisted.text(extensions or {}, query)
    if text is None or not text.strip():
        raise Malformed(Text("缺少 query（文本）", "query is missing (a text)"))
    hashed = query is not None and hash_in(extensions or {}) is not None
    return Incoming(Call(text, variables or {}, name or None, min_revision(request)), hashed)


def min_revision(request: Request) -> int | None:
    """The revision that the caller demands at least, or None; raises Malformed for what is no number."""
    text = request.headers.get(MIN_REVISION)
    if text is None:
        return None
    if not (text.isascii() and text.isdigit() and len(text) <= LONGEST_REVISION):
        raise Malformed(
            Text(f"{MIN_REVISION} 须是修订号", f"{MIN_REVISION} must be a revision, a whole number")
        )
    return int(text)


def _from_query(request: Request, limits: Limits) -> dict[str, Any]:
    raw: bytes = request.scope["query_string"]
    if len(raw) > limits.body_bytes:
        _too_large(len(raw), limits)
    try:
        pairs = parse_qsl(
            raw.decode("ascii"),
            keep_blank_values=True,
            errors="strict",
            max_num_fields=MOST_PARAMETERS,
        )
    except ValueError:
        raise Malformed(
            Text("查询串不是 UTF-8，或参数太多", "the query string is no UTF-8, or has too many parameters")
        ) from None
    given: dict[str, Any] = dict(pairs)
    if len(given) != len(pairs):
        raise Malformed(Text("查询串中有重复的参数", "the query string has a parameter twice"))
    for name in ("variables", "extensions"):
        if name in given:
            given[name] = _json(given[name].encode(), name)
    return given


async def _posted(request: Request, limits: Limits) -> dict[str, Any]:
    kind, _, parameters = request.headers.get("content-type", "").partition(";")
    charset = parameters.lower().replace(" ", "").replace('"', "")
    if kind.strip().lower() != JSON or "charset" in charset.replace("charset=utf-8", ""):
        raise Malformed(Text(f"请求体须为 {JSON}，UTF-8", f"the body must be {JSON} in UTF-8"), UNSUPPORTED)
    if request.headers.get("content-encoding", "identity").lower() != "identity":
        raise Malformed(Text("请求体不能压缩", "the body must not be compressed"), UNSUPPORTED)
    body = _json(await _body(request, limits), "body")
    if isinstance(body, list):
        raise Malformed(Text("不支持成批请求，一次一个", "batches are not supported; send one at a time"))
    if not isinstance(body, dict):
        raise Malformed(Text("请求体须是 JSON 对象", "the body must be a JSON object"))
    return body


async def _body(request: Request, limits: Limits) -> bytes:
    """The body; what says that it is too large is not even read."""
    stated = request.headers.get("content-length", "")
    if stated.isdigit() and (len(stated) > LONGEST_REVISION or int(stated) > limits.body_bytes):
        _too_large(stated, limits)
    parts, length = [], 0
    try:
        async with asyncio.timeout(limits.receiving_seconds):
            async for part in request.stream():
                length += len(part)
                if length > limits.body_bytes:
                    _too_large(length, limits)
                parts.append(part)
    except TimeoutError:
        seconds = limits.receiving_seconds
        raise Malformed(
            Text(f"请求体 {seconds} 秒内没有到齐", f"the body did not arrive within {seconds} s"),
            TIMEOUT,
            "TOO_COSTLY",
        ) from None
    return b"".join(parts)


def _too_large(length: int | str, limits: Limits) -> NoReturn:
    most = limits.body_bytes
    raise Malformed(
        Text(
            f"请求有 {length} 字节，上限 {most}",
            f"the request has {length} bytes, at most {most} are allowed",
        ),
        TOO_LARGE,
        "TOO_COSTLY",
    )


def _json(text: bytes, name: str) -> Any:
    """The value of a JSON text. A name twice in one object is refused: readers differ on which counts."""
    try:
        value = orjson.loads(text)
        # orjson has found the text to be JSON of bounded depth; only the names are looked at again.
        json.loads(text, object_pairs_hook=_unlike)
    except (orjson.JSONDecodeError, RecursionError):
        raise Malformed(Text(f"{name} 不是 UTF-8 的 JSON", f"{name} is no JSON in UTF-8")) from None
    return value


def _unlike(pairs: list[tuple[str, Any]]) -> None:
    if len({name for name, _ in pairs}) != len(pairs):
        raise Malformed(Text("JSON 对象中有重复的名称", "an object of the JSON has a name twice"))


def _measure_variables(variables: Mapping[str, Any], limits: Limits) -> None:
    """Refuse variables that are too large, too deep, or hold a null character."""
    if not variables:
        return
    _refuse_deep(variables)
    size = len(orjson.dumps(variables))
    if size > limits.variables_bytes:
        raise Malformed(
            Text(
                f"变量有 {size} 字节，上限 {limits.variables_bytes}",
                f"the variables have {size} bytes, at most {limits.variables_bytes} are allowed",
            ),
            code="TOO_COSTLY",
        )


def _refuse_deep(variables: Mapping[str, Any]) -> None:
    level: list[Any] = [variables]
    for _ in range(DEEPEST):
        if any(isinstance(each, str) and "\0" in each for each in level):
            raise Malformed(Text("变量中有空字符（U+0000）", "a variable holds a null character (U+0000)"))
        level = [
            inner
            for each in level
            if isinstance(each, dict | list)
            for inner in (each.values() if isinstance(each, dict) else each)
        ]
        if not level:
            return
    raise Malformed(
        Text(
            f"变量嵌套超过 {DEEPEST} 层",
            f"the variables are more than {DEEPEST} levels deep, which is the limit",
        ),
        code="TOO_COSTLY",
    )
