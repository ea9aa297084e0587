"""The generated files are those of the model; a property is one line, a type one file and one line."""

import shutil
import subprocess
import sys
from argparse import Namespace
from pathlib import Path

import pytest

from graph_api import PROJECT
from graph_api.commands import generate
from graph_api.settings import Settings
from schema.errors import Exit

PROPERTY = '    website: str | None = text_field("网址", "website")\n'
TYPE = '''"""Award 表彰: what an enterprise was honoured with."""

from dataclasses import dataclass
from typing import ClassVar

from schema.fields import About, Entity, Relation, date_field, text_field
from schema.partial_date import PartialDate
from schema.text import Text


@dataclass(frozen=True, kw_only=True)
class Award(Entity):
    """One honour."""

    about: ClassVar = About(
        label=Text("表彰", "award"),
        note=Text("企业获得的一项表彰。", "One honour of an enterprise."),
        plural="awards",
        prefix="AWD",
        matched_by=Text("编码", "code"),
    )
    name: str | None = text_field("表彰名称", "name", searchable=True)
    given_on: PartialDate | None = date_field("表彰时间", "given on")

    relations: ClassVar = (
        Relation("OF", "enterprise", ("Enterprise",), "awards", Text("获奖企业", "who bears it"), one=True),
    )
'''


def test_the_committed_files_are_current(capsys: pytest.CaptureFixture[str]) -> None:
    assert generate.run(Namespace(check=True), Settings()) is Exit.DONE, capsys.readouterr().err


def test_a_stale_file_is_named_and_written_anew(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(generate, "FOLDER", tmp_path / "generated")
    files = {tmp_path / "generated" / each.name: make for each, make in generate.FILES.items()}
    monkeypatch.setattr(generate, "FILES", files)
    assert generate.run(Namespace(check=True), Settings()) is Exit.ROWS_REJECTED
    assert generate.run(Namespace(check=False), Settings()) is Exit.DONE
    assert generate.run(Namespace(check=True), Settings()) is Exit.DONE
    capsys.readouterr()
    (tmp_path / "generated" / "dictionary.md").write_text("changed by hand", encoding="utf-8")
    assert generate.run(Namespace(check=True), Settings()) is Exit.ROWS_REJECTED
    assert "dictionary.md" in capsys.readouterr().err
    assert (tmp_path / "generated" / "dictionary.md").read_text(encoding="utf-8") == "changed by hand"


def insert(file: Path, after: str, line: str) -> None:
    text = file.read_text(encoding="utf-8")
    assert text.count(after) == 1
    file.write_text(text.replace(after, after + line), encoding="utf-8")


def contents(folder: Path) -> dict[str, str]:
    files = (each for each in folder.rglob("*") if each.suffix in (".py", ".csv", ".cypher"))
    return {str(each.relative_to(folder)): each.read_text(encoding="utf-8") for each in files}


def test_a_property_is_one_line_and_a_type_one_file_and_one_catalog_line(tmp_path: Path) -> None:
    for name in ("schema", "loaders", "graph_api"):
        shutil.copytree(PROJECT / name, tmp_path / name, ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(PROJECT / "README.md", tmp_path)
    before = contents(tmp_path)
    insert(tmp_path / "schema" / "enterprise.py", '"established", "成立时间", "注册时间")\n', PROPERTY)
    (tmp_path / "schema" / "award.py").write_text(TYPE, encoding="utf-8")
    catalog = tmp_path / "schema" / "catalog.py"
    insert(catalog, "from schema.appraisal import Appraisal\n", "from schema.award import Award\n")
    insert(catalog, "    Appraisal,\n", "    Award,\n")
    after = contents(tmp_path)
    assert {name for name in after if after[name] != before.get(name)} == {
        "schema/enterprise.py",
        "schema/award.py",
        "schema/catalog.py",
    }
    command = [sys.executable, "-m", "graph_api", "generate"]
    subprocess.run(command, cwd=tmp_path, check=True, capture_output=True, timeout=60)
    generated = tmp_path / "schema" / "generated"
    sdl = (generated / "schema.graphql").read_text(encoding="utf-8")
    assert "  website: String\n" in sdl
    assert "type Award implements Entity & Node {" in sdl
    assert "  enterprise: Enterprise\n" in sdl.partition("type Award ")[2]
    assert "  ): Award\n" in sdl
    assert "award_code" in (generated / "constraints.cypher").read_text(encoding="utf-8")
    dictionary = (generated / "dictionary.md").read_text(encoding="utf-8")
    assert "## 表彰 Award" in dictionary
    assert "| 网址 | `website` |" in dictionary
