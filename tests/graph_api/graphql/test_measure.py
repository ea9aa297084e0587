"""A document is counted in one walk, and refused before anything quadratic looks at it."""

import time
from dataclasses import replace

import pytest
from graphql import parse

from graph_api.graphql.documents import prepare
from graph_api.graphql.failures import TooCostly
from graph_api.graphql.measure import MOST_DIRECTIVES_TOGETHER, MOST_REPEATED, Measured, counted, measure
from graph_api.graphql.published import CORE
from graph_api.limits import DEFAULTS


@pytest.mark.parametrize(
    ("document", "expected"),
    [
        ("{ a }", Measured(fields=1, operations=1, roots=1, repeated=1, depth=1)),
        ("{ x: a y: b { c } }", Measured(fields=3, aliases=2, operations=1, roots=2, repeated=1, depth=2)),
        ("{ a a a }", Measured(fields=3, operations=1, roots=3, repeated=3, repeated_in_all=2, depth=1)),
        (
            "{ a { b b ...F } a { b b } ...F }",
            Measured(fields=6, operations=1, roots=2, repeated=2, repeated_in_all=3, depth=2),
        ),
        (
            "{ a { ... { b { c } } } }",
            Measured(fields=3, fragments=1, operations=1, roots=1, repeated=1, depth=4),
        ),
        (
            "query A @x { a @x @y } query B($v: Int @z) { b ... @x { c } }",
            Measured(
                fields=3, directives=5, together=2, fragments=1, operations=2, roots=2, repeated=1, depth=2
            ),
        ),
        (
            "{ a { ...F } } fragment F on A { b { ...G } } fragment G on A { c { d } }",
            Measured(fields=4, fragments=2, operations=1, roots=1, repeated=1, depth=6),
        ),
        (
            "{ ...F } fragment F on A { a { ...F } }",
            Measured(fields=1, fragments=1, operations=1, roots=1, repeated=1, depth=3),
        ),
        (
            "{ ...F ...F ... { __typename b } } fragment F on Q { a c { d } }",
            Measured(fields=5, fragments=2, operations=1, roots=3, repeated=2, repeated_in_all=1, depth=3),
        ),
        ("fragment F on A { a { b } }", Measured(fields=2, fragments=1, repeated=1, depth=2)),
        ("type A { b: C }", Measured()),
    ],
)
def test_everything_is_counted(document: str, expected: Measured) -> None:
    assert counted(parse(document)) == expected


@pytest.mark.parametrize(
    "document",
    [
        "{" + "a " * (MOST_REPEATED + 1) + "}",
        "{" + "...F " * (MOST_REPEATED + 1) + "} fragment F on Query { a }",
        "{ a { b { " + "c " * (MOST_REPEATED + 1) + "} } }",
        "{" + ("a { " + "b " * 9 + "} ") * 6 + "}",
        "{ ...F } fragment F on Query {" + "a " * (MOST_REPEATED + 1) + "}",
        "{ a " + "@x " * (MOST_DIRECTIVES_TOGETHER + 1) + "}",
        "{" + "a {" * 25 + "a" + "}" * 26,
        "{" + " ".join(f"a{n}" for n in range(31)) + "}",
        "{ ...F0 }" + "".join(f"fragment F{n} on Q {{ ...F{n + 1} }}" for n in range(25)),
    ],
)
def test_what_repeats_or_nests_beyond_reason_is_too_costly(document: str) -> None:
    with pytest.raises(TooCostly):
        measure(parse(document))


@pytest.mark.parametrize(
    "name", ["fields", "roots", "depth", "aliases", "directives", "fragments", "operations"]
)
def test_each_limit_holds_at_its_number_and_not_beyond(name: str) -> None:
    tree = parse("query A { z x: a @i { y: b @i { ...F } } } query B { a } fragment F on T { c }")
    number = getattr(counted(tree), name)
    assert measure(tree, replace(DEFAULTS, **{name: number})).fields == 5
    with pytest.raises(TooCostly, match=f"{number} .*at most {number - 1} "):
        measure(tree, replace(DEFAULTS, **{name: number - 1}))


def test_a_large_honest_document_passes() -> None:
    document = "{" + " ".join(f"x{n}: node(id: 1) {{ a: id }}" for n in range(30)) + "}"
    assert prepare(CORE, document).errors == ()


def test_the_limits_hold_before_validation() -> None:
    with pytest.raises(TooCostly):
        prepare(CORE, "{" + "caseReport { asOf } " * 320 + "}")


def test_spreads_within_spreads_are_walked_once() -> None:
    parts = [f"fragment F{n} on Q {{ ...F{n + 1} ...F{n + 1} ...F{n + 1} }}" for n in range(90)]
    tree = parse("{ ...F0 }" + "".join(parts) + "fragment F90 on Q { a }")
    began = time.process_time()
    assert counted(tree).depth == 92
    assert time.process_time() - began < 0.05
