"""The schema asked about itself says exactly what graphql-core says, in a fraction of the time."""

import json
import time
from typing import Any

import pytest
from graphql import ExecutionResult, execute, get_introspection_query, parse, validate
from graphql.execution.executor_throwing_on_incremental import ExecutorThrowingOnIncremental

from graph_api.graphql.introspection import ROOTS, introspected
from graph_api.graphql.published import CORE


class Introspecting(ExecutorThrowingOnIncremental):
    def complete_value(self, *given: Any, **named: Any) -> Any:
        info = named["info"] if "info" in named else given[2]
        result = named["result"] if "result" in named else given[4]
        return (
            introspected(info, result)
            if info.field_name in ROOTS
            else super().complete_value(*given, **named)
        )


DOCUMENTS = [
    get_introspection_query(),
    get_introspection_query(
        specified_by_url=True,
        directive_is_repeatable=True,
        schema_description=True,
        input_value_deprecation=True,
    ),
    '{ none: __type(name: "Nothing") { name } one: __type(name: "Enterprise") { __typename name n: name } }',
    """{ __type(name: "When") {
        kind enumValues(includeDeprecated: true) { name isDeprecated } fields { name } inputFields { name }
    } }""",
    '{ __type(name: "Entity") { possibleTypes { name kind } interfaces { name } ofType { name } } }',
    """{ __schema {
        directives { name locations isRepeatable args { name defaultValue } } subscriptionType { name }
    } }""",
    """{ ...F __schema { queryType { name } } }
    fragment F on Query { __schema { queryType { kind ...G } } }
    fragment G on __Type { description ... on __Type { isOneOf } ... { specifiedByURL } }""",
    """query Q($n: String = "Query", $no: Boolean = false, $d: Boolean = true) { __type(name: $n) {
        name @include(if: $no) kind @skip(if: true)
        fields(includeDeprecated: $d) { name type { ofType { name } } }
        ... @skip(if: true) { description }
        fields(includeDeprecated: $d) { isDeprecated }
    } }""",
]


@pytest.mark.parametrize("document", DOCUMENTS, ids=range(len(DOCUMENTS)))
def test_it_says_what_graphql_core_says(document: str) -> None:
    tree = parse(document)
    assert validate(CORE, tree) == []
    expected = execute(CORE, tree)
    for _ in range(2):
        found = execute(CORE, tree, executor_class=Introspecting)
        assert isinstance(found, ExecutionResult)
        assert isinstance(expected, ExecutionResult)
        assert found.errors is None
        assert json.dumps(found.data) == json.dumps(expected.data)


def test_what_was_told_once_is_quickly_told_again() -> None:
    tree = parse(DOCUMENTS[0])
    seconds = []
    for kind in (ExecutorThrowingOnIncremental, Introspecting):
        execute(CORE, tree, executor_class=kind)
        began = time.process_time()
        execute(CORE, tree, executor_class=kind)
        seconds.append(time.process_time() - began)
    assert seconds[1] < seconds[0] / 3
