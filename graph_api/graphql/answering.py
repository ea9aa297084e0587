"""From a request to its answer, true of one revision."""

import asyncio
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from graphql.execution.values import get_variable_values
from neo4j import AsyncDriver
from neo4j.exceptions import DriverError, Neo4jError

from graph_api.errors import Unavailable
from graph_api.graphql.cold_reader import ColdReader
from graph_api.graphql.documents import Document
from graph_api.graphql.errors import told, told_cause
from graph_api.graphql.executing import run
from graph_api.graphql.freshness import Freshness
from graph_api.graphql.plans.reading import Asked
from graph_api.graphql.published import CORE
from graph_api.graphql.request import Request
from graph_api.limits import DEFAULTS
from graph_api.projection.keeper import Keeper
from graph_api.projection.picture import Picture
from schema.errors import Failure
from schema.text import Text

TRIES = 3
"""How often a request is answered anew where a write came in between."""

OK, BAD_REQUEST, INTERNAL, BUSY = 200, 400, 500, 503


@dataclass(frozen=True, slots=True)
class Call:
    """What a caller sent: a document, its variables, the operation's name, the least revision wanted."""

    query: str
    variables: Mapping[str, Any] = field(default_factory=dict)
    operation_name: str | None = None
    min_revision: int | None = None


@dataclass(frozen=True, slots=True)
class Answer:
    """The body of an answer and its HTTP status."""

    body: dict[str, Any]
    status: int = OK


@dataclass(frozen=True, slots=True)
class Answering:
    """Answers calls from one picture of one database.

    `key` authenticates cursors; `masking` hides personal data; `largest_page` is how many nodes a page may
    have. `stale` lets answers go on from memory, marked so, while the database is away.
    """

    driver: AsyncDriver
    database: str
    keeper: Keeper
    key: bytes = field(repr=False)
    masking: bool = True
    largest_page: int = DEFAULTS.page
    stale: bool = False
    freshness: Freshness = field(init=False)

    def __post_init__(self) -> None:
        """Share reads of the revision."""
        object.__setattr__(self, "freshness", Freshness(self._revision))

    def reader(self) -> ColdReader:
        """A reader for one request."""
        return ColdReader(self.driver, self.database)

    async def answer(self, call: Call, document: Document, language: str) -> Answer:
        """The answer to a document without errors.

        Never raises for what a caller sent, or for a database that is away.
        """
        try:
            for _ in range(TRIES):
                picture, stale = await self._newest(call.min_revision or 0)
                answer = await self._attempt(call, document, picture, language)
                if answer is not None and stale:
                    answer.body.setdefault("extensions", {})["stale"] = True
                if answer is not None:
                    return answer
        except (DriverError, Neo4jError, Failure) as error:
            return failed([told_cause(error, language)])
        return failed([told_cause(_too_busy(), language)])

    async def _revision(self) -> int:
        return await self.reader().revision()

    async def _newest(self, least: int) -> tuple[Picture, bool]:
        """A picture of what is written by now, or, where that may be, of what was known; whether it is so."""
        try:
            return await self._picture(least, await self.freshness.revision()), False
        except (DriverError, Neo4jError, Unavailable):
            held = self.keeper.held
            if not self.stale or held is None or held.revision < least:
                raise
            return held, True

    async def _picture(self, least: int, written: int) -> Picture:
        """A picture of at least that revision, where the database is at `written`.

        A held picture that is newer is so by a write since, or the database was set back: the keeper looks.
        """
        held = self.keeper.held
        if held is None or held.revision < max(least, written):
            return await asyncio.to_thread(self.keeper.at, max(least, written))
        if held.revision > written:
            return await asyncio.to_thread(self.keeper.refresh)
        return held

    async def _attempt(
        self, call: Call, document: Document, picture: Picture, language: str
    ) -> Answer | None:
        """The answer, or None where a write came in between its reads."""
        operation = document.operation(call.operation_name)
        variables = get_variable_values(CORE, operation.variable_definitions or (), dict(call.variables))
        if isinstance(variables, list):
            return failed(told(variables, language))
        asked = Asked(
            CORE, document.fragments, variables, self.key, self.masking, self.largest_page, language
        )
        request = Request(asked, picture, self.reader())
        result = await run(document, request, dict(call.variables), call.operation_name)
        if request.reader.statements and await request.reader.revision() != picture.revision:
            return None
        if result.data is None and result.errors and not any(each.path for each in result.errors):
            return failed(told(result.errors, language))
        body: dict[str, Any] = {"data": result.data}
        if result.errors:
            body["errors"] = told(result.errors, language)
        body["extensions"] = {
            "revision": picture.revision,
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
