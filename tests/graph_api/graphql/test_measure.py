"""A document is counted in one walk, and refused before anything quadratic looks at it."""

import pytest
from graphql import parse

from graph_api.graphql.documents import prepare
from graph_api.graphql.failures import TooCostly
from graph_api.graphql.measure import MOST_FIELDS, MOST_FRAGMENTS, MOST_REPEATED, measure
from graph_api.graphql.published import CORE


@pytest.mark.parametrize(
    "document",
    [
        "{" + "a " * (MOST_REPEATED + 1) + "}",
        "{" + " ".join(f"x{n}: a" for n in range(MOST_FIELDS + 1)) + "}",
        "{" + "... on Query { a } " * (MOST_FRAGMENTS + 1) + "}",
        "{" + "...F " * (MOST_REPEATED + 1) + "} fragment F on Query { a }",
        "{ a { b { " + "c " * (MOST_REPEATED + 1) + "} } }",
        "{ ...F } fragment F on Query {" + "a " * (MOST_REPEATED + 1) + "}",
    ],
)
def test_what_repeats_itself_beyond_reason_is_too_costly(document: str) -> None:
    with pytest.raises(TooCostly):
        measure(parse(document))


def test_a_large_honest_document_passes() -> None:
    document = "{" + " ".join(f"x{n}: node(id: 1) {{ id }}" for n in range(150)) + "}"
    assert prepare(CORE, document).errors == ()


def test_the_limits_hold_before_validation() -> None:
    with pytest.raises(TooCostly):
        prepare(CORE, "{" + "caseReport { asOf } " * 320 + "}")
