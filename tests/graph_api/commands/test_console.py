"""Progress goes to stderr, apart from the answer."""

import pytest

from graph_api.commands.console import say
from schema.text import Text


def test_progress_is_one_line_in_both_languages_on_stderr(capsys: pytest.CaptureFixture[str]) -> None:
    say(Text("启动", "starting"))
    assert capsys.readouterr() == ("", "启动 starting\n")
