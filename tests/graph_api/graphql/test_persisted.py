import hashlib
from typing import Any

import pytest

from graph_api.graphql.failures import BadInput
from graph_api.graphql.kept import Kept
from graph_api.graphql.persisted import PersistedDocuments, UnknownDocument, hash_in, sha256

QUERY = "{ 名: __typename }"


def asked(digest: object, version: object = 1) -> dict[str, Any]:
    return {"persistedQuery": {"version": version, "sha256Hash": digest}}


def test_the_hash_is_of_the_bytes_in_utf_8() -> None:
    assert sha256(QUERY) == hashlib.sha256(QUERY.encode("utf-8")).hexdigest()


def test_a_request_without_a_hash_is_as_it_was_sent() -> None:
    documents = PersistedDocuments()
    assert documents.text({}, QUERY) == QUERY
    assert documents.text({"other": 1, "persistedQuery": None}, None) is None


def test_a_document_is_found_by_its_hash_once_it_was_kept() -> None:
    documents = PersistedDocuments()
    with pytest.raises(UnknownDocument):
        documents.text(asked(sha256(QUERY)), None)
    assert documents.text(asked(sha256(QUERY)), QUERY) == QUERY
    documents.keep(QUERY)
    assert documents.text(asked(sha256(QUERY).upper()), None) == QUERY


def test_the_oldest_is_forgotten_and_asked_for_again() -> None:
    documents = PersistedDocuments(Kept(most=1, heaviest=1000))
    documents.keep(QUERY)
    documents.keep("{ b }")
    with pytest.raises(UnknownDocument):
        documents.text(asked(sha256(QUERY)), None)


def test_the_hash_of_another_document_is_bad_input() -> None:
    with pytest.raises(BadInput):
        PersistedDocuments().text(asked(sha256("{ b }")), QUERY)


@pytest.mark.parametrize(
    "extensions",
    [
        {"persistedQuery": 1},
        {"persistedQuery": []},
        {"persistedQuery": {}},
        asked(sha256(QUERY), version=2),
        asked(sha256(QUERY), version="1"),
        asked(None),
        asked("x" * 64),
        asked(sha256(QUERY)[1:]),
    ],
)
def test_what_cannot_be_a_hash_is_bad_input(extensions: dict[str, Any]) -> None:
    with pytest.raises(BadInput):
        hash_in(extensions)
