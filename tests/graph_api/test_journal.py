"""The log in its two forms, and what it never carries."""

import json
import logging
from collections.abc import Iterator

import pytest
import structlog

from graph_api.journal import open_journal
from tests.journal import in_memory


@pytest.fixture(autouse=True)
def _as_before() -> Iterator[None]:
    """Leave logging as it was."""
    root = logging.getLogger()
    handlers, level = list(root.handlers), root.level
    yield
    root.handlers[:] = handlers
    root.setLevel(level)
    in_memory()


def test_json_lines_carry_our_words_and_the_libraries_alike(capfd: pytest.CaptureFixture[str]) -> None:
    open_journal("json")
    with structlog.contextvars.bound_contextvars(request="r1"):
        structlog.get_logger().info("request", status=200, path="/图")
        logging.getLogger("some.library").warning("said %s", "this")
    ours, theirs = (json.loads(line) for line in capfd.readouterr().err.splitlines())
    assert (ours["event"], ours["status"], ours["path"], ours["request"]) == ("request", 200, "/图", "r1")
    assert (theirs["event"], theirs["logger"], theirs["level"]) == ("said this", "some.library", "warning")


def test_console_lines_are_for_people(capfd: pytest.CaptureFixture[str]) -> None:
    open_journal("console")
    structlog.get_logger().info("request", status=200)
    line = capfd.readouterr().err
    assert "request" in line
    assert "status=200" in line
    assert "\x1b" not in line


def test_a_fault_that_the_server_saw_is_not_written_with_its_text(capfd: pytest.CaptureFixture[str]) -> None:
    open_journal("json")
    try:
        int("张三 13812345678")
    except ValueError:
        logging.getLogger("uvicorn.error").exception("Exception in ASGI application")
    assert capfd.readouterr().err == ""


def test_drivers_do_not_chatter(capfd: pytest.CaptureFixture[str]) -> None:
    open_journal("json")
    logging.getLogger("neo4j.pool").info("a connection")
    logging.getLogger("uvicorn.error").info("started")
    assert capfd.readouterr().err == ""
