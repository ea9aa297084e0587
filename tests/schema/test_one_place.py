"""A property is one line; a type is one file and one line of the catalog. Shown on a scratch copy."""

import json
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

PROJECT = Path(__file__).parents[2]
SHOW = """
import json
from graph_api.graphql.published import sdl
from loaders.rosters import ROSTERS
from loaders.rosters.roster import RosterKind
from schema import constraints
from schema.catalog import NODE_TYPES
from schema.dictionary import dictionary
headers = {h for column in ROSTERS[RosterKind.ENTERPRISES].columns for h in column.headers}
print(json.dumps({"sdl": sdl(), "headers": sorted(headers), "dictionary": dictionary(),
                  "rules": [rule.statement for rule in constraints.rules()], "types": sorted(NODE_TYPES)}))
"""


@pytest.fixture
def scratch(tmp_path: Path) -> Path:
    for package in ("schema", "loaders", "graph_api"):
        shutil.copytree(PROJECT / package, tmp_path / package, ignore=shutil.ignore_patterns("__pycache__"))
    return tmp_path


def shown(scratch: Path) -> dict[str, list[str] | str]:
    done = subprocess.run(
        [sys.executable, "-c", SHOW], cwd=scratch, capture_output=True, text=True, check=True
    )
    answer: dict[str, list[str] | str] = json.loads(done.stdout)
    return answer


def test_a_property_is_one_line(scratch: Path) -> None:
    file = scratch / "schema" / "enterprise.py"
    text = file.read_text()
    line = '    website: str | None = text_field("企业网站", "website", "官网")\n'
    anchor = "    operating_status: OperatingStatus"
    file.write_text(text.replace(anchor, line + anchor))
    answer = shown(scratch)
    assert "  website: String" in answer["sdl"]
    assert {"企业网站", "官网"} <= set(answer["headers"])
    assert "企业网站" in answer["dictionary"]


def test_a_type_is_one_file_and_one_line_of_the_catalog(scratch: Path) -> None:
    venue = (scratch / "schema" / "venue.py").read_text()
    made = venue.replace("Venue", "Notice").replace('"VEN"', '"NTC"').replace('"venues"', '"notices"')
    (scratch / "schema" / "notice.py").write_text(made)
    file = scratch / "schema" / "catalog.py"
    text = file.read_text()
    text = text.replace(
        "from schema.observation", "from schema.notice import Notice\nfrom schema.observation"
    )
    file.write_text(text.replace("    Observation,\n", "    Notice,\n    Observation,\n", 1))
    answer = shown(scratch)
    assert "Notice" in answer["types"]
    assert "type Notice implements" in answer["sdl"]
    assert any("(n:Notice) REQUIRE n.`code` IS UNIQUE" in rule for rule in answer["rules"])
