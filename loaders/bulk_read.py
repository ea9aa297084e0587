"""Ask for many keys at once, and get all answers in one record: a record of its own a row costs far more."""

from collections.abc import Iterable, Iterator
from itertools import islice
from typing import Any, Final, LiteralString

import neo4j

_KEYS_A_STATEMENT: Final = 10_000


def read_rows(
    session: neo4j.Session | neo4j.Transaction, statement: LiteralString, keys: Iterable[Any]
) -> Iterator[list[Any]]:
    """The rows of a statement that takes `$keys` and returns one list, some thousand keys at a time."""
    left = iter(keys)
    while part := list(islice(left, _KEYS_A_STATEMENT)):
        yield from session.run(statement, keys=part).single(strict=True)[0]
