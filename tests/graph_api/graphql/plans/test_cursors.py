"""Cursors: whole again where they belong, refused everywhere else."""

import base64
from dataclasses import replace
from datetime import date

import pytest

from graph_api.graphql.failures import BadInput
from graph_api.graphql.plans.cursors import Cursor, binding

SECRET = b"s" * 32
LIST = binding(("enterprises",), (("where", "()"),), True)
CURSOR = Cursor(date(2022, 8, 2), (50, None, "乙厂", 7.5, "ENT-2"))


def test_a_cursor_is_read_as_it_was_written() -> None:
    text = CURSOR.written(SECRET, LIST)
    assert Cursor.read(text, SECRET, LIST, "after") == CURSOR
    named = replace(CURSOR, explicit=True)
    assert Cursor.read(named.written(SECRET, LIST), SECRET, LIST, "after") == named
    assert text.isascii()
    assert "ENT-2" not in text


def refused(text: str, secret: bytes = SECRET, bound: bytes = LIST) -> str | None:
    with pytest.raises(BadInput) as caught:
        Cursor.read(text, secret, bound, "before")
    return caught.value.where


@pytest.mark.parametrize("bound", [binding(("unions",)), binding(("enterprises",), True), b""])
def test_a_cursor_of_another_list_is_refused(bound: bytes) -> None:
    assert refused(CURSOR.written(SECRET, LIST), bound=bound) == "before"


def test_a_cursor_of_another_key_is_refused() -> None:
    assert refused(CURSOR.written(SECRET, LIST), secret=b"t" * 32) == "before"


@pytest.mark.parametrize(
    "text", ["", "x", "你好", "\ud800", "====", "a b", "AAAA", base64.b64encode(b'[738369,"ENT-1"]').decode()]
)
def test_what_nobody_wrote_is_refused(text: str) -> None:
    assert refused(text) == "before"


def test_a_cursor_is_refused_when_a_single_bit_of_it_differs() -> None:
    raw = bytearray(base64.urlsafe_b64decode(CURSOR.written(SECRET, LIST) + "=="))
    for place in range(len(raw)):
        raw[place] ^= 1
        assert refused(base64.urlsafe_b64encode(bytes(raw)).rstrip(b"=").decode()) == "before"
        raw[place] ^= 1


def test_a_secret_longer_than_the_hash_takes_still_serves() -> None:
    secret = b"long" * 40
    assert Cursor.read(CURSOR.written(secret, LIST), secret, LIST, "after") == CURSOR
