"""relay-compiler and graphql-codegen accept each document that callers send, as far as the schema goes."""

from pathlib import Path

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


def operations(files: list[Path]) -> set[str]:
    """The names of the operations in documents."""
    parts = [part for each in files for part in parse(each.read_text(encoding="utf-8")).definitions]
    return {each.name.value for each in parts if isinstance(each, OperationDefinitionNode) and each.name}


@pytest.fixture(scope="module")
def schema(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The schema as it is now, in a file."""
    file = tmp_path_factory.mktemp("schema") / "schema.graphql"
    file.write_text(sdl(), encoding="utf-8")
    return file


def covered(folder: Path) -> list[Path]:
    """The documents of a folder that the schema covers."""
    return [folder / f"{name}.graphql" for name, text in documents(folder).items() if valid(text)]


def test_what_the_schema_does_not_cover_yet_is_listed_with_its_reason() -> None:
    assert {name for name, text in documents(CONTRACT).items() if not valid(text)} == set(NOT_YET)
    assert [name for name, text in documents(EXAMPLES).items() if not valid(text)] == []


@pytest.mark.parametrize("folder", [CONTRACT, EXAMPLES], ids=["contract", "examples"])
def test_relay_compiles_what_is_covered(schema: Path, folder: Path) -> None:
    answer = ask("relay", str(schema), *map(str, covered(folder)))
    assert answer["ok"], answer["output"]
    made = {each.removesuffix(".graphql.ts") for each in answer["artefacts"]}
    wanted = operations(covered(folder))
    assert wanted
    assert wanted - made == set()


def test_a_document_that_does_not_fit_is_refused_by_relay(schema: Path, tmp_path: Path) -> None:
    document = tmp_path / "unheard.graphql"
    document.write_text("query Unheard { unheardOf }", encoding="utf-8")
    answer = ask("relay", str(schema), str(document))
    assert not answer["ok"]
    assert "unheardOf" in answer["output"]


def test_codegen_makes_types_of_what_is_covered_that_tsc_accepts(schema: Path, tmp_path: Path) -> None:
    clash = tmp_path / "clash.graphql"
    clash.write_text("query caseReport { __typename }\nquery CaseReport { __typename }", encoding="utf-8")
    groups = [covered(CONTRACT), covered(EXAMPLES), [clash]]
    words = [word for group in groups for word in ("--", *map(str, group))]
    contract, examples, wrong = ask("codegen", str(schema), *words[1:])
    assert contract == {"operations": sorted(operations(covered(CONTRACT))), "complaints": []}
    assert examples == {"operations": sorted(operations(covered(EXAMPLES))), "complaints": []}
    assert any("Duplicate" in each for each in wrong["complaints"])
