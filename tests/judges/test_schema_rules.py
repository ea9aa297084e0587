"""graphql-eslint's rules for schemas, the recommended and Relay's: what they find is listed with a reason."""

import re
from pathlib import Path

from graph_api.graphql.published import sdl
from tests.judges.judge import ask

RULES = {
    "description-style",
    "known-argument-names",
    "known-directives",
    "known-type-names",
    "lone-schema-definition",
    "naming-convention",
    "no-hashtag-description",
    "no-typename-prefix",
    "no-unreachable-types",
    "possible-type-extension",
    "provided-required-arguments",
    "relay-arguments",
    "relay-connection-types",
    "relay-edge-types",
    "relay-page-info",
    "require-deprecation-reason",
    "require-description",
    "strict-id-in-types",
    "unique-directive-names",
    "unique-directive-names-per-location",
    "unique-enum-value-names",
    "unique-field-definition-names",
    "unique-operation-types",
    "unique-type-names",
}

ID, LISTS = "strict-id-in-types", "relay-edge-types"
EXCEPTIONS = {
    (ID, r"\w+Connection|\w+Edge|PageInfo"): "a page of a list: the nodes in it have the ids",
    (ID, r"\w+Tie"): "the days of a tie: the node that it leads to has the id",
    ("relay-arguments", r"Query\.search"): "hits are read from the best downward: first and after",
    (
        ID,
        r"Span|Industry|SearchMatch",
    ): "a value of its owner: two days, a code with its name, a text that matched",
    (ID, r"Provenance|Source|ObservedValue"): "where a fact came from: the batch has the id",
    (ID, r"CaseReport|CaseFigure|FigureSubjects"): "an answer computed anew, not a node",
    (
        LISTS,
        r"(\w+Connection|FigureSubjects)\.nodes",
    ): "the page for callers who need no cursor, beside the edges",
    (LISTS, r"\w+\.\w+Ties?"): "the ties of a relation that stays short, each with its days",
    (LISTS, r"Query\.nodes"): "Relay's own plural of node(id:)",
    (LISTS, r"\w+\.\w+"): "values, and relations that stay short: what may grow past 20 is a connection",
}
"""Each accepted finding by its rule and place, with the reason. One that is found no more must leave."""

DEFINITION = re.compile(r"(?:type|interface|enum|union|input|scalar) (\w+)")
FIELD = re.compile(r" {2}(\w+)[(:]", re.ASCII)


def place(lines: list[str], number: int) -> str:
    """The type, or `Type.field`, that a line belongs to."""
    names: list[str] = []
    for line in lines[:number]:
        if found := DEFINITION.match(line):
            names = [found[1]]
        elif found := FIELD.match(line):
            names[1:] = [found[1]]
    return ".".join(names)


def found_in(file: Path) -> list[tuple[str, str, str]]:
    """Rule, place and message of everything that the rules find."""
    answer = ask("schema-rules", str(file))
    assert set(answer["rules"]) == RULES
    lines = file.read_text(encoding="utf-8").splitlines()
    return [(str(each["rule"]), place(lines, each["line"]), each["message"]) for each in answer["found"]]


def test_what_the_rules_find_is_listed_with_its_reason(tmp_path: Path) -> None:
    file = tmp_path / "schema.graphql"
    file.write_text(sdl(), encoding="utf-8")
    unexplained, used = [], set()
    for rule, where, message in found_in(file):
        reasons = {key for key in EXCEPTIONS if key[0] == rule and re.fullmatch(key[1], where)}
        used |= reasons
        if not reasons:
            unexplained.append(f"{rule} {where}: {message}")
    assert unexplained == []
    assert set(EXCEPTIONS) - used == set()


WRONG = """
type XConnection { nodes: [Int] pageInfo: PageInfo! }
type query_result { a: Int @deprecated b: [Int] }
type Query { x: XConnection a: query_result }
type Unreachable { a: Int }
"""
BROKEN = {
    "naming-convention",
    "no-unreachable-types",
    "relay-arguments",
    "relay-connection-types",
    "relay-edge-types",
    "relay-page-info",
    "require-deprecation-reason",
    "require-description",
    "strict-id-in-types",
}


def test_the_rules_are_in_force(tmp_path: Path) -> None:
    file = tmp_path / "schema.graphql"
    file.write_text(WRONG + "type PageInfo { startCursor: Int }", encoding="utf-8")
    assert {each[0] for each in found_in(file)} == BROKEN
