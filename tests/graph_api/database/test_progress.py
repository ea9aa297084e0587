"""Work that nobody listens to."""

import pytest

from graph_api.database.progress import silent
from schema.text import Text


def test_silence(capfd: pytest.CaptureFixture[str]) -> None:
    silent(Text("启动", "starting"))
    assert capfd.readouterr() == ("", "")
