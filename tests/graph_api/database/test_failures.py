"""What the driver raises, told as our failures."""

import pytest
from neo4j.exceptions import (
    AuthError,
    ClientError,
    DatabaseError,
    DriverError,
    Neo4jError,
    ServiceUnavailable,
    SessionExpired,
    TransientError,
)

from graph_api.database.connection import Database
from graph_api.database.failures import as_failure
from graph_api.errors import StatementFailed, Unavailable
from schema.errors import Failure


def served(code: str, kind: type[Neo4jError]) -> Neo4jError:
    """An error as a server sends it."""
    error = Neo4jError._hydrate_neo4j(code=code, message="hush-hush")
    assert isinstance(error, kind)
    return error


@pytest.mark.parametrize(
    ("error", "kind", "what"),
    [
        (ServiceUnavailable("hush-hush"), Unavailable, "does not answer"),
        (SessionExpired("hush-hush"), Unavailable, "does not answer"),
        (
            served("Neo.ClientError.Security.Unauthorized", AuthError),
            Unavailable,
            "refuses the user or the password",
        ),
        (
            served("Neo.TransientError.General.MemoryPoolOutOfMemoryError", TransientError),
            Unavailable,
            "out of memory",
        ),
        (
            served("Neo.ClientError.Database.DatabaseNotFound", ClientError),
            Unavailable,
            "no such database",
        ),
        (
            served("Neo.TransientError.General.DatabaseUnavailable", TransientError),
            Unavailable,
            "cannot answer just now",
        ),
        (
            served("Neo.DatabaseError.Transaction.TransactionCommitFailed", DatabaseError),
            Unavailable,
            "failed inside",
        ),
        (
            served("Neo.ClientError.Schema.ConstraintValidationFailed", ClientError),
            StatementFailed,
            "refused a statement",
        ),
    ],
)
def test_each_error_has_its_message_and_none_quotes_the_server(
    error: DriverError | Neo4jError, kind: type[Failure], what: str
) -> None:
    failure = as_failure(error, "bolt://db")
    assert type(failure) is kind
    assert what in failure.what.en
    assert "hush-hush" not in str(failure)


def test_a_refused_statement_names_the_server_s_code(database: Database) -> None:
    with pytest.raises(Neo4jError) as caught:
        database.driver.execute_query("RETURN 1 / 0", database_=database.name)
    assert as_failure(caught.value).where == "Neo.ClientError.Statement.ArithmeticError"
