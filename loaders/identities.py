"""Where ids come from: blocks of the counter in the database, or passing numbers in a dry run.

A person's id is drawn by chance from above all that the counter will reach, so that it does not stand
beside those of the person's roles, of which one must not lead to another.
"""

import secrets
from typing import Final, LiteralString

import neo4j

_RESERVE: Final[LiteralString] = """
    MERGE (c:Counter {name: 'ids'})
    ON CREATE SET c.value = 0
    SET c.value = c.value + $size
    RETURN c.value
"""
_BLOCK: Final = 5000


class Identities:
    """Gives ids that no node or relationship has or had. A gap in them means nothing."""

    def __init__(self, driver: neo4j.Driver, database: str | None, *, dry_run: bool) -> None:
        """Reserve blocks through `driver`; a dry run reserves nothing and counts below zero."""
        self._driver = driver
        self._database = database
        self._dry_run = dry_run
        self._next = 0
        self._last = 0

    def next(self) -> int:
        """An id, positive where it may be stored."""
        if self._dry_run:
            self._next -= 1
            return self._next
        if self._next >= self._last:
            records, _, _ = self._driver.execute_query(_RESERVE, size=_BLOCK, database_=self._database)
            self._last = records[0][0]
            self._next = self._last - _BLOCK
        self._next += 1
        return self._next

    def unlinkable(self) -> int:
        """An id by which nobody finds the nodes that were written beside this one: a person's."""
        return self.next() if self._dry_run else (1 << 52) + secrets.randbits(52)
