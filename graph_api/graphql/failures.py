"""What a caller is told when a request fails.

schema.errors.Failure
├── BadInput          the request cannot be read, or asks for something that cannot be
├── NotFound          the subject of a question does not exist
└── TooCostly         the request asks for more than the limits allow
"""

from schema.errors import Failure
from schema.text import Text


class BadInput(Failure):
    """The request cannot be read, or what it asks for cannot be."""

    code = "BAD_INPUT"


class NotFound(Failure):
    """The subject of a question does not exist."""

    code = "NOT_FOUND"


class TooCostly(Failure):
    """The request asks for more than the limits allow; the message names the number and the limit."""

    code = "TOO_COSTLY"


def refuse_beyond(most: int, number: int, what: Text, remedy: Text, where: str) -> None:
    """Raise TooCostly where `number` of `what` (a noun, in the plural) is more than `most`."""
    if number > most:
        raise TooCostly(
            Text(f"{what.zh}是 {number}，上限 {most}", f"{number} {what.en}, at most {most} are allowed"),
            remedy,
            where=where,
        )
