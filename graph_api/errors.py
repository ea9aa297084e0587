"""The failures of the service, in one tree; the commands print them, the API answers them.

schema.errors.Failure
├── BadSetting        an environment variable that cannot be used              ends with 2
├── NotEmpty          a store that should be empty holds data              ends with 2
├── Differs           the picture in memory is not what the database holds  ends with 2
├── BadFile           a file that is missing, or in the way                    ends with 2
├── DatabaseFailure   the database cannot be used                              ends with 3
│   ├── Unavailable       it does not answer, or refuses us
│   ├── StoreHeld         the data folder belongs to another process
│   ├── StoreUnusable     the data folder is read-only, full, damaged, or of another version
│   └── JarsUnusable      Neo4j's jars are missing or are not the published ones
└── StatementFailed   a statement that the database refused                    ends with 2
"""

from schema.errors import Exit, Failure


class BadSetting(Failure):
    """An environment variable that is unknown, unreadable, or names a missing file."""

    code = "BAD_SETTING"


class BadFile(Failure):
    """A file that is missing, cannot be read, or is in the way."""

    code = "BAD_INPUT"


class Differs(Failure):
    """The picture in memory is not what the database holds: a fault of ours."""

    code = "INTERNAL"


class NotEmpty(Failure):
    """A store that should be empty holds data."""

    code = "CONFLICT"


class DatabaseFailure(Failure):
    """The database cannot be used."""

    code = "UNAVAILABLE"
    exit_code = Exit.DATABASE_UNAVAILABLE


class Unavailable(DatabaseFailure):
    """The database does not answer, or refuses us."""


class StoreHeld(DatabaseFailure):
    """The data folder of the embedded Neo4j belongs to another process."""


class StoreUnusable(DatabaseFailure):
    """The data folder is read-only, full, damaged, or of another version."""


class JarsUnusable(DatabaseFailure):
    """Neo4j's jars are missing, or differ from what was published."""


class StatementFailed(Failure):
    """The database refused a statement: a fault of ours, or of the statement's author."""

    code = "INTERNAL"
