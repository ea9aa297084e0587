"""The tag of an answer: equal where nothing that an answer depends on has changed."""

import hashlib
from collections.abc import Mapping
from dataclasses import astuple, dataclass
from typing import Any

import orjson


@dataclass(frozen=True, slots=True, kw_only=True)
class TagParts:
    """Everything that an answer depends on.

    revision       of the facts
    days           the resolved day of each root field, by its name in the answer
    document       the text
    operation      the name of the operation to run, or None
    variables      as the caller gave them
    media_type     of the answer
    language       of its texts
    masking        whether personal data are hidden
    build          the version of the service
    """

    revision: int
    days: Mapping[str, str]
    document: str
    operation: str | None
    variables: Mapping[str, Any]
    media_type: str
    language: str
    masking: bool
    build: str


def entity_tag(parts: TagParts) -> str:
    """The tag, a weak one: the same answer may come compressed or not. Pure."""
    text = orjson.dumps(astuple(parts), option=orjson.OPT_SORT_KEYS)
    return f'W/"{parts.revision}-{hashlib.blake2b(text, digest_size=12).hexdigest()}"'


def matches(if_none_match: str, tag: str) -> bool:
    """Whether an If-None-Match header names the tag; weakly compared, as it is for GET."""
    named = {each.strip().removeprefix("W/") for each in if_none_match.split(",")}
    return "*" in named or tag.removeprefix("W/") in named
