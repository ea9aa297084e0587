import gzip

import pytest

from graph_api.graphql.negotiation import (
    GRAPHQL,
    JSON,
    compressed,
    language_of,
    media_type_of,
    qualities,
    takes_gzip,
)


def test_the_members_of_a_header_come_with_their_weights_and_broken_ones_are_left_out() -> None:
    header = "A;q=0.5, b , c;level=1;q=1, d;q=x, e;q=2, ;q=1, f;q=nan"
    assert list(qualities(header)) == [("a", 0.5), ("b", 1.0), ("c", 1.0)]


@pytest.mark.parametrize(
    ("header", "language"),
    [
        ("", "zh"),
        ("*", "zh"),
        ("de", "zh"),
        ("en", "en"),
        ("en-GB,zh;q=0.5", "en"),
        ("en;q=0.5,zh-CN", "zh"),
        ("fr,en;q=0.2", "en"),
        ("en;q=x,zh;q=0.1", "zh"),
    ],
)
def test_texts_come_in_the_language_preferred(header: str, language: str) -> None:
    assert language_of(header) == language


@pytest.mark.parametrize(
    ("header", "kind"),
    [
        ("", JSON),
        ("*/*", JSON),
        ("application/*", JSON),
        (GRAPHQL, GRAPHQL),
        (JSON, JSON),
        (f"{GRAPHQL}, {JSON};q=0.9", GRAPHQL),
        (f"{JSON}, {GRAPHQL};q=0.9", JSON),
        (f"{JSON}, {GRAPHQL}", GRAPHQL),
        (f"{GRAPHQL}; charset=utf-8, */*", GRAPHQL),
        (f"{JSON};charset=utf-8", JSON),
        (f"{GRAPHQL};q=0, */*", JSON),
        (f"{JSON};q=0, {GRAPHQL};q=0", None),
        ("text/html,application/xhtml+xml,*/*;q=0.8", JSON),
        ("text/html", None),
        ("x;q=x", None),
    ],
)
def test_the_media_type_is_the_one_that_the_caller_takes(header: str, kind: str | None) -> None:
    assert media_type_of(header) == kind


@pytest.mark.parametrize(
    ("header", "takes"),
    [
        ("", False),
        ("gzip", True),
        ("br, GZIP;q=0.2", True),
        ("*", True),
        ("gzip;q=0, *", False),
        ("identity", False),
    ],
)
def test_gzip_is_for_those_who_take_it(header: str, *, takes: bool) -> None:
    assert takes_gzip(header) is takes


def test_equal_bodies_are_compressed_alike() -> None:
    body = b"{}" * 1000
    assert compressed(body) == compressed(body)
    assert gzip.decompress(compressed(body)) == body
