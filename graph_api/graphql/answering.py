"""From a request to its answer, true of one revision."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from graphql import GraphQLError
from neo4j import AsyncDriver
from neo4j.exceptions import DriverError, Neo4jError

from graph_api.errors import Unavailable
from graph_api.graphql.documents import Document, prepare
from graph_api.graphql.errors import told, told_cause
from graph_api.graphql.published import CORE, SCHEMA
from graph_api.graphql.reading import Reader
from graph_api.graphql.request import Request
from schema.errors import Failure
from schema.text import Text

TRIES = 3
"""How often a request is answered anew where a write came in between."""

OK, BAD_REQUEST, INTERNAL, BUSY = 200, 400, 500, 503


@dataclass(frozen=True, slots=True)
class Call:
    """What a caller sent: a document, its variables, the operation's name."""

    query: str
    variables: Mapping[str, Any] = field(default_factory=dict)
    operation_name: str | None = None


@dataclass(frozen=True, slots=True)
class Answer:
    """The body of an answer and its HTTP status."""

    body: dict[str, Any]
    status: int = OK


@dataclass(frozen=True, slots=True)
class Answering:
    """Answers calls from one database. `masking` hides personal data."""

    driver: AsyncDriver
    database: str
    masking: bool = True

    def reader(self) -> Reader:
        """A reader for one request."""
        return Reader(self.driver, self.database)

    async def answer(self, call: Call, language: str) -> Answer:
        """The answer. Never raises for what a caller sent, or for a database that is away."""
        document = self.document(call, language)
        if isinstance(document, Answer):
            return document
        try:
            for _ in range(TRIES):
                answer = await self._attempt(call, document, language)
                if answer is not None:
                    return answer
        except (DriverError, Neo4jError) as error:
            return failed([told_cause(error, language)])
        return failed([told_cause(_too_busy(), language)])

    def document(self, call: Call, language: str) -> Document | Answer:
        """The prepared document, or the answer that says what is wrong with it."""
        try:
            document = prepare(CORE, call.query)
            document.operation(call.operation_name)
        except GraphQLError as error:
            return failed(told([error], language))
        except Failure as error:
            return failed([told_cause(error, language)])
        return failed(told(document.errors, language)) if document.errors else document

    async def _attempt(self, call: Call, document: Document, language: str) -> Answer | None:
        """The answer, or None where a write came in between its reads."""
        request = Request(document, self.reader(), language, self.masking)
        revision = await request.reader.revision()
        result = await SCHEMA.execute(
            call.query,
            variable_values=dict(call.variables),
            context_value=request,
            operation_name=call.operation_name,
        )
        if request.reader.statements > 1 and await request.reader.revision() != revision:
            return None
        if result.data is None and result.errors and not any(each.path for each in result.errors):
            return failed(told(result.errors, language))
        body: dict[str, Any] = {"data": result.data}
        if result.errors:
            body["errors"] = told(result.errors, language)
        body["extensions"] = {
            "revision": revision,
            "asOf": {name: str(day) for name, day in request.days.items()},
        }
        return Answer(body)


def failed(errors: list[dict[str, Any]]) -> Answer:
    """An answer without data; its status follows from the gravest code."""
    codes = {each["extensions"]["code"] for each in errors}
    if "INTERNAL" in codes:
        return Answer({"errors": errors}, INTERNAL)
    return Answer({"errors": errors}, BUSY if "UNAVAILABLE" in codes else BAD_REQUEST)


def _too_busy() -> Unavailable:
    return Unavailable(
        Text("数据正在频繁写入，没有得到同一修订号的答案", "writes kept coming in between the reads"),
        Text("稍后再试", "try again in a moment"),
    )
