"""What a caller is told when a request fails.

schema.errors.Failure
├── BadInput          the request cannot be read, or asks for something that cannot be
├── NotFound          the subject of a question does not exist
└── TooCostly         the request asks for more than the limits allow
"""

from schema.errors import Failure


class BadInput(Failure):
    """The request cannot be read, or what it asks for cannot be."""

    code = "BAD_INPUT"


class NotFound(Failure):
    """The subject of a question does not exist."""

    code = "NOT_FOUND"


class TooCostly(Failure):
    """The request asks for more than the limits allow; the message names the number and the limit."""

    code = "TOO_COSTLY"
