"""Honest documents are valid, whatever the schema holds, and the same for the same seed."""

from random import Random

from graphql import parse, validate

from benchmarks.soak.honest import Honest, Known
from graph_api.graphql.published import CORE

KNOWN = Known(ids=["RW50ZXJwcmlzZTox"], codes=["450903"], cursors=["abc"])


def honest(seed: int) -> Honest:
    return Honest(CORE, KNOWN, Random(seed))  # noqa: S311  a repeatable draw


def test_every_document_is_valid() -> None:
    made = honest(1)
    for _ in range(150):
        text, variables = made.document()
        assert validate(CORE, parse(text)) == [], text
        assert all(f"${name}" in text for name in variables)


def test_a_seed_repeats_a_run() -> None:
    one, same, other = honest(1), honest(1), honest(2)
    documents = [one.document() for _ in range(5)]
    assert documents == [same.document() for _ in range(5)]
    assert documents != [other.document() for _ in range(5)]


def test_it_knows_the_names_and_the_lists_of_the_schema() -> None:
    made = honest(1)
    assert {"Query", "enterprises", "IN_FORCE", "asOf"} <= {*made.names(), "asOf"}
    assert "enterprises" in set(made.paged())
    assert "enterprise" not in set(made.paged())
