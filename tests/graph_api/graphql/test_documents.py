import contextlib
import time

import pytest
from graphql import GraphQLSyntaxError

from graph_api.graphql import documents
from graph_api.graphql.documents import MOST_ERRORS, prepare
from graph_api.graphql.failures import BadInput, TooCostly
from graph_api.graphql.published import CORE
from graph_api.limits import DEFAULTS, Limits

TWO = "query A { __typename } query B { __typename }"


def messages(text: str, *, introspection: bool = True) -> list[str]:
    return [each.message for each in prepare(CORE, text, introspection=introspection).errors]


def test_a_document_is_prepared_once() -> None:
    assert prepare(CORE, "{ __typename }") is prepare(CORE, "{ __typename }")
    assert prepare(CORE, "{ __typename }") is not prepare(CORE, "{ __typename }", Limits(tokens=99))


def test_what_is_kept_weighs_its_tokens_and_has_a_limit() -> None:
    for number in range(200):
        prepare(CORE, "{" + " ".join(f"f{each}_{number}: __typename" for each in range(90)) + "}")
    assert documents._KEPT.weight <= documents.MOST_TOKENS_KEPT
    assert 0 < len(documents._KEPT) <= documents.MOST_KEPT


def test_a_document_with_faults_is_not_kept() -> None:
    assert prepare(CORE, "{ nothing }") is not prepare(CORE, "{ nothing }")


def test_what_does_not_fit_the_schema_is_told() -> None:
    assert messages("{ nothing }") == ["Cannot query field 'nothing' on type 'Query'."]


def test_of_many_faults_the_first_are_told() -> None:
    assert len(messages("{ caseReport {" + " ".join(f"wrong{n}" for n in range(99)) + "} }")) == MOST_ERRORS


def test_without_introspection_no_message_suggests_a_name() -> None:
    assert messages("{ caseReprt { asOf } }") == [
        "Cannot query field 'caseReprt' on type 'Query'. Did you mean 'caseReport'?"
    ]
    assert messages("{ caseReprt { asOf } }", introspection=False) == [
        "Cannot query field 'caseReprt' on type 'Query'."
    ]
    assert messages("{ __schema { description } }") == []
    (told,) = messages("{ __schema { description } }", introspection=False)
    assert "disabled" in told


def test_what_is_no_document_is_refused() -> None:
    with pytest.raises(GraphQLSyntaxError):
        prepare(CORE, "{")


@pytest.mark.parametrize(
    "text", ["{" + "a " * DEFAULTS.tokens + "}", "{a" * 600, "{ a(x: " + "[" * 600 + "]" * 600 + ") }"]
)
def test_a_document_too_long_or_too_deep_is_refused(text: str) -> None:
    with pytest.raises((TooCostly, GraphQLSyntaxError)):
        prepare(CORE, text)


@pytest.mark.parametrize(
    "text",
    ['{ node(id: "\\u0000") { id } }', '{ node(id: "\\u{0}") { id } }', '{ node(id: """\0""") { id } }'],
)
def test_a_text_with_a_null_character_is_refused(text: str) -> None:
    with pytest.raises(BadInput, match="null character"):
        prepare(CORE, text)


def test_escapes_of_other_characters_are_read() -> None:
    assert messages('{ node(id: "\\u7532\\\\u0000") { id } }') == []


def test_an_integer_of_thousands_of_digits_is_the_caller_s_fault() -> None:
    number = "9" * 5000
    (error,) = prepare(
        CORE, f"{{ caseReport {{ figures {{ subjects(first: {number}) {{ totalCount }} }} }} }}"
    ).errors
    assert error.original_error is None


@pytest.mark.parametrize(
    "text",
    [
        "{ caseReport { " + ("figures { " + "key " * 9 + "} ") * 9 + "} }",
        "{" + ("caseReport { " + ("figures { " + "key " * 9 + "} ") * 9 + "} ") * 9 + "}",
        "{" + " ".join(f"enterpriseBranc{n:03}x" for n in range(900)) + "}",
        "{" + " ".join(f'a{n}: enterprise(cod{n}: "1", codde: 1) {{ name }}' for n in range(99)) + "}",
    ],
    ids=["repeated", "repeated in three levels", "unknown fields", "unknown arguments"],
)
def test_what_is_made_to_be_slow_is_judged_in_a_moment(text: str) -> None:
    began = time.process_time()
    with contextlib.suppress(TooCostly):
        prepare(CORE, text)
    assert time.process_time() - began < 0.1


def test_a_document_knows_what_its_operations_cost() -> None:
    document = prepare(CORE, "query A { __typename } query B { caseReport { asOf } }")
    assert (document.cost("A", {}), document.cost("B", {})) == (1, 2)
    with pytest.raises(BadInput):
        document.cost(None, {})


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
