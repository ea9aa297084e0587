import pytest
from graphql import GraphQLSyntaxError

from graph_api.graphql.documents import MOST_TOKENS, prepare
from graph_api.graphql.failures import BadInput, TooCostly
from graph_api.graphql.published import CORE

TWO = "query A { __typename } query B { __typename }"


def test_a_document_is_prepared_once() -> None:
    assert prepare(CORE, "{ __typename }") is prepare(CORE, "{ __typename }")


def test_what_does_not_fit_the_schema_is_told() -> None:
    assert [each.message for each in prepare(CORE, "{ nothing }").errors] == [
        "Cannot query field 'nothing' on type 'Query'."
    ]


def test_what_is_no_document_is_refused() -> None:
    with pytest.raises(GraphQLSyntaxError):
        prepare(CORE, "{")


@pytest.mark.parametrize("text", ["{" + "a " * MOST_TOKENS + "}", "{a" * 600])
def test_a_document_too_long_or_too_deep_is_refused(text: str) -> None:
    with pytest.raises((TooCostly, GraphQLSyntaxError)):
        prepare(CORE, text)


def test_the_operation_is_the_only_one_or_the_one_named() -> None:
    assert prepare(CORE, "{ __typename }").operation(None).name is None
    for name in ("A", "B"):
        found = prepare(CORE, TWO).operation(name).name
        assert found is not None
        assert found.value == name


@pytest.mark.parametrize(
    ("text", "name"), [(TWO, None), (TWO, "C"), ("{ __typename }", "A"), ("fragment F on Query { a }", None)]
)
def test_an_operation_that_is_not_clear_is_bad_input(text: str, name: str | None) -> None:
    with pytest.raises(BadInput):
        prepare(CORE, text).operation(name)


def test_only_a_query_is_one() -> None:
    assert prepare(CORE, "{ __typename }").is_query(None)
    assert not prepare(CORE, "mutation { a }").is_query(None)
