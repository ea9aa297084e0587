"""relay-compiler and graphql-codegen accept each document that callers send, as far as the schema goes."""

from pathlib import Path
from typing import Any

import pytest
from graphql import OperationDefinitionNode, parse, validate

from graph_api import PROJECT
from graph_api.graphql.published import CORE, sdl
from tests.judges.judge import ask

CONTRACT = PROJECT / "tests" / "contract" / "documents"
EXAMPLES = PROJECT / "examples" / "queries"

COVERAGE = "coverage is not built yet"
CULTIVATION = "the cultivation path is not built yet"
ASSESSMENT = "appraisals and work summaries are not built yet"

NOT_YET = {
    "appraisal-table": ASSESSMENT,
    "coverage": COVERAGE,
    "coverage-change": COVERAGE,
    "coverage-drill-down": COVERAGE,
    "coverage-trend": COVERAGE,
    "cultivation-path": CULTIVATION,
    "cultivation-pipeline": CULTIVATION,
    "dispatch-plan": "the dispatch plan is not built yet",
    "enterprise": "coverage, stages and gaps are not built yet",
    "import-progress": "subscriptions are not built yet",
    "import-roster": "mutations are not built yet",
    "neighbourhood": "the picture around a node is not built yet",
    "request-statistics": "statistics of requests are not built yet",
    "service-gaps": "gaps are not built yet",
    "service-path": "service paths are not built yet",
    "work-summary": ASSESSMENT,
}
"""Documents of the contract that the schema does not cover, with the reason; what became valid must leave."""


def documents(folder: Path) -> dict[str, str]:
    return {each.stem: each.read_text(encoding="utf-8") for each in sorted(folder.glob("*.graphql"))}


def valid(text: str) -> bool:
    return not validate(CORE, parse(text))


def operations(texts: list[str]) -> set[str]:
    parts = [each for text in texts for each in parse(text).definitions]
    return {each.name.value for each in parts if isinstance(each, OperationDefinitionNode) and each.name}


@pytest.fixture(scope="module")
def schema(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The schema as it is now, in a file."""
    file = tmp_path_factory.mktemp("schema") / "schema.graphql"
    file.write_text(sdl(), encoding="utf-8")
    return file


@pytest.fixture(scope="module", params=[CONTRACT, EXAMPLES], ids=["contract", "examples"])
def covered(request: pytest.FixtureRequest) -> list[Path]:
    """The documents of a folder that the schema covers."""
    folder: Path = request.param
    return [folder / f"{name}.graphql" for name, text in documents(folder).items() if valid(text)]


def test_what_the_schema_does_not_cover_yet_is_listed_with_its_reason() -> None:
    assert {name for name, text in documents(CONTRACT).items() if not valid(text)} == set(NOT_YET)
    assert [name for name, text in documents(EXAMPLES).items() if not valid(text)] == []


def test_relay_compiles_what_is_covered(schema: Path, covered: list[Path]) -> None:
    answer = ask("relay", str(schema), *map(str, covered))
    assert answer["ok"], answer["output"]
    made = {each.removesuffix(".graphql.ts") for each in answer["artefacts"]}
    wanted = operations([each.read_text(encoding="utf-8") for each in covered])
    assert wanted
    assert wanted - made == set()


def test_codegen_makes_types_of_what_is_covered_that_tsc_accepts(schema: Path, covered: list[Path]) -> None:
    answer: Any = ask("codegen", str(schema), *map(str, covered))
    assert answer["complaints"] == []
    assert set(answer["operations"]) == operations([each.read_text(encoding="utf-8") for each in covered])
    assert answer["operations"]


def test_a_document_that_does_not_fit_is_refused_by_relay(schema: Path, tmp_path: Path) -> None:
    document = tmp_path / "unheard.graphql"
    document.write_text("query Unheard { unheardOf }", encoding="utf-8")
    answer = ask("relay", str(schema), str(document))
    assert not answer["ok"]
    assert "unheardOf" in answer["output"]


def test_types_that_do_not_fit_are_refused_by_tsc(schema: Path, tmp_path: Path) -> None:
    document = tmp_path / "clash.graphql"
    document.write_text("query caseReport { __typename }\nquery CaseReport { __typename }", encoding="utf-8")
    assert any("Duplicate" in each for each in ask("codegen", str(schema), str(document))["complaints"])
