"""The project's conventions: each is asserted here, or by a rule in pyproject.toml, or it does not exist."""

import ast
import re
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest

import schema

ROOT = Path(__file__).resolve().parents[2]
SOURCE_FOLDERS = ("schema", "loaders", "graph_api", "examples", "benchmarks", "tools")
LONGEST_SOURCE, LONGEST_TEST = 300, 350
SAYS_NOTHING = re.compile(r"(utils?|helpers?|managers?|common|base|core|services?|misc)")
UNFINISHED = re.compile(r"\b(TODO|FIXME|XXX)\b|raise NotImplementedError")
NEVER_RUNS = re.compile(r"pytest\.mark\.(skip|xfail)|pytest\.(skip|xfail|importorskip)\(|unittest\.skip")
ADDRESS = re.compile(r"https?://(?!127\.0\.0\.1)|index-url|\"resolved\":")

TESTED_ELSEWHERE = {
    "tools/notice/__main__.py": "tests/tooling/test_notice.py",
    "tools/notice/licences.py": "tests/tooling/test_notice.py",
    "loaders/cells/": "tests/loaders/cells/test_readers.py",
    "loaders/sheets/": "tests/loaders/sheets/test_read.py",
    "loaders/rosters/": "tests/loaders/rosters/test_rosters.py",
    "loaders/directory.py": "tests/loaders/test_matching.py",
    "loaders/graph_state.py": "tests/loaders/test_plan.py",
    "loaders/contradictions.py": "tests/loaders/test_plan.py",
    "benchmarks/__main__.py": "tests/benchmarks/test_roster_loading.py",
    "benchmarks/soak/__main__.py": "tests/benchmarks/soak/test_kills.py",
    "graph_api/commands/load_report.py": "tests/graph_api/commands/test_load.py",
    "loaders/bulk_read.py": "tests/loaders/test_matching.py",
    "loaders/identities.py": "tests/loaders/test_pipeline.py",
    "loaders/errors.py": "tests/loaders/sheets/test_refusals.py",
    "schema/migration.py": "tests/schema/test_migrations.py",
    "schema/codes/": "tests/schema/codes/test_vocabularies.py",
    "graph_api/graphql/case_report.py": "tests/graph_api/questions/test_case_report.py",
    "graph_api/graphql/request.py": "tests/graph_api/graphql/test_root_fields.py",
    "tools/environment/compose_secrets.py": "tests/tooling/test_compose.py",
}
"""Modules with code, or folders of them (`…/`), whose test does not bear their name, and the test that holds
their promises."""


def sources() -> list[Path]:
    """Every module of the project, tests apart."""
    return sorted(file for folder in SOURCE_FOLDERS for file in (ROOT / folder).rglob("*.py"))


def promises() -> list[Path]:
    """Every module under tests/."""
    return sorted((ROOT / "tests").rglob("*.py"))


def shown(file: Path) -> str:
    """A file as the project names it."""
    return file.relative_to(ROOT).as_posix()


def matching(pattern: re.Pattern[str], files: list[Path]) -> Iterator[str]:
    """Where a pattern is found, as `file:line`."""
    for file in files:
        for number, line in enumerate(file.read_text(encoding="utf-8").splitlines(), start=1):
            if pattern.search(line):
                yield f"{shown(file)}:{number}: {line.strip()}"


def has_code(file: Path) -> bool:
    """Whether a module does something, rather than only declare classes, vocabularies and constants."""
    tree = ast.parse(file.read_text(encoding="utf-8"))
    return any(isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef) for node in ast.walk(tree))


def test_schema_is_ours_and_not_the_package_of_that_name() -> None:
    assert schema.__file__ is not None
    assert Path(schema.__file__) == ROOT / "schema" / "__init__.py"


def test_no_file_grows_past_what_one_sitting_reads() -> None:
    lengths = {shown(file): len(file.read_bytes().splitlines()) for file in sources() + promises()}
    limits = {name: LONGEST_TEST if name.startswith("tests/") else LONGEST_SOURCE for name in lengths}
    assert {name: length for name, length in lengths.items() if length > limits[name]} == {}


def test_every_name_says_a_noun_or_a_question() -> None:
    parts = {part for file in sources() + promises() for part in Path(shown(file)).with_suffix("").parts}
    assert {part for part in parts if SAYS_NOTHING.fullmatch(part.removeprefix("test_"))} == set()


def test_every_folder_of_modules_is_a_package() -> None:
    folders = {file.parent for file in sources() + promises()}
    assert [shown(folder) for folder in sorted(folders) if not (folder / "__init__.py").exists()] == []


def test_every_module_with_code_has_a_test_of_its_name_or_is_listed() -> None:
    missing = []
    for file in sources():
        name = shown(file)
        if file.name == "__init__.py" or not has_code(file):
            continue
        home = Path("tests/tooling") if name.startswith("tools/") else Path("tests", name).parent
        mirrored = home / f"test_{file.stem.strip('_')}.py"
        folder = f"{Path(name).parent.as_posix()}/"
        listed = TESTED_ELSEWHERE.get(name) or TESTED_ELSEWHERE.get(folder)
        if not (ROOT / mirrored).exists() and not (listed and (ROOT / listed).exists()):
            missing.append(f"{name} needs {mirrored}")
    assert missing == []


def test_the_list_of_tests_elsewhere_names_modules_that_exist() -> None:
    assert [name for name in TESTED_ELSEWHERE if not (ROOT / name).exists()] == []


def test_every_test_can_fail() -> None:
    asserting = ("assert", "raises", "warns", "check", "expect", "verify")
    idle = []
    for file in promises():
        tree = ast.parse(file.read_text(encoding="utf-8"))
        for node in ast.walk(tree):
            if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef) and node.name.startswith("test_"):
                calls = [ast.unparse(each.func) for each in ast.walk(node) if isinstance(each, ast.Call)]
                judged = any(isinstance(each, ast.Assert) for each in ast.walk(node))
                if not judged and not any(word in call for call in calls for word in asserting):
                    idle.append(f"{shown(file)}:{node.lineno} {node.name}")
    assert idle == []


def test_no_test_is_skipped() -> None:
    here = Path(__file__)
    assert list(matching(NEVER_RUNS, [file for file in promises() if file != here])) == []


def test_nothing_is_left_unfinished() -> None:
    assert list(matching(UNFINISHED, sources())) == []


def test_no_error_is_swallowed_whole() -> None:
    swallowed = []
    for file in sources():
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            if isinstance(node, ast.ExceptHandler):
                kinds = (
                    {"BaseException"}
                    if node.type is None
                    else set(re.findall(r"\w+", ast.unparse(node.type)))
                )
                passed_on = isinstance(node.body[-1], ast.Raise) and node.body[-1].exc is None
                if kinds & {"Exception", "BaseException"} and not passed_on:
                    swallowed.append(f"{shown(file)}:{node.lineno}")
    assert swallowed == []


def test_locks_and_build_files_hold_no_address() -> None:
    files = [ROOT / "Makefile", ROOT / "Dockerfile", ROOT / ".ci" / "run"]
    files += sorted({*ROOT.glob("*.lock"), *ROOT.glob("*.in")})
    for pattern in ("*.lock.toml", "jgo.toml", "package-lock.json", ".npmrc"):
        for folder in SOURCE_FOLDERS:
            files += [file for file in (ROOT / folder).rglob(pattern) if "node_modules" not in file.parts]
    assert list(matching(ADDRESS, files)) == []


def test_every_locked_package_is_hashed() -> None:
    for lock in sorted(ROOT.glob("*.lock")):
        entries = re.split(r"\n(?=[a-z0-9])", lock.read_text(encoding="utf-8"))
        packages = [entry for entry in entries if re.match(r"[a-z0-9][^ ]*==", entry)]
        assert packages
        assert [entry.split()[0] for entry in packages if "--hash=sha256:" not in entry] == []


def test_what_the_service_runs_on_has_the_same_version_under_test() -> None:
    versions = {}
    for name in ("requirements.lock", "requirements-dev.lock"):
        found = re.findall(r"^([a-z0-9][a-z0-9._-]*==\S+)", (ROOT / name).read_text("utf-8"), re.MULTILINE)
        versions[name] = set(found)
    assert versions["requirements.lock"] - versions["requirements-dev.lock"] == set()


def test_every_rule_that_is_switched_off_has_its_reason_on_its_line() -> None:
    text = (ROOT / "pyproject.toml").read_text(encoding="utf-8")
    ruff = tomllib.loads(text)["tool"]["ruff"]["lint"]
    off = [*ruff["ignore"], *(rule for rules in ruff["per-file-ignores"].values() for rule in rules)]
    reasoned = re.findall(r'^  "([A-Z]+[0-9]*)", +# \S.{9,}$', text, re.MULTILINE)
    assert ruff["select"] == ["ALL"]
    assert sorted(reasoned) == sorted(off)


def test_a_rule_that_is_switched_off_on_a_line_says_why_there_or_above() -> None:
    bare = re.compile(r"# (noqa: [A-Z0-9, ]+|type: ignore\[[a-z, -]+\])\s*$")
    unexplained = []
    for file in sources():
        lines = ["", *file.read_text(encoding="utf-8").splitlines()]
        for number, line in enumerate(lines):
            if bare.search(line) and not lines[number - 1].lstrip().startswith("#"):
                unexplained.append(f"{shown(file)}:{number}: {line.strip()}")
    assert unexplained == []


def test_no_file_names_a_folder_of_one_machine() -> None:
    kept = ("*.py", "*.toml", "*.md", "*.yml", "*.graphql", "*.in", "*.lock")
    files = [
        file
        for folder in (*SOURCE_FOLDERS, "tests", "docs")
        for kind in kept
        for file in (ROOT / folder).rglob(kind)
    ]
    files += [file for kind in kept for file in ROOT.glob(kind)]
    files += [ROOT / name for name in ("Makefile", "Dockerfile", "NOTICE", ".ci/run")]
    machine = re.compile(re.escape(str(ROOT)) + "|" + re.escape(str(Path.home())) + "/")
    assert list(matching(machine, sorted(set(files)))) == []


@pytest.mark.parametrize(
    "target", ["run", "test", "check", "generate", "sample", "bench", "soak", "lock", "clean"]
)
def test_make_explains_every_command(target: str) -> None:
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    assert re.search(rf"^{target}:.*## \S+ \S+", makefile, re.MULTILINE)


def test_what_decides_on_a_change_runs_the_checks_and_then_the_tests() -> None:
    script = ROOT / ".ci" / "run"
    lines = [line for line in script.read_text(encoding="utf-8").splitlines() if line.startswith("make ")]
    assert lines == ["make check", "make test"]
    assert script.stat().st_mode & 0o111 == 0o111
