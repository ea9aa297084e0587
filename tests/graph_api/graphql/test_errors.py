import pytest
import structlog
from graphql import GraphQLError
from neo4j.exceptions import ServiceUnavailable

from graph_api.errors import Unavailable
from graph_api.graphql.errors import told, told_cause
from graph_api.graphql.failures import NotFound
from schema.errors import Failure
from schema.text import Text

WHAT, REMEDY = Text("没有", "none"), Text("找", "look")


def test_a_failure_keeps_its_code_and_speaks_one_language() -> None:
    error = GraphQLError("x", original_error=NotFound(WHAT, REMEDY, where="division"), path=["caseReport"])
    assert told([error], "en") == [
        {
            "message": "none → look",
            "extensions": {"code": "NOT_FOUND", "where": "division"},
            "path": ["caseReport"],
        }
    ]


def test_an_error_without_a_cause_is_the_callers() -> None:
    assert told([GraphQLError("Cannot query field")], "zh") == [
        {"message": "Cannot query field", "extensions": {"code": "BAD_INPUT"}}
    ]


@pytest.mark.parametrize("cause", [ServiceUnavailable("bolt://10.0.0.1"), Unavailable(WHAT, REMEDY)])
def test_a_database_that_is_away_is_unavailable(cause: Exception) -> None:
    found = told_cause(cause, "zh")
    assert found["extensions"]["code"] == "UNAVAILABLE"
    assert "10.0.0.1" not in found["message"]


class Inner(Failure):
    code = "SOMETHING_OF_OURS"


@pytest.mark.parametrize("cause", [KeyError("张三"), Inner(WHAT, REMEDY), RuntimeError("张三")])
def test_whatever_else_shows_a_reference_number_that_the_log_knows(cause: Exception) -> None:
    with structlog.testing.capture_logs() as lines:
        found = told_cause(cause, "en")
    reference = found["extensions"]["reference"]
    assert found == {
        "message": f"internal error, reference {reference}",
        "extensions": {"code": "INTERNAL", "reference": reference},
    }
    assert [(each["reference"], each["kind"]) for each in lines] == [(reference, type(cause).__name__)]
    assert "张三" not in str(lines)
