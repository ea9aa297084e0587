"""`python -m examples.district`."""

from pathlib import Path

import pytest

from examples.district import __main__ as program


def test_it_writes_the_folder_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(program, "SAMPLE", tmp_path / "sample")
    program.main()
    assert {path.name for path in (tmp_path / "sample").iterdir()} == {
        path.name for path in Path("examples/sample").iterdir()
    }
