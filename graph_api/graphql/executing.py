"""Runs a document: Strawberry's schema on graphql-core, past whose resolvers plans put whole values."""

from typing import Any

from graphql import ExecutionResult, execute
from graphql.execution.executor_throwing_on_incremental import ExecutorThrowingOnIncremental

from graph_api.graphql.documents import Document
from graph_api.graphql.introspection import ROOTS, introspected
from graph_api.graphql.published import CORE
from graph_api.graphql.request import Complete, Request


class Executing(ExecutorThrowingOnIncremental):
    """Takes what a plan has completed as it is."""

    def complete_value(self, *given: Any, **named: Any) -> Any:
        """The value of a field: a plan's own, what the schema tells, or what graphql-core makes of it."""
        result = named["result"] if "result" in named else given[4]
        info = named["info"] if "info" in named else given[2]
        if info.field_name in ROOTS:
            return introspected(info, result)
        return result.value if isinstance(result, Complete) else super().complete_value(*given, **named)


async def run(
    document: Document, request: Request, variables: dict[str, Any], operation: str | None
) -> ExecutionResult:
    """The document's answer, what Neo4j was asked for included."""
    result = execute(
        CORE,
        document.tree,
        context_value=request,
        variable_values=variables,
        operation_name=operation,
        executor_class=Executing,
    )
    if not isinstance(result, ExecutionResult):
        result = await result
    for cold in request.asked.cold:
        await cold.fill(request.reader.run)
    return result
