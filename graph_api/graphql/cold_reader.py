"""Asks Neo4j what the columns in memory do not hold. Nothing else of GraphQL knows the database."""

from typing import LiteralString

from neo4j import READ_ACCESS, AsyncDriver, Record
from neo4j.exceptions import ServiceUnavailable, SessionExpired

REVISION: LiteralString = (
    "OPTIONAL MATCH (c:Counter {name: 'revision'}) RETURN coalesce(c.value, 0) AS revision"
)


class ColdReader:
    """Reads for one request; `statements` counts what it asked."""

    def __init__(self, driver: AsyncDriver, database: str) -> None:
        """Read from `database` through `driver`."""
        self._driver = driver
        self._database = database
        self.statements = 0

    async def run(self, statement: LiteralString, **parameters: object) -> list[Record]:
        """The records of a reading statement."""
        self.statements += 1
        try:
            return await self._run(statement, parameters)
        except (ServiceUnavailable, SessionExpired):  # a connection that had idled while Neo4j started anew
            return await self._run(statement, parameters)

    async def _run(self, statement: LiteralString, parameters: dict[str, object]) -> list[Record]:
        """Without the driver's own retries: a caller is told at once that the database is away."""
        async with self._driver.session(database=self._database, default_access_mode=READ_ACCESS) as session:
            result = await session.run(statement, parameters)
            return [each async for each in result]

    async def revision(self) -> int:
        """The revision of the last write."""
        return int((await self.run(REVISION))[0]["revision"])
